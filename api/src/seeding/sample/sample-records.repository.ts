import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SampleDuty, SampleReference, SampleTask, SampleTerm, TableRows } from './sample-reference.js';
import type { RegisteredSample } from './sample-registers.js';
import { SAMPLE } from './sample-world.js';

/** Rows in one INSERT. */
const CHUNK = 5_000;

type Row = Readonly<Record<string, unknown>>;

/** Reads what records are made for, and stores them. */
@Injectable()
export class SampleRecordsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async reference(): Promise<SampleReference> {
    const [duties, tasks, databases, terms] = await Promise.all([
      this.dataSource.query<SampleDuty[]>(
        `SELECT code, who->'levels' AS levels, valid_from AS "validFrom", valid_to AS "validTo" FROM duty
         WHERE who ? 'levels' AND in_force AND schedule->>'type' IN ('yearly_before', 'yearly_within')
         ORDER BY position`,
      ),
      this.dataSource.query<SampleTask[]>(
        `SELECT t.code, t.answered_by AS "answeredBy",
                COALESCE(json_agg(json_build_object('number', a.number, 'schedule', a.schedule, 'yearFrom', a.year_from)
                                  ORDER BY a.number) FILTER (WHERE a.number IS NOT NULL), '[]') AS actions
         FROM task t LEFT JOIN task_action a ON a.task_code = t.code GROUP BY t.code ORDER BY t.code`,
      ),
      this.dataSource.query<{ id: string }[]>(`SELECT id FROM national_database ORDER BY position`),
      this.dataSource.query<SampleTerm[]>(
        `SELECT kind, code, levels FROM database_term ORDER BY kind, position`,
      ),
    ]);
    return { duties, tasks, nationalDatabases: databases.map(({ id }) => id), terms };
  }

  async add({ table, rows }: TableRows, manager: EntityManager): Promise<void> {
    for (let start = 0; start < rows.length; start += CHUNK) {
      await insert(table, rows.slice(start, start + CHUNK), manager);
    }
  }

  /** Databases with their parts. Ids are drawn first, so that parts can name what they belong to. */
  async addRegisters(databases: readonly RegisteredSample[], manager: EntityManager): Promise<void> {
    const ids = await this.ids('registered_database', databases.length, manager);
    const of = (at: number) => ({ databaseId: ids[at] });
    const about = { dataSet: SAMPLE.dataSet, writtenBy: SAMPLE.actor };
    const entries = databases.map(({ unitId, version }, at) => ({
      ...about,
      id: ids[at],
      unitId,
      writtenAt: version['writtenAt'],
    }));
    await this.add({ table: 'registered_database', rows: entries }, manager);
    await this.add(
      {
        table: 'registered_database_version',
        rows: databases.map(({ version }, at) => ({ ...version, ...of(at) })),
      },
      manager,
    );
    await this.addSteps(databases, ids, manager);
    await this.addObstacles(databases, ids, manager);
    const services = databases.flatMap(({ service }, at) =>
      service === null ? [] : [{ ...service, ...of(at) }],
    );
    await this.add({ table: 'sharing_service', rows: services }, manager);
  }

  private async addSteps(
    databases: readonly RegisteredSample[],
    databaseIds: readonly string[],
    manager: EntityManager,
  ): Promise<void> {
    const steps = databases.flatMap((database, at) =>
      database.steps.map((step) => ({ ...step, databaseId: databaseIds[at] })),
    );
    const ids = await this.ids('database_inventory_step', steps.length, manager);
    await this.add(
      {
        table: 'database_inventory_step',
        rows: steps.map(({ step, databaseId }, at) => ({ ...step, databaseId, id: ids[at] })),
      },
      manager,
    );
    await this.add(
      {
        table: 'database_finding',
        rows: steps.flatMap(({ findings }, at) =>
          findings.map((finding) => ({ ...finding, stepId: ids[at] })),
        ),
      },
      manager,
    );
  }

  private async addObstacles(
    databases: readonly RegisteredSample[],
    databaseIds: readonly string[],
    manager: EntityManager,
  ): Promise<void> {
    const obstacles = databases.flatMap(({ obstacle }, at) =>
      obstacle === null ? [] : [{ ...obstacle, databaseId: databaseIds[at] }],
    );
    const ids = await this.ids('sharing_obstacle', obstacles.length, manager);
    await this.add(
      {
        table: 'sharing_obstacle',
        rows: obstacles.map(({ row, databaseId }, at) => ({ ...row, databaseId, id: ids[at] })),
      },
      manager,
    );
    await this.add(
      {
        table: 'sharing_obstacle_step',
        rows: obstacles.flatMap(({ steps }, at) => steps.map((step) => ({ ...step, obstacleId: ids[at] }))),
      },
      manager,
    );
  }

  private async ids(table: string, count: number, manager: EntityManager): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query(
      `SELECT nextval(pg_get_serial_sequence($1, 'id')) AS id FROM generate_series(1, $2)`,
      [table, count],
    );
    return rows.map(({ id }) => id);
  }
}

/** Columns are those of the first row; names and values come from the program, never from a request. */
async function insert(table: string, rows: readonly Row[], manager: EntityManager): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first).map(columnOf);
  const json = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf(key), value])),
  );
  await manager.query(
    `INSERT INTO ${table} (${columns.join(', ')}) OVERRIDING SYSTEM VALUE
     SELECT ${columns.map((column) => `r.${column}`).join(', ')}
     FROM ROWS FROM (jsonb_populate_recordset(NULL::${table}, $1::jsonb)) WITH ORDINALITY r
     ORDER BY r.ordinality`,
    [JSON.stringify(json)],
  );
}

function columnOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
