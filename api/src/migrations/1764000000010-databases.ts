import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The national databases and what is asserted of them; the register that each unit keeps, in versions; the
 * yearly inventory of each database as a history of steps; its sharing services and the obstacles to sharing.
 * Everything that is reported is append-only and belongs to a data set.
 */
export class Databases1764000000010 implements MigrationInterface {
  readonly name = 'Databases1764000000010';

  async up(db: QueryRunner): Promise<void> {
    await createReference(db);
    await createNational(db);
    await createRegister(db);
    await createInventory(db);
    await createSharing(db);
    for (const table of HISTORY) await appendOnly(db, table, 'refuse_change_of_official');
    await appendOnly(db, 'national_database_owner', 'refuse_change');
  }

  async down(): Promise<void> {
    // What units have reported would be lost.
    throw new Error('The register of databases cannot be taken back: restore a backup');
  }
}

const HISTORY = [
  'national_database_assertion',
  'registered_database',
  'registered_database_version',
  'database_inventory_step',
  'database_finding',
  'sharing_obstacle',
  'sharing_obstacle_step',
  'sharing_service',
];

const DATA_SET = `data_set text NOT NULL DEFAULT 'official' REFERENCES data_set`;
const WRITTEN = `written_at timestamptz NOT NULL DEFAULT now(), written_by text NOT NULL`;
const STATE = `CHECK (state IN ('yes', 'partly', 'no', 'no_data'))`;
const FIGURE = `figure numeric CHECK (figure >= 0 AND figure NOT IN ('NaN', 'Infinity')), figure_unit text,
      CHECK (figure_unit IS NOT NULL OR figure IS NULL)`;

async function createReference(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE database_term (
      kind text NOT NULL CHECK (kind IN
        ('condition', 'condition_aspect', 'quality', 'class', 'mark', 'assessment', 'assessment_aspect', 'step')),
      code text NOT NULL,
      position integer NOT NULL,
      parent_code text,
      name_vi text NOT NULL,
      name_en text NOT NULL,
      text text,
      standing text NOT NULL CHECK (standing IN ('printed', 'own')),
      legal_basis text[] NOT NULL DEFAULT '{}',
      levels text[] NOT NULL DEFAULT '{}',
      needs text[] NOT NULL DEFAULT '{}',
      actor text CHECK (actor IN ('owner', 'it_unit')),
      class_group integer,
      source_ids text[] NOT NULL DEFAULT '{}',
      confidence text NOT NULL,
      PRIMARY KEY (kind, code)
    )`);
}

async function createNational(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE national_database (
      id text PRIMARY KEY,
      position integer NOT NULL,
      name_vi text NOT NULL,
      name_en text NOT NULL,
      short_name_vi text NOT NULL,
      short_name_en text NOT NULL,
      legal_basis text[] NOT NULL,
      owner_standing text NOT NULL CHECK (owner_standing IN ('implied', 'not_stated')),
      owner_unit_id text REFERENCES organisation_unit,
      owner_legal_basis text[] NOT NULL DEFAULT '{}',
      owner_note_vi text NOT NULL,
      owner_note_en text NOT NULL,
      owner_confidence text NOT NULL,
      recollected_owner_id text REFERENCES organisation_unit,
      source_ids text[] NOT NULL,
      confidence text NOT NULL,
      CHECK ((owner_standing = 'implied') = (owner_unit_id IS NOT NULL))
    )`);
  await db.query(`
    CREATE TABLE national_database_fact (
      database_id text NOT NULL REFERENCES national_database,
      code text NOT NULL,
      position integer NOT NULL,
      name_vi text NOT NULL,
      name_en text NOT NULL,
      value numeric,
      unit_vi text,
      unit_en text,
      as_of text NOT NULL,
      text_vi text NOT NULL,
      text_en text NOT NULL,
      source_ids text[] NOT NULL,
      confidence text NOT NULL,
      PRIMARY KEY (database_id, code)
    )`);
  await db.query(`
    CREATE TABLE national_database_owner (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      database_id text NOT NULL REFERENCES national_database,
      unit_id text NOT NULL REFERENCES organisation_unit,
      reference text NOT NULL,
      reason text NOT NULL,
      ${WRITTEN}
    )`);
  await db.query(`
    CREATE TABLE national_database_assertion (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      ${DATA_SET},
      database_id text NOT NULL REFERENCES national_database,
      period text NOT NULL,
      aspect text NOT NULL,
      state text NOT NULL ${STATE},
      ${FIGURE},
      evidence text,
      note text,
      ${WRITTEN},
      CHECK (state = 'no_data' OR evidence IS NOT NULL)
    )`);
  await db.query(`
    CREATE INDEX national_database_assertion_cell
    ON national_database_assertion (data_set, period, database_id, aspect, id DESC)`);
}

