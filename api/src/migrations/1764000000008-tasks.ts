import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tasks of a programme and what is reported of them; a status is never changed, a wrong one is withdrawn. */
export class Tasks1764000000008 implements MigrationInterface {
  readonly name = 'Tasks1764000000008';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE task_party (
        id text PRIMARY KEY,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        position integer NOT NULL
      )`);
    await db.query(`
      CREATE TABLE task_group (
        code text PRIMARY KEY,
        document_id text NOT NULL,
        part text NOT NULL CHECK (part IN ('A', 'B', 'C', 'body')),
        part_name_vi text NOT NULL,
        part_name_en text NOT NULL,
        position integer NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        name_check text NOT NULL,
        note_vi text,
        note_en text
      )`);
    await db.query(`
      CREATE TABLE task (
        code text PRIMARY KEY,
        group_code text NOT NULL REFERENCES task_group,
        position integer NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        text_check text NOT NULL CHECK (text_check IN ('as_printed', 'mended', 'damaged')),
        answered_by text NOT NULL
          CHECK (answered_by IN ('lead', 'each_ministry', 'each_province', 'each_ministry_and_province')),
        leads text[] NOT NULL,
        leads_printed text,
        leads_check text NOT NULL,
        coordinators text[] NOT NULL,
        coordinators_printed text,
        coordinators_check text NOT NULL,
        expected_result_vi text,
        expected_result_en text,
        unclear_clauses text[] NOT NULL,
        note_vi text,
        note_en text,
        source_ids text[] NOT NULL
      )`);
    await db.query(`
      CREATE TABLE task_action (
        task_code text NOT NULL REFERENCES task ON DELETE CASCADE,
        number integer NOT NULL,
        text_vi text,
        body_clauses text[] NOT NULL,
        schedule text NOT NULL CHECK (schedule IN ('years', 'ongoing', 'unstated')),
        year_from integer,
        year_to integer,
        CHECK ((schedule = 'years') = (year_from IS NOT NULL)),
        CHECK ((year_from IS NULL) = (year_to IS NULL)),
        CHECK (year_from <= year_to),
        PRIMARY KEY (task_code, number)
      )`);
    await db.query(`
      CREATE TABLE task_solution (
        clause text PRIMARY KEY,
        position integer NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        task_codes text[] NOT NULL,
        reason_vi text NOT NULL,
        reason_en text NOT NULL,
        source_ids text[] NOT NULL
      )`);
    await db.query(`
      CREATE TABLE task_plan_duty (
        code text PRIMARY KEY,
        document_id text NOT NULL,
        position integer NOT NULL,
        task_code text REFERENCES task,
        action integer,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        quote_vi text NOT NULL,
        implementing_vi text,
        coordinating_vi text,
        expected_result_vi text,
        phase_printed text,
        phase_from integer,
        phase_to integer,
        phase_ongoing boolean NOT NULL,
        deadline_printed text,
        due date,
        confidence text NOT NULL,
        source_ids text[] NOT NULL
      )`);
    await db.query(`
      CREATE TABLE task_count (
        document_id text NOT NULL,
        code text NOT NULL,
        position integer NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        count integer NOT NULL,
        additional boolean NOT NULL,
        quote_vi text NOT NULL,
        confidence text NOT NULL,
        source_ids text[] NOT NULL,
        PRIMARY KEY (document_id, code)
      )`);
    await statuses(db);
  }

  async down(): Promise<void> {
    throw new Error('Reported statuses cannot be taken back: restore a backup');
  }
}

async function statuses(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE task_status (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      task_code text NOT NULL REFERENCES task,
      action integer,
      unit_id text REFERENCES organisation_unit,
      state text CHECK (state IN ('not_started', 'in_progress', 'done')),
      as_of date NOT NULL,
      note text NOT NULL,
      evidence jsonb NOT NULL DEFAULT '[]',
      withdraws bigint UNIQUE REFERENCES task_status,
      recorded_at timestamptz NOT NULL DEFAULT now(),
      recorded_by text NOT NULL,
      data_set text NOT NULL DEFAULT 'official' REFERENCES data_set,
      CHECK ((withdraws IS NULL) = (state IS NOT NULL))
    )`);
  await db.query(`CREATE INDEX task_status_task ON task_status (data_set, task_code, unit_id)`);
  await db.query(`
    CREATE TRIGGER task_status_append_only BEFORE UPDATE OR DELETE ON task_status
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_official()`);
  await db.query(`
    CREATE TRIGGER task_status_no_truncate BEFORE TRUNCATE ON task_status
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
}
