import { Injectable } from '@nestjs/common';
import { markedFileName } from '../../platform/http/data-set.js';
import { today } from '../../platform/clock.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import type { EditionDto } from '../editions/edition.dto.js';
import { EditionsService } from '../editions/editions.service.js';
import { FrameworksService, type LoadedFramework } from '../frameworks/frameworks.service.js';
import { RankingsService } from '../rankings/rankings.service.js';
import { UnitsService } from '../units/units.service.js';
import { reportInput, type ReportMaterial } from './report-material.js';

export interface PrintedReport {
  readonly content: Buffer;
  readonly fileName: string;
}

/** Reports on paper, made of stored results. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly editions: EditionsService,
    private readonly rankings: RankingsService,
    private readonly assessments: AssessmentsService,
    private readonly frameworks: FrameworksService,
    private readonly units: UnitsService,
  ) {}

  /**
   * The annual report of an edition in the form of Decree 30/2020/NĐ-CP, issued by the ministry in
   * charge on the report's date; always a draft here, number and signature blank.
   * @throws Problem EDITION_NOT_FOUND
   */
  async annualReport(
    code: string,
    options: { date?: string | undefined; revision?: number | undefined } = {},
  ): Promise<PrintedReport> {
    const date = options.date ?? today();
    const material = await this.material(await this.editions.detail(code, options.revision), date);
    // pdfmake and ECharts are half of what the server would load at start, and few requests print.
    const [{ annualReport }, { renderPdf }] = await Promise.all([
      import('./annual-report/document.js'),
      import('./annual-report/render.js'),
    ]);
    const content = await renderPdf(annualReport(reportInput(material)));
    return { content, fileName: markedFileName(`bao-cao-${code}-${date}.pdf`, material.edition.dataSet) };
  }

  private async material(edition: EditionDto, reportDate: string): Promise<ReportMaterial> {
    const { code, revision, period } = edition;
    const rankings = await Promise.all(
      edition.groups.map(({ code: group }) => this.rankings.ranking({ edition: code, revision, group })),
    );
    const assessments = await this.assessments.details([
      ...new Set(edition.groups.map((group) => group.assessmentId)),
    ]);
    const frameworks = await this.frameworksOf(edition.index, period);
    const { charge, unit } = await this.units.ministryInCharge(reportDate);
    const recipients = await this.units.recipients(reportDate);
    return {
      edition,
      rankings,
      assessments,
      frameworks,
      charge,
      issuer: unit,
      recipients,
      reportDate,
      generatedAt: new Date().toISOString(),
    };
  }

  /** Every method of the index for the period, so that groups without any figure can be named. */
  private async frameworksOf(index: string, period: string): Promise<readonly LoadedFramework[]> {
    const { items } = await this.frameworks.list({ page: 1, size: 500 });
    const covering = items.filter(
      (version) =>
        version.index === index &&
        version.periodFrom <= period &&
        (version.periodTo === null || period <= version.periodTo),
    );
    return Promise.all(covering.map(({ code }) => this.frameworks.load(code, period)));
  }
}