async function createRegister(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE registered_database (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      ${DATA_SET},
      unit_id text NOT NULL REFERENCES organisation_unit,
      ${WRITTEN}
    )`);
  await db.query(`CREATE INDEX registered_database_of ON registered_database (data_set, unit_id)`);
  await db.query(`
    CREATE TABLE registered_database_version (
      database_id bigint NOT NULL REFERENCES registered_database,
      version integer NOT NULL CHECK (version >= 1),
      ${DATA_SET},
      state text NOT NULL CHECK (state IN ('open', 'closed')),
      name_vi text NOT NULL,
      name_en text,
      description text,
      class text NOT NULL,
      marks text[] NOT NULL DEFAULT '{}',
      special_reason text,
      special_approver text,
      information_system text,
      national_database_id text REFERENCES national_database,
      reference text,
      in_use_since date,
      closed_on date,
      change_note text,
      ${WRITTEN},
      PRIMARY KEY (database_id, version),
      CHECK ((state = 'closed') = (closed_on IS NOT NULL)),
      CHECK (version = 1 OR change_note IS NOT NULL),
      CHECK (('special-purpose' = ANY (marks)) = (special_reason IS NOT NULL)),
      CHECK (('special-purpose' = ANY (marks)) = (special_approver IS NOT NULL))
    )`);
}

async function createInventory(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE database_inventory_step (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      ${DATA_SET},
      database_id bigint NOT NULL REFERENCES registered_database,
      period text NOT NULL,
      action text NOT NULL CHECK (action IN ('assess', 'send', 'return', 'verify', 'remedy', 'report')),
      actor text NOT NULL,
      done_on date NOT NULL,
      reference text,
      note text,
      reason text,
      ${WRITTEN},
      CHECK (action <> 'return' OR reason IS NOT NULL)
    )`);
  await db.query(`
    CREATE INDEX database_inventory_step_of ON database_inventory_step (database_id, period, id)`);
  await db.query(`
    CREATE TABLE database_finding (
      step_id bigint NOT NULL REFERENCES database_inventory_step,
      aspect text NOT NULL,
      ${DATA_SET},
      state text NOT NULL ${STATE},
      ${FIGURE},
      note text,
      PRIMARY KEY (step_id, aspect)
    )`);
}

async function createSharing(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE sharing_obstacle (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      ${DATA_SET},
      database_id bigint NOT NULL REFERENCES registered_database,
      description text NOT NULL,
      raised_by text NOT NULL,
      raised_on date NOT NULL,
      ${WRITTEN}
    )`);
  await db.query(`
    CREATE TABLE sharing_obstacle_step (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      ${DATA_SET},
      obstacle_id bigint NOT NULL REFERENCES sharing_obstacle,
      action text NOT NULL CHECK (action IN ('handle', 'resolve', 'reopen')),
      actor text NOT NULL,
      done_on date NOT NULL,
      note text NOT NULL,
      reference text,
      ${WRITTEN}
    )`);
  await db.query(`
    CREATE TABLE sharing_service (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      ${DATA_SET},
      database_id bigint NOT NULL REFERENCES registered_database,
      name text NOT NULL,
      name_key text NOT NULL,
      form text NOT NULL,
      on_lgsp boolean NOT NULL,
      on_ndxp boolean NOT NULL,
      documentation text,
      published_on date,
      withdrawn_on date,
      note text,
      ${WRITTEN}
    )`);
  for (const table of ['sharing_obstacle', 'sharing_service'])
    await db.query(`CREATE INDEX ${table}_of ON ${table} (database_id, id)`);
}

async function appendOnly(db: QueryRunner, table: string, refuse: string): Promise<void> {
  await db.query(`
    CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
    FOR EACH ROW EXECUTE FUNCTION ${refuse}()`);
  await db.query(`
    CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
}
