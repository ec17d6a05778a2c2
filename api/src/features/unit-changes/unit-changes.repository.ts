import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Level } from '../units/unit.dto.js';
import type { Known, Step, Table, World } from './rules/world.js';
import { UnitChange } from './unit-change.entity.js';
import type { UnitChangeQuery } from './unit-change.dto.js';

interface Stored {
  readonly table: string;
  readonly columns: readonly string[];
  /** What finds a row again; a day that is open is equal to itself. */
  readonly key: readonly string[];
}

const DAYS = ['valid_from', 'valid_to'];
const SOURCED = ['confidence', 'source_ids'];

const TABLES: { readonly [T in Table]: Stored } = {
  unit: {
    table: 'organisation_unit',
    columns: ['id', 'level', 'legal_basis', 'note', ...SOURCED, ...DAYS],
    key: ['id', ...DAYS],
  },
  name: dated('unit_name', ['name_vi', 'short_name_vi', 'name_en']),
  kind: dated('unit_kind', ['kind']),
  code: dated('unit_code', ['scheme', 'code', 'verified', ...SOURCED], ['scheme']),
  region: dated('unit_region', ['region_id', 'source_ids']),
  alias: dated('unit_alias', ['text'], ['text']),
  charge: dated('ministry_in_charge', ['abbreviation', ...SOURCED]),
  succession: {
    table: 'succession',
    columns: [
      'change',
      'effective_date',
      'predecessor_id',
      'successor_id',
      'legal_basis',
      'note',
      ...SOURCED,
    ],
    key: ['change', 'effective_date', 'predecessor_id', 'successor_id'],
  },
};

function dated(table: string, columns: readonly string[], keys: readonly string[] = []): Stored {
  return { table, columns: ['unit_id', ...columns, ...DAYS], key: ['unit_id', ...keys, ...DAYS] };
}

/** Who there is, read as a whole and written row by row; and the record of what was changed. */
@Injectable()
export class UnitChangesRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** One transaction; changes of units, and the load of the seeds, are made one after another. */
  async exclusively<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:units'))`);
      return work(manager);
    });
  }

  async known(manager: EntityManager = this.dataSource.manager): Promise<Known> {
    const world: Partial<Record<Table, unknown>> = {};
    for (const table of Object.keys(TABLES) as Table[]) world[table] = await rowsOf(manager, TABLES[table]);
    const regions: Known['regions'] = await manager.query(
      `SELECT id, valid_from AS "validFrom", valid_to AS "validTo" FROM region ORDER BY position`,
    );
    const published: { level: Level; day: string }[] = await manager.query(`
      SELECT a.level, max(a.roster_date) AS day
      FROM edition e
      JOIN edition_assessment p ON p.edition_code = e.code AND p.revision = e.revision
      JOIN assessment a ON a.id = p.assessment_id
      WHERE e.status = 'published' AND e.data_set = 'official'
      GROUP BY a.level`);
    const [last]: { day: string | null }[] = await manager.query(
      `SELECT max(published_on) AS day FROM edition WHERE status = 'published' AND data_set = 'official'`,
    );
    const dayOf = (level: Level) => published.find((one) => one.level === level)?.day ?? null;
    return {
      world: world as World,
      regions,
      published: { nation: dayOf('nation'), ministry: dayOf('ministry'), province: dayOf('province') },
      publishedOn: last?.day ?? null,
    };
  }

  /** Writes rows: what ends first, so that what begins finds its place free; units before what is of them. @returns false when a row was not found */
  async write(steps: readonly Step[], manager: EntityManager): Promise<boolean> {
    for (const step of steps.filter(({ before }) => before !== null)) {
      if (!(await change(step, manager))) return false;
    }
    const made = steps.filter(({ before }) => before === null);
    const [units, facts] = [made.filter(isUnit), made.filter((step) => !isUnit(step))];
    for (const step of [...units, ...facts]) await insert(step, manager);
    return true;
  }

  async append(row: Omit<UnitChange, 'id' | 'recordedAt'>, manager: EntityManager): Promise<UnitChange> {
    const { identifiers } = await manager.insert(UnitChange, row as object);
    return manager.findOneByOrFail(UnitChange, { id: String(identifiers[0]?.['id']) });
  }

  /** The newest first. */
  async page({ unit, kind, page, size }: UnitChangeQuery): Promise<[UnitChange[], number]> {
    const query = this.dataSource.createQueryBuilder(UnitChange, 'c').orderBy('c.id', 'DESC');
    if (unit !== undefined) query.andWhere(':unit = ANY (c.unitIds)', { unit });
    if (kind !== undefined) query.andWhere('c.kind = :kind', { kind });
    return query
      .skip((page - 1) * size)
      .take(size)
      .getManyAndCount();
  }
}

function isUnit({ table }: Step): boolean {
  return table === 'unit';
}

function camel(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

async function rowsOf(manager: EntityManager, { table, columns }: Stored): Promise<unknown> {
  const named = columns.map((column) => `${column} AS "${camel(column)}"`).join(', ');
  return manager.query(`SELECT ${named} FROM ${table} ORDER BY ${columns[0]}, ${columns.at(-2)}`);
}

function valuesOf(row: object, columns: readonly string[]): unknown[] {
  return columns.map((column) => (row as Record<string, unknown>)[camel(column)] ?? null);
}

async function insert({ table, after }: Step, manager: EntityManager): Promise<void> {
  const { table: name, columns } = TABLES[table];
  if (after === null) return;
  await manager.query(
    `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
    valuesOf(after, columns),
  );
}

/** Other days for a row that is there; nothing else of it ever changes. */
async function change({ table, before, after }: Step, manager: EntityManager): Promise<boolean> {
  if (before === null || after === null || !('validFrom' in after)) return false;
  const { table: name, key } = TABLES[table];
  const found = key.map((column, index) => `${column} IS NOT DISTINCT FROM $${index + 3}`).join(' AND ');
  const [, count]: [unknown, number] = await manager.query(
    `UPDATE ${name} SET valid_from = $1, valid_to = $2 WHERE ${found}`,
    [after.validFrom, after.validTo, ...valuesOf(before, key)],
  );
  return count === 1;
}
