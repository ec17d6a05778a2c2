import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Framework versions carry every rule of the engine and what they tell their reader, and have a life with
 * a history; what is in use or was scored by no longer changes how it scores. An assessment keeps exactly
 * the observations that went into it, of every period that it looked at.
 */
export class FrameworksOfAnyKind1764000000011 implements MigrationInterface {
  readonly name = 'FrameworksOfAnyKind1764000000011';

  async up(db: QueryRunner): Promise<void> {
    await rulesAndWords(db);
    await history(db);
    await freeze(db);
    await figures(db);
  }

  async down(): Promise<void> {
    // Which observations an assessment was made of cannot be put back where it was kept before.
    throw new Error('Figures of assessments cannot be taken back: restore a backup');
  }
}

async function rulesAndWords(db: QueryRunner): Promise<void> {
  await db.query(`
    ALTER TABLE framework_version
      ADD COLUMN author text,
      ADD COLUMN change_reason text,
      ADD COLUMN copied_from text,
      ADD COLUMN legal_bases text[] NOT NULL DEFAULT '{}',
      ADD COLUMN proposed_reason_vi text,
      ADD COLUMN proposed_reason_en text,
      ADD COLUMN band_names jsonb NOT NULL DEFAULT '{}',
      ADD COLUMN created_at timestamptz NOT NULL DEFAULT now()`);
  await db.query(`
    ALTER TABLE framework_node
      ADD COLUMN weight double precision CHECK (weight >= 0),
      ADD COLUMN rules jsonb NOT NULL DEFAULT '{}',
      ADD COLUMN definition_vi text,
      ADD COLUMN definition_en text,
      ADD COLUMN evidence_vi text,
      ADD COLUMN evidence_en text,
      ADD COLUMN automatic_source_vi text,
      ADD COLUMN automatic_source_en text,
      ADD COLUMN not_applicable_rule_vi text,
      ADD COLUMN not_applicable_rule_en text,
      ADD COLUMN legal_basis text[] NOT NULL DEFAULT '{}',
      ADD COLUMN proposed_reason_vi text,
      ADD COLUMN proposed_reason_en text,
      ADD CHECK ((proposed_reason_vi IS NULL) = (proposed_reason_en IS NULL))`);
}

