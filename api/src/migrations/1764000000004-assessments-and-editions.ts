import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Assessments are immutable once made; a published edition is frozen, a correction is a new revision. */
export class AssessmentsAndEditions1764000000004 implements MigrationInterface {
  readonly name = 'AssessmentsAndEditions1764000000004';

  async up(db: QueryRunner): Promise<void> {
    await createAssessments(db);
    await createEditions(db);
    await freeze(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE reference_load, check_figure, edition_assessment, edition, assessment_node,
      assessment_unit, assessment`);
    await db.query(`DROP FUNCTION refuse_change_when_published, refuse_change_of_published_part`);
  }
}

async function createAssessments(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE assessment (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      framework_version text NOT NULL REFERENCES framework_version,
      level text NOT NULL,
      period text NOT NULL,
      roster_date date NOT NULL,
      basis text NOT NULL CHECK (basis IN ('as_published', 'computed')),
      recipe jsonb NOT NULL,
      input_hash text NOT NULL,
      engine_version text NOT NULL,
      unit_count integer NOT NULL,
      scored_count integer NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by text NOT NULL,
      UNIQUE (input_hash, engine_version)
    )`);
  await db.query(`
    CREATE TABLE assessment_unit (
      assessment_id bigint NOT NULL REFERENCES assessment,
      unit_id text NOT NULL REFERENCES organisation_unit,
      position integer NOT NULL,
      group_code text,
      region_id text REFERENCES region,
      state text NOT NULL,
      total double precision,
      total_basis text CHECK (total_basis IN ('published', 'computed')),
      published_total double precision,
      computed_total double precision,
      difference double precision,
      agrees boolean,
      rank integer,
      rank_basis text CHECK (rank_basis IN ('published', 'computed')),
      published_rank integer,
      computed_rank integer,
      tied boolean NOT NULL,
      coverage double precision NOT NULL,
      confidence text,
      source_ids text[] NOT NULL DEFAULT '{}',
      checks jsonb NOT NULL DEFAULT '[]',
      PRIMARY KEY (assessment_id, unit_id)
    )`);
  await db.query(`
    CREATE TABLE assessment_node (
      assessment_id bigint NOT NULL,
      unit_id text NOT NULL,
      node_code text NOT NULL,
      position integer NOT NULL,
      parent_code text,
      state text NOT NULL,
      value double precision,
      points double precision,
      max_points double precision NOT NULL,
      weight_asked double precision NOT NULL,
      weight_effective double precision,
      contribution double precision,
      coverage double precision NOT NULL,
      observation_id bigint REFERENCES observation,
      reasons text[] NOT NULL DEFAULT '{}',
      PRIMARY KEY (assessment_id, unit_id, node_code),
      FOREIGN KEY (assessment_id, unit_id) REFERENCES assessment_unit
    )`);
  await db.query(`CREATE INDEX assessment_unit_by_unit ON assessment_unit (unit_id)`);
}

async function createEditions(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE edition (
      code text NOT NULL,
      revision integer NOT NULL CHECK (revision >= 1),
      index_code text NOT NULL,
      title_vi text NOT NULL,
      title_en text NOT NULL,
      period text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('as_published', 'computed')),
      status text NOT NULL CHECK (status IN ('draft', 'published')),
      published_on date,
      published_by text,
      roster_date date NOT NULL,
      note_vi text,
      note_en text,
      confidence text,
      source_ids text[] NOT NULL DEFAULT '{}',
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by text NOT NULL,
      PRIMARY KEY (code, revision),
      CHECK ((status = 'published') = (published_on IS NOT NULL))
    )`);
  await db.query(`
    CREATE TABLE edition_assessment (
      edition_code text NOT NULL,
      revision integer NOT NULL,
      position integer NOT NULL,
      assessment_id bigint NOT NULL REFERENCES assessment,
      PRIMARY KEY (edition_code, revision, assessment_id),
      FOREIGN KEY (edition_code, revision) REFERENCES edition
    )`);
  await db.query(`
    CREATE TABLE check_figure (
      edition_code text NOT NULL,
      revision integer NOT NULL,
      position integer NOT NULL,
      framework_version text NOT NULL REFERENCES framework_version,
      group_code text,
      data_element text NOT NULL REFERENCES data_element,
      statistic text NOT NULL CHECK (statistic IN ('mean')),
      value double precision NOT NULL,
      decimals integer NOT NULL,
      confidence text NOT NULL,
      source_ids text[] NOT NULL DEFAULT '{}',
      PRIMARY KEY (edition_code, revision, position),
      FOREIGN KEY (edition_code, revision) REFERENCES edition
    )`);
  await db.query(`
    CREATE TABLE reference_load (
      content_hash text PRIMARY KEY,
      loaded_at timestamptz NOT NULL DEFAULT now()
    )`);
}

async function freeze(db: QueryRunner): Promise<void> {
  for (const table of ['assessment', 'assessment_unit', 'assessment_node']) {
    await db.query(`
      CREATE TRIGGER ${table}_immutable BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }
  await db.query(`
    CREATE FUNCTION refuse_change_when_published() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.status = 'published' THEN
        RAISE EXCEPTION 'edition % revision % is published and frozen', OLD.code, OLD.revision
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$`);
  await db.query(`
    CREATE TRIGGER edition_frozen BEFORE UPDATE OR DELETE ON edition
    FOR EACH ROW EXECUTE FUNCTION refuse_change_when_published()`);
  await db.query(`
    CREATE FUNCTION refuse_change_of_published_part() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      part record := CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    BEGIN
      IF EXISTS (SELECT 1 FROM edition
                 WHERE code = part.edition_code AND revision = part.revision AND status = 'published') THEN
        RAISE EXCEPTION 'edition % revision % is published and frozen', part.edition_code, part.revision
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN part;
    END $$`);
  for (const table of ['edition', 'edition_assessment', 'check_figure']) {
    await db.query(`
      CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }
  for (const table of ['edition_assessment', 'check_figure']) {
    await db.query(`
      CREATE TRIGGER ${table}_frozen BEFORE INSERT OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_part()`);
    await db.query(`
      CREATE TRIGGER ${table}_append_only BEFORE UPDATE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  }
}
