import { Injectable } from '@nestjs/common';
import { today } from '../../platform/clock.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { EditionsService } from '../editions/editions.service.js';
import { FrameworksService } from '../frameworks/frameworks.service.js';
import { RankingsService } from '../rankings/rankings.service.js';
import { UnitsService } from '../units/units.service.js';
import { annualReport } from './annual-report/document.js';
import { renderPdf } from './annual-report/render.js';
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
  async annualReport(code: string, date: string = today()): Promise<PrintedReport> {
    const material = await this.material(code, date);
    const content = await renderPdf(annualReport(reportInput(material)));
    return { content, fileName: `bao-cao-${code}-${date}.pdf` };
  }

  private async material(code: string, reportDate: string): Promise<ReportMaterial> {
    const edition = await this.editions.detail(code);
    const ranked = edition.groups.filter((group) => group.level !== 'nation');
    const rankings = await Promise.all(
      ranked.map((group) => this.rankings.ranking({ edition: code, group: group.code })),
    );
    const assessments = await this.assessments.details([
      ...new Set(edition.groups.map((group) => group.assessmentId)),
    ]);
    const frameworkCodes = [
      ...new Set([
        ...assessments.map((a) => a.frameworkVersion),
        ...edition.checkFigures.map((f) => f.frameworkVersion),
      ]),
    ];
    const frameworks = await Promise.all(
      frameworkCodes.map((framework) => this.frameworks.load(framework, edition.period)),
    );
    const { charge, unit } = await this.units.ministryInCharge(reportDate);
    const recipients = await this.units.recipients(reportDate);
    return { edition, rankings, assessments, frameworks, charge, issuer: unit, recipients, reportDate };
  }
}