async function history(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE framework_event (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      framework_version text NOT NULL REFERENCES framework_version,
      kind text NOT NULL CHECK (kind IN ('created', 'edited', 'corrected', 'transition')),
      from_status text,
      to_status text NOT NULL,
      author text NOT NULL,
      reason text,
      day date NOT NULL,
      changes jsonb NOT NULL DEFAULT '[]',
      written_by text NOT NULL,
      written_at timestamptz NOT NULL DEFAULT now()
    )`);
  await db.query(`CREATE INDEX framework_event_version ON framework_event (framework_version, id)`);
  await db.query(`
    CREATE TRIGGER framework_event_append_only BEFORE UPDATE OR DELETE ON framework_event
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  await db.query(`
    CREATE TRIGGER framework_event_no_truncate BEFORE TRUNCATE ON framework_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
}

/** What it scores by stays; what it tells may be corrected, and the history says so. */
async function freeze(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION framework_is_frozen(version text) RETURNS boolean LANGUAGE sql STABLE AS $$
      SELECT EXISTS (SELECT 1 FROM framework_version WHERE code = $1 AND status IN ('in_use', 'retired'))
          OR EXISTS (SELECT 1 FROM assessment WHERE framework_version = $1)
    $$`);
  await db.query(`
    CREATE FUNCTION refuse_change_of_frozen_framework() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT framework_is_frozen(OLD.code) THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
      END IF;
      IF TG_OP = 'UPDATE'
         AND (OLD.code, OLD.index_code, OLD.level, OLD.period_from, OLD.method, OLD.total_element,
              OLD.rank_element, OLD.group_element, OLD.check_elements)
           IS NOT DISTINCT FROM
             (NEW.code, NEW.index_code, NEW.level, NEW.period_from, NEW.method, NEW.total_element,
              NEW.rank_element, NEW.group_element, NEW.check_elements)
         AND NOT (OLD.status = 'in_use' AND NEW.status NOT IN ('in_use', 'retired'))
         AND NOT (OLD.status = 'retired' AND NEW.status <> 'retired') THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION 'framework version % is in use and frozen', OLD.code
        USING ERRCODE = 'integrity_constraint_violation';
    END $$`);
  await db.query(`
    CREATE FUNCTION refuse_change_of_frozen_node() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      node framework_node := CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
    BEGIN
      IF framework_is_frozen(node.framework_version)
         AND NOT (TG_OP = 'UPDATE'
           AND (OLD.framework_version, OLD.code, OLD.parent_code, OLD.kind, OLD.points, OLD.weight, OLD.scored,
                OLD.data_element, OLD.rules, OLD.position, OLD.depth)
             IS NOT DISTINCT FROM
               (NEW.framework_version, NEW.code, NEW.parent_code, NEW.kind, NEW.points, NEW.weight, NEW.scored,
                NEW.data_element, NEW.rules, NEW.position, NEW.depth)) THEN
        RAISE EXCEPTION 'framework version % is in use and frozen', node.framework_version
          USING ERRCODE = 'integrity_constraint_violation';
      END IF;
      RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END $$`);
  await db.query(`
    CREATE TRIGGER framework_version_frozen BEFORE UPDATE OR DELETE ON framework_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_framework()`);
  await db.query(`
    CREATE TRIGGER framework_node_frozen BEFORE INSERT OR UPDATE OR DELETE ON framework_node
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_node()`);
  for (const table of ['framework_version', 'framework_node']) {
    await db.query(`
      CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }
}

async function figures(db: QueryRunner): Promise<void> {
  await db.query(
    `ALTER TABLE assessment_node ALTER COLUMN max_points DROP NOT NULL, ADD COLUMN raw double precision`,
  );
  await db.query(`ALTER TABLE assessment_unit ADD COLUMN band text`);
  await db.query(`
    CREATE TABLE assessment_figure (
      assessment_id bigint NOT NULL,
      unit_id text NOT NULL,
      data_element text NOT NULL REFERENCES data_element,
      period text NOT NULL,
      observation_id bigint NOT NULL REFERENCES observation,
      PRIMARY KEY (assessment_id, unit_id, data_element, period),
      FOREIGN KEY (assessment_id, unit_id) REFERENCES assessment_unit ON DELETE CASCADE
    )`);
  await db.query(`CREATE INDEX assessment_figure_observation ON assessment_figure (observation_id)`);
  await figuresOfNodesAndChecks(db);
  await figuresOfTotals(db);
  await db.query(`ALTER TABLE assessment_node DROP COLUMN observation_id`);
  await db.query(`
    CREATE TRIGGER assessment_figure_immutable BEFORE UPDATE OR DELETE ON assessment_figure
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_official_result()`);
  await db.query(`
    CREATE TRIGGER assessment_figure_no_truncate BEFORE TRUNCATE ON assessment_figure
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
}

async function figuresOfNodesAndChecks(db: QueryRunner): Promise<void> {
  await db.query(`
    INSERT INTO assessment_figure (assessment_id, unit_id, data_element, period, observation_id)
    SELECT n.assessment_id, n.unit_id, o.data_element, o.period, o.id
    FROM assessment_node n JOIN observation o ON o.id = n.observation_id
    ON CONFLICT DO NOTHING`);
  await db.query(`
    INSERT INTO assessment_figure (assessment_id, unit_id, data_element, period, observation_id)
    SELECT u.assessment_id, u.unit_id, o.data_element, o.period, o.id
    FROM assessment_unit u
    CROSS JOIN LATERAL jsonb_array_elements(u.checks) AS c
    JOIN observation o ON o.id = (c ->> 'observationId')::bigint
    ON CONFLICT DO NOTHING`);
}

/** Published totals, ranks and groups were not named by any row: they are those that counted at the time. */
async function figuresOfTotals(db: QueryRunner): Promise<void> {
  await db.query(`
    INSERT INTO assessment_figure (assessment_id, unit_id, data_element, period, observation_id)
    SELECT DISTINCT ON (a.id, u.unit_id, o.data_element) a.id, u.unit_id, o.data_element, o.period, o.id
    FROM assessment a
    JOIN assessment_unit u ON u.assessment_id = a.id
    JOIN observation o ON o.data_set = a.data_set AND o.period = a.period AND o.unit_id = u.unit_id
      AND o.data_element IN (a.recipe ->> 'totalElement', a.recipe ->> 'rankElement', a.recipe ->> 'groupElement')
      AND o.written_at <= a.created_at
    ORDER BY a.id, u.unit_id, o.data_element, o.id DESC
    ON CONFLICT DO NOTHING`);
}
