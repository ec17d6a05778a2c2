import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditLog } from '../platform/audit/audit-log.js';
import { AssessmentsService } from '../features/assessments/assessments.service.js';
import { EditionsService } from '../features/editions/editions.service.js';
import { FrameworkStoreService } from '../features/frameworks/framework-store.service.js';
import { ImportsService } from '../features/imports/imports.service.js';
import { ObservationsService } from '../features/observations/observations.service.js';
import { loadDatabases } from './load-databases.js';
import { loadDuties } from './load-duties.js';
import { loadFrameworks, loadPeerGroups } from './load-frameworks.js';
import { loadLaw, refuseUnknownReferences } from './load-law.js';
import { loadTargets } from './load-targets.js';
import { loadGuidance } from './load-guidance.js';
import { loadTasks } from './load-tasks.js';
import { loadUnits } from './load-units.js';
import { filesBelow, readYaml, SEEDS, seedsHash } from './seed-files.js';
import type { EditionFile } from './seed-formats.js';

const ACTOR = 'reference-data';

/** Brings `seeds/` into the database; a second load of the same files does nothing. */
@Injectable()
export class ReferenceDataService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly imports: ImportsService,
    private readonly assessments: AssessmentsService,
    private readonly editions: EditionsService,
    private readonly observations: ObservationsService,
    private readonly store: FrameworkStoreService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @param onProgress told one line for each step
   * @returns false when the files were loaded already
   * @throws Problem when a file has faults or changes what an assessment has used
   */
  async load(onProgress: (line: string) => void = () => undefined): Promise<boolean> {
    const hash = seedsHash();
    const known: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM reference_load WHERE content_hash = $1`,
      [hash],
    );
    if (known.length > 0) return false;
    refuseUnknownReferences();
    const files = filesBelow(join(SEEDS, 'published'), ['edition.yaml']);
    const editions = files.map((path) => ({ folder: dirname(path), edition: readYaml<EditionFile>(path) }));
    await this.dataSource.transaction(async (manager) => {
      onProgress(`${await loadLaw(manager)} legal documents`);
      const { loaded, kept } = await loadUnits(manager);
      const asChanged = kept === 0 ? '' : `, ${kept} left as an operator changed them`;
      onProgress(`${loaded} organisation units${asChanged}`);
      onProgress(`${await loadFrameworks(manager, this.store)} framework versions`);
      onProgress(`${await loadDatabases(manager)} national databases`);
      onProgress(`${await loadTargets(manager)} targets`);
      onProgress(`${await loadDuties(manager)} duties`);
      onProgress(`${await loadGuidance(manager)} frameworks of guidance`);
      onProgress(`${await loadTasks(manager)} tasks`);
      for (const { edition } of editions) await loadPeerGroups(manager, edition);
    });
    for (const { folder, edition } of editions) onProgress(await this.loadEdition(folder, edition));
    await this.dataSource.transaction(async (manager) => {
      await manager.query(`INSERT INTO reference_load (content_hash) VALUES ($1) ON CONFLICT DO NOTHING`, [
        hash,
      ]);
      // One event for all the rows of the files; imports, assessments and editions have told their own.
      const after = { contentHash: hash, editions: editions.length };
      await this.audit.record({ action: 'seed.load', object: 'seeds', after }, manager);
    });
    return true;
  }

  private async loadEdition(folder: string, edition: EditionFile): Promise<string> {
    const assessmentIds: string[] = [];
    let figures = 0;
    for (const { framework, file } of edition.assessments) {
      if (file === undefined) continue;
      const report = await this.imports.importFile(
        readFileSync(join(folder, file)),
        { framework, period: edition.period, fileName: `${basename(folder)}/${file}` },
        ACTOR,
      );
      if (report.id !== null) await this.observations.releaseImport(report.id, edition.published_on);
      figures += report.newCount + report.changedCount;
      const assessment = await this.assessments.run(
        { framework, period: edition.period, rosterDate: edition.roster_date },
        ACTOR,
      );
      assessmentIds.push(assessment.id);
    }
    const outcome = await this.editions.recordPublished(
      {
        code: edition.code,
        titleVi: edition.title.vi,
        titleEn: edition.title.en,
        assessmentIds,
        noteVi: edition.note?.vi,
        noteEn: edition.note?.en,
        publishedOn: edition.published_on,
        confidence: edition.confidence,
        sourceIds: edition.source,
        checkFigures: edition.check_figures.map((figure) => ({
          frameworkVersion: figure.framework,
          groupCode: figure.group,
          dataElement: figure.element,
          statistic: figure.statistic,
          value: figure.value,
          decimals: figure.decimals,
          confidence: figure.confidence,
          sourceIds: [...figure.source],
        })),
      },
      ACTOR,
    );
    return `${edition.code}: ${figures} new figures, edition ${outcome}`;
  }
}
