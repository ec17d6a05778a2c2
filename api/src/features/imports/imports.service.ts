import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccessService } from '../../platform/access/access.service.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { OFFICIAL } from '../../platform/http/data-set.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import type { Page } from '../../platform/http/page.js';
import { FrameworksService } from '../frameworks/frameworks.service.js';
import { ObservationsService } from '../observations/observations.service.js';
import { UnitsService } from '../units/units.service.js';
import { readFile, type ReadFile } from './file-reader.js';
import type { UnitSummary } from '../units/unit.dto.js';
import { importTemplate } from './import-template.js';
import { importRecord, importSummary, storedReport, uncommittedReport } from './import-report.js';
import { columnNames, figureColumns, type ImportSpec } from './import-spec.js';
import { planImport, type PlannedChange, type SourcedFigure } from './import-plan.js';
import type { ImportQuery, ImportReport, ImportSummary } from './import.dto.js';
import { ImportsRepository } from './imports.repository.js';
import { readSourceCell } from './source-cell.js';
import { UnitResolver } from './unit-resolver.js';

/** A file as read, with what is known of the units and sources that it names. */
interface FileInContext {
  readonly file: ReadFile;
  readonly figures: readonly SourcedFigure[];
  readonly units: ReadonlyMap<string, UnitSummary>;
}

/** Brings tables of figures in: whole, or with a single fault not at all. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly repository: ImportsRepository,
    private readonly frameworks: FrameworksService,
    private readonly observations: ObservationsService,
    private readonly units: UnitsService,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
  ) {}

  async list(query: { page: number; size: number }): Promise<Page<ImportSummary>> {
    await this.access.require('import.read', null);
    const [records, total] = await this.repository.page(query.page, query.size);
    const items = records.map(importSummary);
    return { items, total, page: query.page, size: query.size };
  }

  /** @throws Problem IMPORT_NOT_FOUND */
  async detail(id: string): Promise<ImportReport> {
    await this.access.require('import.read', null);
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
    await this.access.require('import.preview', null);
    const read = await this.read(content, query);
    return (await this.plan(read, query)).report;
  }

  /**
   * Imports a file in one transaction.
   * @throws Problem IMPORT_REFUSED (422) with every fault; nothing is stored then
   */
  async importFile(content: Buffer, query: ImportQuery, actor: string): Promise<ImportReport> {
    await this.access.require('import.write', null);
    // All that needs no lock is asked before: within the transaction only its own connection is used,
    // or imports that wait for each other would hold every connection that the first one needs.
    const read = await this.read(content, query);
    if (read.file.faults.count > 0) throw refusal((await this.plan(read, query)).report);
    return this.repository.exclusively(async (manager) => {
      const { report, plan } = await this.plan(read, query, manager);
      return this.store(report, plan, actor, manager);
    });
  }

  /** @throws Problem FRAMEWORK_VERSION_NOT_FOUND, PERIOD_OUTSIDE_FRAMEWORK */
  private async specification(code: string, period: string, source: string | undefined): Promise<ImportSpec> {
    const framework = await this.frameworks.loadCovering(code, period);
    const { version, groups } = framework;
    const [elements, sources] = await Promise.all([
      this.observations.elementsByCode(),
      this.observations.sources(),
    ]);
    const figures = figureColumns(framework, elements);
    return {
      level: version.level,
      rosterDate: `${period}-12-31`,
      figures,
      columns: columnNames(figures),
      groupElement: version.groupElement,
      groupCodes: groups.map((group) => group.code),
      sourceIds: new Set(sources.map((known) => known.id)),
      defaultSource: source ?? null,
    };
  }

  private async read(content: Buffer, query: ImportQuery): Promise<FileInContext> {
    const spec = await this.specification(query.framework, query.period, query.source);
    const names = await this.units.writtenNames();
    const file = readFile(content, spec, new UnitResolver(names, spec.level, spec.rosterDate));
    const sound = file.faults.count > 0 ? [] : file.figures;
    const ids = [...new Set(sound.map((figure) => figure.unitId))];
    return {
      file,
      figures: sound.map((figure) => ({ figure, source: readSourceCell(figure.source, spec.sourceIds) })),
      units: await this.units.summaries(ids, spec.rosterDate),
    };
  }

  private async plan(
    { file, figures, units }: FileInContext,
    query: ImportQuery,
    manager?: EntityManager,
  ): Promise<{ report: ImportReport; plan: readonly PlannedChange[] }> {
    const elements = [...new Set(figures.map(({ figure }) => figure.element))];
    const current =
      elements.length === 0
        ? []
        : await this.observations.current({ period: query.period, elements, dataSet: OFFICIAL }, manager);
    const plan = planImport(figures, current);
    return { plan, report: uncommittedReport(file, query, plan, units) };
  }

  private async store(
    report: ImportReport,
    plan: readonly PlannedChange[],
    actor: string,
    manager: EntityManager,
  ): Promise<ImportReport> {
    const written = plan.filter((planned) => planned.change !== 'unchanged');
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
    const { fileName, sha256, newCount, changedCount, frameworkVersion: framework, period } = record;
    const after = { fileName, sha256, framework, period, newCount, changedCount };
    await this.audit.record({ action: 'import.write', object: `import:${record.id}`, after }, manager);
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
