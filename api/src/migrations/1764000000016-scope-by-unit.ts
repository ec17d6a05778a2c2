import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose rows somebody sees and writes, said by the database itself. A connection carries `dti.reads` and
 * `dti.writes`: `*`, a PostgreSQL array of units, or nothing. A row is seen by everybody once it is released,
 * or where it is of a sample; else by those who read for its unit. What a database holds at this moment was
 * everybody's until now and stays so.
 *
 * The functions are asked in subselects of their own, so that they cost once a statement and not once a row.
 */
export class ScopeByUnit1764000000016 implements MigrationInterface {
  readonly name = 'ScopeByUnit1764000000016';

  async up(db: QueryRunner): Promise<void> {
    await scope(db);
    await release(db);
    await byUnit(db);
    await byDatabase(db);
    await results(db);
    await ofTheMinistry(db);
    await acrossUnits(db);
  }

  async down(): Promise<void> {
    // Everything that is not released would become everybody's.
    throw new Error('The scope by unit cannot be taken back: restore a backup');
  }
}

const OWN_PATH = `SET search_path = public, pg_temp`;

const READS_ALL = `(SELECT scope_reads_all())`;
const READS = `ANY ((SELECT scope_reads())::text[])`;
const WRITES_ALL = `(SELECT scope_writes_all())`;
const WRITES = `ANY ((SELECT scope_writes())::text[])`;
/** One of a sample is invented: nobody's. */
const OPEN = `released_on IS NOT NULL OR data_set <> 'official'`;

async function scope(db: QueryRunner): Promise<void> {
  for (const what of ['reads', 'writes']) {
    await db.query(`
      CREATE FUNCTION scope_${what}_all() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE ${OWN_PATH} AS $$
        SELECT coalesce(current_setting('dti.${what}', true) = '*', false)
      $$`);
    await db.query(`
      CREATE FUNCTION scope_${what}() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE ${OWN_PATH} AS $$
        SELECT CASE WHEN coalesce(current_setting('dti.${what}', true), '') IN ('', '*') THEN '{}'::text[]
               ELSE current_setting('dti.${what}', true)::text[] END
      $$`);
  }
  // The policies tell a sample by its code alone.
  await db.query(
    `ALTER TABLE data_set ADD CONSTRAINT data_set_official CHECK ((kind = 'official') = (code = 'official'))`,
  );
}

const RELEASED = [
  'observation',
  'assessment',
  'duty_submission',
  'task_status',
  'maturity_self_assessment',
  'national_database_assertion',
  'database_inventory_step',
  'sharing_obstacle',
  'sharing_obstacle_step',
  'sharing_service',
];

/** The default of the moment fills what is there without touching a row that may not be changed. */
async function release(db: QueryRunner): Promise<void> {
  for (const table of RELEASED) {
    await db.query(`ALTER TABLE ${table} ADD COLUMN released_on date DEFAULT current_date`);
    await db.query(`ALTER TABLE ${table} ALTER COLUMN released_on DROP DEFAULT`);
  }
  await db.query(
    `CREATE INDEX observation_unreleased ON observation (unit_id, period) WHERE released_on IS NULL`,
  );
  // A view takes its columns when it is made, and the rights of who made it unless it says otherwise.
  await db.query(`DROP VIEW current_observation`);
  await db.query(`
    CREATE VIEW current_observation WITH (security_invoker = true) AS
    SELECT DISTINCT ON (data_set, period, data_element, unit_id) *
    FROM observation
    ORDER BY data_set, period, data_element, unit_id, id DESC`);
  await db.query(`ALTER VIEW search_entry SET (security_invoker = true)`);
  await db.query(`ALTER VIEW search_stamp SET (security_invoker = true)`);
  await db.query(`
    CREATE FUNCTION refuse_change_but_release() RETURNS trigger LANGUAGE plpgsql ${OWN_PATH} AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND is_sample(OLD.data_set) THEN
        RETURN OLD;
      END IF;
      IF TG_OP = 'UPDATE' AND OLD.released_on IS NULL AND NEW.released_on IS NOT NULL
         AND to_jsonb(NEW) - 'released_on' = to_jsonb(OLD) - 'released_on' THEN
        RETURN NEW;
      END IF;
      RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
    END $$`);
  for (const [table, trigger] of [
    ['observation', 'observation_append_only'],
    ['assessment', 'assessment_immutable'],
  ] as const) {
    await db.query(`DROP TRIGGER ${trigger} ON ${table}`);
    await db.query(`
      CREATE TRIGGER ${trigger} BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change_but_release()`);
  }
}

interface Rules {
  readonly read: string;
  readonly write: string;
  readonly change?: string;
  /** Rows of a sample leave as a whole, by whoever writes everything. */
  readonly remove?: string;
}

async function policies(db: QueryRunner, table: string, rules: Rules): Promise<void> {
  const remove = rules.remove ?? `data_set <> 'official' AND ${WRITES_ALL}`;
  await db.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
  await db.query(`CREATE POLICY ${table}_read ON ${table} FOR SELECT USING (${rules.read})`);
  await db.query(`CREATE POLICY ${table}_write ON ${table} FOR INSERT WITH CHECK (${rules.write})`);
  await db.query(`CREATE POLICY ${table}_remove ON ${table} FOR DELETE USING (${remove})`);
  if (rules.change === undefined) return;
  await db.query(
    `CREATE POLICY ${table}_change ON ${table} FOR UPDATE USING (${rules.change}) WITH CHECK (${rules.change})`,
  );
}

/** Who writes for one unit does not release it. */
const UNRELEASED = `released_on IS NULL`;

