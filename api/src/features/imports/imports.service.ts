import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound, Problem } from '../../platform/http/problem.js';
import type { Page } from '../../platform/http/page.js';
import { FrameworksService } from '../frameworks/frameworks.service.js';
import { ObservationsService } from '../observations/observations.service.js';
import { UnitsService } from '../units/units.service.js';
import { readFile, type ReadFile } from './file-reader.js';
import { importTemplate } from './import-template.js';
import { importRecord, storedReport, uncommittedReport } from './import-report.js';
import { figureColumns, type ImportSpec } from './import-spec.js';
import { planImport, type PlannedChange } from './import-plan.js';
import type { ImportQuery, ImportReport, ImportSummary } from './import.dto.js';
import { ImportsRepository } from './imports.repository.js';
import { readSourceCell } from './source-cell.js';
import { UnitResolver } from './unit-resolver.js';

/** Brings tables of figures in: whole, or with a single fault not at all. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly frameworks: FrameworksService,
    private readonly observations: ObservationsService,
    private readonly units: UnitsService,
  ) {}

  async list(query: { page: number; size: number }): Promise<Page<ImportSummary>> {
    const [records, total] = await this.repository.page(query.page, query.size);
    const items = records.map(storedReport).map(({ id, file, ...report }) => ({
      id: id ?? '',
      framework: report.framework,
      period: report.period,
      fileName: file.name,
      sha256: file.sha256,
      rows: file.rows,
      newCount: report.newCount,
      changedCount: report.changedCount,
      unchangedCount: report.unchangedCount,
      importedAt: report.importedAt ?? '',
      importedBy: report.importedBy ?? '',
    }));
    return { items, total, page: query.page, size: query.size };
  }

  /** @throws Problem IMPORT_NOT_FOUND */
  async detail(id: string): Promise<ImportReport> {
    const record = /^\d{1,18}$/.test(id) ? await this.repository.byId(id) : null;
    if (record === null) throw notFound('IMPORT', id);
    return storedReport(record);
  }

  async template(framework: string, period: string): Promise<string> {
    const spec = await this.specification(framework, period, undefined);
    return importTemplate(spec, await this.units.roster(spec.rosterDate));
  }

  /** Reads a file and says what is wrong with it, or what would change. Nothing is stored. */
  async preview(content: Buffer, query: ImportQuery): Promise<ImportReport> {
    const spec = await this.specification(query.framework, query.period, query.source);
    const file = await this.read(content, spec);
    return (await this.plan(file, query, spec)).report;
  }

  /**
   * Imports a file in one transaction.
   * @throws Problem IMPORT_REFUSED (422) with every fault; nothing is stored then
   */
  async importFile(content: Buffer, query: ImportQuery, actor: string): Promise<ImportReport> {
    const spec = await this.specification(query.framework, query.period, query.source);
    const file = await this.read(content, spec);
    return this.repository.exclusively(async (manager) => {
      const { report, plan } = await this.plan(file, query, spec, manager);
      if (report.state === 'refused') throw refusal(report);
      return this.store(report, plan, spec, actor, manager);
    });
  }

  /** @throws Problem FRAMEWORK_VERSION_NOT_FOUND, PERIOD_OUTSIDE_FRAMEWORK */
  private async specification(code: string, period: string, source: string | undefined): Promise<ImportSpec> {
    const framework = await this.frameworks.load(code, period);
    const { version, groups } = framework;
    if (period < version.periodFrom || (version.periodTo !== null && period > version.periodTo)) {
      const covers = `${version.periodFrom}–${version.periodTo ?? '…'}`;
      throw new Problem(
        422,
        'PERIOD_OUTSIDE_FRAMEWORK',
        'The method does not cover this period',
        `${code}: ${covers}`,
      );
    }
    const [elements, sources] = await Promise.all([
      this.observations.elementsByCode(),
      this.observations.sources(),
    ]);
    return {
      level: version.level,
      rosterDate: `${period}-12-31`,
      figures: figureColumns(framework, elements),
      groupElement: version.groupElement,
      groupCodes: groups.map((group) => group.code),
      sourceIds: new Set(sources.map((known) => known.id)),
      defaultSource: source ?? null,
    };
  }

  private async read(content: Buffer, spec: ImportSpec): Promise<ReadFile> {
    const names = await this.units.writtenNames();
    return readFile(content, spec, new UnitResolver(names, spec.level, spec.rosterDate));
  }

  private async plan(
    file: ReadFile,
    query: ImportQuery,
    spec: ImportSpec,
    manager?: EntityManager,
  ): Promise<{ report: ImportReport; plan: readonly PlannedChange[] }> {
    const figures = file.faults.count > 0 ? [] : file.figures;
    const elements = [...new Set(figures.map((figure) => figure.element))];
    const current =
      elements.length === 0 ? [] : await this.observations.current(query.period, elements, manager);
    const plan = planImport(figures, current);
    const units = await this.units.summaries(
      [...new Set(figures.map((figure) => figure.unitId))],
      spec.rosterDate,
    );
    return { plan, report: uncommittedReport(file, query, plan, units) };
  }

  private async store(
    report: ImportReport,
    plan: readonly PlannedChange[],
    spec: ImportSpec,
    actor: string,
    manager: EntityManager,
  ): Promise<ImportReport> {
    const written = plan
      .filter((planned) => planned.change !== 'unchanged')
      .map(({ figure }) => ({ figure, source: readSourceCell(figure.source, spec.sourceIds) }));
    await this.observations.addSources(
      written.flatMap(({ source }) => (source.added === null ? [] : [source.added])),
      manager,
    );
    const record = await this.repository.add(importRecord(report, actor), manager);
    await this.observations.append(
      written.map(({ figure, source }) => ({
        unitId: figure.unitId,
        dataElement: figure.element,
        period: report.period,
        value: figure.value,
        textValue: figure.text,
        status: figure.status,
        sourceIds: [...source.ids],
        confidence: figure.confidence,
        note: figure.note,
        writtenBy: actor,
        importId: record.id,
      })),
      manager,
    );
    return storedReport(record);
  }
}

function refusal(report: ImportReport): Problem {
  return new Problem(
    422,
    'IMPORT_REFUSED',
    'The file has faults; nothing was imported',
    `${report.faultCount} faults`,
    report.faults.map(({ code, line, column, found, expected }) => ({
      code,
      path: column === null ? `file:${line}` : `file:${line}:${column}`,
      message: [found === null ? null : `found "${found}"`, expected === null ? null : `expected ${expected}`]
        .filter((part) => part !== null)
        .join(', '),
    })),
    { report },
  );
}
