import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every reported or scored row belongs to a data set: the official one, or a sample beside it. A row of the
 * official set can never be deleted; those of a sample can, so that it leaves no trace. Data elements of
 * more types; operator settings as a history.
 */
export class DataSets1764000000005 implements MigrationInterface {
  readonly name = 'DataSets1764000000005';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE data_set (
        code text PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('official', 'sample')),
        name_vi text NOT NULL,
        name_en text NOT NULL,
        note_vi text,
        note_en text,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      INSERT INTO data_set (code, kind, name_vi, name_en)
      VALUES ('official', 'official', 'Số liệu chính thức', 'Official figures')`);
    for (const table of ['data_import', 'observation', 'assessment', 'edition']) {
      await db.query(
        `ALTER TABLE ${table} ADD COLUMN data_set text NOT NULL DEFAULT 'official' REFERENCES data_set`,
      );
    }
    await currentByDataSet(db);
    await deletionOfSamples(db);
    await elementTypes(db);
    await db.query(`
      CREATE TABLE operator_setting (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        code text NOT NULL,
        value jsonb NOT NULL,
        reason text NOT NULL,
        set_by text NOT NULL,
        set_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TRIGGER operator_setting_append_only BEFORE UPDATE OR DELETE ON operator_setting
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TRIGGER operator_setting_no_truncate BEFORE TRUNCATE ON operator_setting
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }

  async down(): Promise<void> {
    // Rows of a sample would become official figures.
    throw new Error('Data sets cannot be taken back: restore a backup');
  }
}

async function currentByDataSet(db: QueryRunner): Promise<void> {
  await db.query(`DROP VIEW current_observation`);
  await db.query(`DROP INDEX observation_cell`);
  await db.query(
    `CREATE INDEX observation_cell ON observation (data_set, period, data_element, unit_id, id DESC)`,
  );
  await db.query(`
    CREATE VIEW current_observation AS
    SELECT DISTINCT ON (data_set, period, data_element, unit_id) *
    FROM observation
    ORDER BY data_set, period, data_element, unit_id, id DESC`);
}

async function deletionOfSamples(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION is_sample(code text) RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT EXISTS (SELECT 1 FROM data_set WHERE data_set.code = is_sample.code AND kind = 'sample')
    $$`);
  await db.query(`
    CREATE FUNCTION refuse_change_of_official() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND is_sample(OLD.data_set) THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
    END $$`);
  await db.query(`
    CREATE FUNCTION refuse_change_of_official_result() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'DELETE'
         AND EXISTS (SELECT 1 FROM assessment WHERE id = OLD.assessment_id AND is_sample(data_set)) THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
    END $$`);
  for (const table of ['data_import', 'observation']) {
    await replaceTrigger(db, table, `${table}_append_only`, 'UPDATE OR DELETE', 'refuse_change_of_official');
  }
  await replaceTrigger(
    db,
    'assessment',
    'assessment_immutable',
    'UPDATE OR DELETE',
    'refuse_change_of_official',
  );
  for (const table of ['assessment_unit', 'assessment_node']) {
    await replaceTrigger(
      db,
      table,
      `${table}_immutable`,
      'UPDATE OR DELETE',
      'refuse_change_of_official_result',
    );
  }
  await db.query(`
    CREATE OR REPLACE FUNCTION refuse_change_when_published() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.status = 'published' AND NOT (TG_OP = 'DELETE' AND is_sample(OLD.data_set)) THEN
        RAISE EXCEPTION 'edition % revision % is published and frozen', OLD.code, OLD.revision
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$`);
  await db.query(`
    CREATE OR REPLACE FUNCTION refuse_change_of_published_part() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      part record := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    BEGIN
      IF EXISTS (SELECT 1 FROM edition
                 WHERE code = part.edition_code AND revision = part.revision AND status = 'published'
                   AND NOT (TG_OP = 'DELETE' AND is_sample(data_set))) THEN
        RAISE EXCEPTION 'edition % revision % is published and frozen', part.edition_code, part.revision
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN part;
    END $$`);
}

async function replaceTrigger(
  db: QueryRunner,
  table: string,
  name: string,
  events: string,
  made: string,
): Promise<void> {
  await db.query(`DROP TRIGGER ${name} ON ${table}`);
  await db.query(`
    CREATE TRIGGER ${name} BEFORE ${events} ON ${table}
    FOR EACH ROW EXECUTE FUNCTION ${made}()`);
}

async function elementTypes(db: QueryRunner): Promise<void> {
  await db.query(`ALTER TABLE data_element DROP CONSTRAINT data_element_value_type_check`);
  await db.query(`
    ALTER TABLE data_element
      ADD CONSTRAINT data_element_value_type_check
        CHECK (value_type IN ('ratio', 'rank', 'code', 'count', 'amount', 'yes_no', 'day')),
      ADD COLUMN unit_vi text,
      ADD COLUMN unit_en text,
      ADD COLUMN levels text[] NOT NULL DEFAULT '{}'`);
}
