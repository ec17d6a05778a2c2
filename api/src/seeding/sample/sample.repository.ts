import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { removalsOf, type TableKeys } from './sample-tables.js';
import type { SampleElement, SampleFigure, SampleSuccession } from './sample-world.js';

/** How many rows of each table a data set has, tables without any left out. */
export type RowCounts = readonly { readonly table: string; readonly rows: number }[];

export interface SampleLoadRow {
  readonly seed: number;
  readonly contentHash: string;
}

/** Rows in one INSERT. */
const CHUNK = 5_000;

@Injectable()
export class SampleRepository {
  constructor(private readonly dataSource: DataSource) {}

  async inTransaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:sample'))`);
      return work(manager);
    });
  }

  /** The sample that is loaded whole; null where none is. */
  async loaded(dataSet: string): Promise<SampleLoadRow | null> {
    const rows: { seed: string; contentHash: string }[] = await this.dataSource.query(
      `SELECT seed, content_hash AS "contentHash" FROM sample_load WHERE data_set = $1`,
      [dataSet],
    );
    const [row] = rows;
    return row === undefined ? null : { seed: Number(row.seed), contentHash: row.contentHash };
  }

  async markLoaded(
    dataSet: string,
    { seed, contentHash }: SampleLoadRow,
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(`INSERT INTO sample_load (data_set, seed, content_hash) VALUES ($1, $2, $3)`, [
      dataSet,
      seed,
      contentHash,
    ]);
  }

  async addDataSet(
    set: { code: string; nameVi: string; nameEn: string; noteVi: string; noteEn: string },
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO data_set (code, kind, name_vi, name_en, note_vi, note_en) VALUES ($1, 'sample', $2, $3, $4, $5)`,
      [set.code, set.nameVi, set.nameEn, set.noteVi, set.noteEn],
    );
  }

  async successions(): Promise<SampleSuccession[]> {
    return this.dataSource.query(
      `SELECT predecessor_id AS "predecessorId", successor_id AS "successorId" FROM succession
       ORDER BY predecessor_id, successor_id`,
    );
  }

  /** Data elements that units report; those of published tables have no levels. */
  async reportedElements(): Promise<SampleElement[]> {
    return this.dataSource.query(
      `SELECT code, value_type AS "valueType", levels FROM data_element WHERE cardinality(levels) > 0 ORDER BY code`,
    );
  }

  async addFigures(
    figures: readonly SampleFigure[],
    about: {
      readonly dataSet: string;
      readonly actor: string;
      readonly sourceId: string;
      readonly yearInCourse: string;
    },
    manager: EntityManager,
  ): Promise<void> {
    for (let start = 0; start < figures.length; start += CHUNK) {
      await manager.query(
        `INSERT INTO observation (data_set, unit_id, data_element, period, value, text_value, status, note,
                                  source_ids, confidence, written_at, written_by, released_on)
         SELECT $2, f."unitId", f."dataElement", f.period, f.value, f."textValue", f.status, f.note,
                ARRAY[$3], 'low', f."writtenAt", $4, CASE WHEN f.period < $5 THEN f."writtenAt"::date END
         FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("unitId" text, "dataElement" text, period text,
              value numeric, "textValue" text, status text, note text, "writtenAt" timestamptz))
              WITH ORDINALITY f
         ORDER BY f.ordinality`,
        [
          JSON.stringify(figures.slice(start, start + CHUNK)),
          about.dataSet,
          about.sourceId,
          about.actor,
          about.yearInCourse,
        ],
      );
    }
  }

  /** Rows of a data set, table by table. */
  async counts(dataSet: string, manager: EntityManager = this.dataSource.manager): Promise<RowCounts> {
    const counted: { table: string; rows: number }[] = [];
    for (const { table, where } of removalsOf(await this.tables(manager))) {
      const rows: { count: string }[] = await manager.query(
        `SELECT count(*) FROM ${table} t WHERE ${where}`,
        [dataSet],
      );
      counted.push({ table, rows: Number(rows[0]?.count ?? 0) });
    }
    return counted.filter(({ rows }) => rows > 0);
  }

  /** Deletes a data set and all that belongs to it. The triggers refuse it for the official one. */
  async remove(dataSet: string, manager: EntityManager): Promise<void> {
    for (const { table, where } of removalsOf(await this.tables(manager))) {
      await manager.query(`DELETE FROM ${table} t WHERE ${where}`, [dataSet]);
    }
    await manager.query(`DELETE FROM data_set WHERE code = $1 AND kind = 'sample'`, [dataSet]);
  }

  private async tables(manager: EntityManager): Promise<TableKeys[]> {
    return manager.query(`
      SELECT c.relname AS "table",
             EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'data_set') AS "ofDataSet",
             COALESCE((
               SELECT json_agg(json_build_object(
                 'parent', p.relname,
                 'columns', (SELECT json_agg(a.attname ORDER BY k.at) FROM unnest(f.conkey) WITH ORDINALITY k (key, at)
                             JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.key),
                 'parentColumns', (SELECT json_agg(a.attname ORDER BY k.at) FROM unnest(f.confkey) WITH ORDINALITY k (key, at)
                                   JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.key))
                 ORDER BY f.conname)
               FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid
               WHERE f.contype = 'f' AND f.conrelid = c.oid), '[]') AS references
      FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
      ORDER BY c.relname`);
  }
}