async function byUnit(db: QueryRunner): Promise<void> {
  const read = `${OPEN} OR ${READS_ALL} OR unit_id = ${READS}`;
  const write = `${WRITES_ALL} OR (${UNRELEASED} AND unit_id = ${WRITES})`;
  await policies(db, 'observation', { read, write, change: WRITES_ALL });
  await policies(db, 'duty_submission', { read, write });
  await policies(db, 'maturity_self_assessment', { read, write });
  // Of a task that its lead answers for all, a status is of no unit: it is that of the lead.
  const led = (units: string) => `(unit_id IS NULL AND EXISTS (
    SELECT 1 FROM task t WHERE t.code = task_code AND t.leads && (SELECT ${units}())::text[]))`;
  await policies(db, 'task_status', {
    read: `${read} OR ${led('scope_reads')}`,
    write: `${WRITES_ALL} OR (${UNRELEASED} AND (unit_id = ${WRITES} OR ${led('scope_writes')}))`,
  });
}

/** The register is public; what is said of a database is its unit's. */
async function byDatabase(db: QueryRunner): Promise<void> {
  const of = (units: string) => `IN (SELECT id FROM registered_database WHERE unit_id = ${units})`;
  await policies(db, 'registered_database', { read: 'true', write: `${WRITES_ALL} OR unit_id = ${WRITES}` });
  await policies(db, 'registered_database_version', {
    read: 'true',
    write: `${WRITES_ALL} OR database_id ${of(WRITES)}`,
  });
  for (const table of ['database_inventory_step', 'sharing_obstacle', 'sharing_service']) {
    await policies(db, table, {
      read: `${OPEN} OR ${READS_ALL} OR database_id ${of(READS)}`,
      write: `${WRITES_ALL} OR (${UNRELEASED} AND database_id ${of(WRITES)})`,
    });
  }
  const ofObstacle = (units: string) =>
    `obstacle_id IN (SELECT id FROM sharing_obstacle WHERE database_id ${of(units)})`;
  await policies(db, 'sharing_obstacle_step', {
    read: `${OPEN} OR ${READS_ALL} OR ${ofObstacle(READS)}`,
    write: `${WRITES_ALL} OR (${UNRELEASED} AND ${ofObstacle(WRITES)})`,
  });
  // A finding is seen by whoever sees the step that it was found in.
  await policies(db, 'database_finding', {
    read: `data_set <> 'official' OR ${READS_ALL} OR step_id IN (SELECT id FROM database_inventory_step)`,
    write: `${WRITES_ALL} OR step_id IN (SELECT id FROM database_inventory_step WHERE database_id ${of(WRITES)})`,
  });
}

/**
 * Results: a draft is seen whole by those who read everything, and by a unit as far as it is its own. Which
 * assessments those are is asked of the tables as such, or each would wait for the other's policy.
 */
async function results(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION released_assessments() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER ${OWN_PATH} AS $$
      SELECT coalesce(array_agg(id), '{}') FROM assessment WHERE ${OPEN}
    $$`);
  await db.query(`
    CREATE FUNCTION own_draft_assessments() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER ${OWN_PATH} AS $$
      SELECT coalesce(array_agg(u.assessment_id), '{}')
      FROM assessment_unit u JOIN assessment a ON a.id = u.assessment_id AND a.released_on IS NULL
      WHERE u.unit_id = ${READS}
    $$`);
  await policies(db, 'assessment', {
    read: `${OPEN} OR ${READS_ALL} OR id = ANY ((SELECT own_draft_assessments())::bigint[])`,
    write: WRITES_ALL,
    change: WRITES_ALL,
  });
  const released = `assessment_id = ANY ((SELECT released_assessments())::bigint[])`;
  for (const table of ['assessment_unit', 'assessment_node', 'assessment_figure']) {
    await policies(db, table, {
      read: `${READS_ALL} OR ${released} OR unit_id = ${READS}`,
      write: WRITES_ALL,
      remove: `${WRITES_ALL} AND assessment_id IN (SELECT id FROM assessment WHERE data_set <> 'official')`,
    });
  }
  await policies(db, 'edition', {
    read: `status = 'published' OR data_set <> 'official' OR ${READS_ALL}`,
    write: WRITES_ALL,
    change: WRITES_ALL,
  });
  for (const table of ['edition_assessment', 'check_figure']) {
    await policies(db, table, {
      read: `${READS_ALL} OR (edition_code, revision) IN (SELECT code, revision FROM edition)`,
      write: WRITES_ALL,
      remove: `${WRITES_ALL} AND (edition_code, revision) IN
        (SELECT code, revision FROM edition WHERE data_set <> 'official' OR status = 'draft')`,
    });
  }
}

async function ofTheMinistry(db: QueryRunner): Promise<void> {
  await policies(db, 'data_import', {
    read: `data_set <> 'official' OR ${READS_ALL}`,
    write: WRITES_ALL,
  });
  await policies(db, 'national_database_assertion', {
    read: `${OPEN} OR ${READS_ALL}`,
    write: WRITES_ALL,
  });
  await policies(db, 'national_database_owner', { read: 'true', write: WRITES_ALL, remove: 'false' });
}

/** What must hold whoever asks looks at every row, not only at those the caller sees. */
async function acrossUnits(db: QueryRunner): Promise<void> {
  for (const asked of [
    'framework_is_frozen(text)',
    'refuse_change_of_official_result()',
    'refuse_change_of_published_part()',
    'refuse_change_of_frozen_framework()',
    'refuse_change_of_frozen_node()',
  ]) {
    await db.query(`ALTER FUNCTION ${asked} SECURITY DEFINER`);
    await db.query(`ALTER FUNCTION ${asked} ${OWN_PATH}`);
  }
  for (const asked of ['is_sample(text)', 'refuse_change()', 'refuse_change_of_official()']) {
    await db.query(`ALTER FUNCTION ${asked} ${OWN_PATH}`);
  }
}
