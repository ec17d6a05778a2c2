import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Duties as rules that fall due, and what units have sent; the framework of guidance with its levels of
 * maturity, and how units see themselves. What units say is append-only.
 */
export class Duties1764000000009 implements MigrationInterface {
  readonly name = 'Duties1764000000009';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE duty (
        code text PRIMARY KEY,
        position integer NOT NULL,
        counted text CHECK (counted IN ('decision-142-2024', 'other-documents')),
        act text NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        words text,
        time_printed text,
        text_check text NOT NULL CHECK (text_check IN ('as_printed', 'mended', 'damaged')),
        legal_basis text[] NOT NULL,
        who jsonb NOT NULL,
        actor_vi text NOT NULL,
        actor_en text NOT NULL,
        schedule jsonb NOT NULL,
        recipients jsonb NOT NULL,
        standing text NOT NULL CHECK (standing IN ('binding', 'guidance', 'proposed', 'history')),
        in_force boolean NOT NULL,
        valid_from date,
        valid_to date,
        note_vi text,
        note_en text,
        confidence text NOT NULL,
        source_ids text[] NOT NULL
      )`);
    await db.query(`
      CREATE TABLE duty_submission (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        data_set text NOT NULL DEFAULT 'official' REFERENCES data_set,
        duty_code text NOT NULL REFERENCES duty,
        unit_id text NOT NULL REFERENCES organisation_unit,
        period text NOT NULL,
        action text NOT NULL CHECK (action IN ('sent', 'returned')),
        happened_on date NOT NULL,
        happened_at timestamptz,
        document_number text,
        reason text,
        note text,
        written_at timestamptz NOT NULL DEFAULT now(),
        written_by text NOT NULL,
        CHECK ((action = 'returned') = (reason IS NOT NULL))
      )`);
    await db.query(
      `CREATE INDEX duty_submission_place ON duty_submission (data_set, duty_code, period, unit_id, id)`,
    );
    await guidance(db);
    for (const table of ['duty_submission', 'maturity_self_assessment']) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_official()`);
      await db.query(`
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP TABLE maturity_self_assessment, maturity_criterion, maturity_level, guidance_activity,
                  guidance_group, guidance_framework, duty_submission, duty`,
    );
  }
}

async function guidance(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE guidance_framework (
      code text PRIMARY KEY,
      document_id text NOT NULL,
      name_vi text NOT NULL,
      name_en text NOT NULL,
      standing text NOT NULL,
      presented_on date NOT NULL,
      confidence text NOT NULL,
      source_ids text[] NOT NULL
    )`);
  await db.query(`
    CREATE TABLE guidance_group (
      framework_code text NOT NULL REFERENCES guidance_framework,
      code text NOT NULL,
      position integer NOT NULL,
      name_vi text NOT NULL,
      name_en text NOT NULL,
      basis_printed text,
      legal_basis text[] NOT NULL,
      PRIMARY KEY (framework_code, code)
    )`);
  await db.query(`
    CREATE TABLE guidance_activity (
      framework_code text NOT NULL,
      code text NOT NULL,
      group_code text NOT NULL,
      number integer,
      position integer NOT NULL,
      name_vi text NOT NULL,
      name_en text NOT NULL,
      agency text,
      objective text,
      result text,
      basis_printed text,
      legal_basis text[] NOT NULL,
      applies_to text[] NOT NULL,
      text_check text NOT NULL CHECK (text_check IN ('as_printed', 'mended', 'damaged')),
      PRIMARY KEY (framework_code, code),
      FOREIGN KEY (framework_code, group_code) REFERENCES guidance_group
    )`);
  await db.query(`
    CREATE TABLE maturity_level (
      framework_code text NOT NULL REFERENCES guidance_framework,
      level integer NOT NULL,
      name_vi text NOT NULL,
      name_en text NOT NULL,
      headline_vi text,
      headline_en text,
      PRIMARY KEY (framework_code, level)
    )`);
  await db.query(`
    CREATE TABLE maturity_criterion (
      framework_code text NOT NULL,
      code text NOT NULL,
      level integer NOT NULL,
      position integer NOT NULL,
      text_vi text NOT NULL,
      text_en text NOT NULL,
      text_check text NOT NULL CHECK (text_check IN ('as_printed', 'mended', 'damaged')),
      PRIMARY KEY (framework_code, code),
      FOREIGN KEY (framework_code, level) REFERENCES maturity_level
    )`);
  await db.query(`
    CREATE TABLE maturity_self_assessment (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      data_set text NOT NULL DEFAULT 'official' REFERENCES data_set,
      framework_code text NOT NULL,
      criterion_code text NOT NULL,
      unit_id text NOT NULL REFERENCES organisation_unit,
      met boolean NOT NULL,
      evidence text,
      assessed_on date NOT NULL,
      written_at timestamptz NOT NULL DEFAULT now(),
      written_by text NOT NULL,
      FOREIGN KEY (framework_code, criterion_code) REFERENCES maturity_criterion
    )`);
  await db.query(
    `CREATE INDEX maturity_self_assessment_place
     ON maturity_self_assessment (data_set, framework_code, unit_id, criterion_code, id)`,
  );
}
