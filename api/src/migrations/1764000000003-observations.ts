import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports and observations. Both are append-only: a correction is a later row, never a change. */
export class Observations1764000000003 implements MigrationInterface {
  readonly name = 'Observations1764000000003';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
          USING ERRCODE = 'integrity_constraint_violation';
      END $$`);
    await db.query(`
      CREATE TABLE data_import (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        framework_version text NOT NULL REFERENCES framework_version,
        period text NOT NULL,
        file_name text NOT NULL,
        bytes integer NOT NULL,
        sha256 text NOT NULL,
        encoding text NOT NULL,
        delimiter text NOT NULL,
        rows integer NOT NULL,
        unit_count integer NOT NULL,
        new_count integer NOT NULL,
        changed_count integer NOT NULL,
        unchanged_count integer NOT NULL,
        changes jsonb NOT NULL,
        imported_at timestamptz NOT NULL DEFAULT now(),
        imported_by text NOT NULL
      )`);
    await db.query(`
      CREATE TABLE observation (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        unit_id text NOT NULL REFERENCES organisation_unit,
        data_element text NOT NULL REFERENCES data_element,
        period text NOT NULL,
        value numeric,
        text_value text,
        status char(1) NOT NULL CHECK (status IN ('A', 'E', 'I', 'P', 'V', 'B', 'M', 'L', 'O')),
        source_ids text[] NOT NULL DEFAULT '{}',
        confidence text,
        note text,
        written_at timestamptz NOT NULL DEFAULT now(),
        written_by text NOT NULL,
        import_id bigint REFERENCES data_import,
        CHECK ((status IN ('M', 'L', 'O')) = (value IS NULL AND text_value IS NULL)),
        CHECK (value IS NULL OR value NOT IN ('NaN', 'Infinity', '-Infinity'))
      )`);
    await db.query(`CREATE INDEX observation_cell ON observation (period, data_element, unit_id, id DESC)`);
    await db.query(`CREATE INDEX observation_unit ON observation (unit_id, period)`);
    for (const table of ['data_import', 'observation']) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
      await db.query(`
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await db.query(`
      CREATE VIEW current_observation AS
      SELECT DISTINCT ON (period, data_element, unit_id) *
      FROM observation
      ORDER BY period, data_element, unit_id, id DESC`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP VIEW current_observation`);
    await db.query(`DROP TABLE observation, data_import`);
    await db.query(`DROP FUNCTION refuse_change`);
  }
}
