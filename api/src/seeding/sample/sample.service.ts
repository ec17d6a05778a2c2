import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { canonicalJson, sha256 } from '../../platform/digest.js';
import { UnitsService } from '../../features/units/units.service.js';
import { seedsHash } from '../seed-files.js';
import { generateRecords } from './generate-records.js';
import { generateFigures } from './generate-figures.js';
import { SampleEditionsService } from './sample-editions.service.js';
import { SampleRecordsRepository } from './sample-records.repository.js';
import { type RowCounts, SampleRepository } from './sample.repository.js';
import { SAMPLE, type SampleWorld, type SampleYear } from './sample-world.js';

type Progress = (line: string) => void;
const silent: Progress = () => undefined;

/** Counted up when the same seed would give other rows than before. */
const GENERATOR = 1;

/** The sample data set: loaded as a whole, removed as a whole, and never mixed with official figures. */
@Injectable()
export class SampleService {
  constructor(
    private readonly repository: SampleRepository,
    private readonly records: SampleRecordsRepository,
    private readonly units: UnitsService,
    private readonly editions: SampleEditionsService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Loads the sample of a seed. The one that is loaded stays when it is the same; another one, or one that
   * was cut short, is replaced.
   *
   * @param onProgress told one line for each step
   * @returns false when it was loaded already
   */
  async load(seed: number = SAMPLE.seed, onProgress: Progress = silent): Promise<boolean> {
    const contentHash = sha256(canonicalJson({ generator: GENERATOR, seed, seeds: seedsHash() }));
    if ((await this.repository.loaded(SAMPLE.dataSet))?.contentHash === contentHash) return false;
    try {
      await this.fill(seed, onProgress);
      await this.repository.inTransaction(async (manager) => {
        await this.repository.markLoaded(SAMPLE.dataSet, { seed, contentHash }, manager);
        await this.audit.record(
          { action: 'sample.load', object: `data-set:${SAMPLE.dataSet}`, after: { seed, contentHash } },
          manager,
        );
      });
    } catch (error) {
      await this.purge();
      throw error;
    }
    return true;
  }

  private async fill(seed: number, onProgress: Progress): Promise<void> {
    const world = await this.world(seed);
    const { figures, reports } = generateFigures(world);
    await this.repository.inTransaction(async (manager) => {
      await this.repository.remove(SAMPLE.dataSet, manager);
      await this.repository.addDataSet({ code: SAMPLE.dataSet, ...words(seed) }, manager);
      await this.repository.addFigures(figures, SAMPLE, manager);
    });
    const { tables, registers } = generateRecords(world, reports, await this.records.reference());
    await this.repository.inTransaction(async (manager) => {
      for (const rows of tables) await this.records.add(rows, manager);
      await this.records.addRegisters(registers.databases, manager);
    });
    onProgress(
      `${figures.length} sample figures of ${reports.length} reports, ${tables.reduce((sum, { rows }) => sum + rows.length, 0)} records, ${registers.databases.length} databases`,
    );
    await this.editions.make(world, onProgress);
  }

  /** What a purge would remove; nothing where no sample is loaded. */
  async held(): Promise<RowCounts> {
    return this.repository.counts(SAMPLE.dataSet);
  }

  /** Removes the sample and all that belongs to it, in one transaction. @returns what was removed */
  async purge(): Promise<RowCounts> {
    return this.repository.inTransaction(async (manager) => {
      const counts = await this.repository.counts(SAMPLE.dataSet, manager);
      await this.repository.remove(SAMPLE.dataSet, manager);
      const before = Object.fromEntries(counts.map(({ table, rows }) => [table, rows]));
      await this.audit.record(
        { action: 'sample.purge', object: `data-set:${SAMPLE.dataSet}`, before },
        manager,
      );
      return counts;
    });
  }

  private async world(seed: number): Promise<SampleWorld> {
    const [successions, elements, years] = await Promise.all([
      this.repository.successions(),
      this.repository.reportedElements(),
      Promise.all(SAMPLE.years.map((period) => this.year(period))),
    ]);
    return { seed, years, successions, elements };
  }

  private async year(period: string): Promise<SampleYear> {
    const on = `${period}-12-31`;
    const [units, regions] = await Promise.all([this.units.roster(on), this.units.regions(on)]);
    return {
      period,
      units: units.map(({ id, level, kind, regionId }) => ({ id, level, kind, regionId })),
      regions: regions.map(({ id }) => id),
    };
  }
}

function words(seed: number) {
  return {
    nameVi: 'Dữ liệu mẫu',
    nameEn: 'Sample data',
    noteVi: `Tạo tự động từ hạt giống ${seed} để giới thiệu hệ thống; không phải số liệu thật.`,
    noteEn: `Generated from seed ${seed} to show the system at work; none of it is real.`,
  };
}
