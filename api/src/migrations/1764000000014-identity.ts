import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People, what proves who they are, their sessions, keys and roles, and the trail of what was done.
 * Tokens, codes and keys are stored as SHA-256 of random bytes, passwords as argon2id: none can be read back.
 */
export class Identity1764000000014 implements MigrationInterface {
  readonly name = 'Identity1764000000014';

  async up(db: QueryRunner): Promise<void> {
    await people(db);
    await proofs(db);
    await sessionsAndKeys(db);
    await roles(db);
    await trail(db);
  }

  async down(): Promise<void> {
    throw new Error('People and the trail cannot be taken back: restore a backup');
  }
}

async function people(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE person (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      name text NOT NULL CHECK (name <> ''),
      email text NOT NULL,
      -- The address as it is compared: composed, compatible, in small letters.
      email_key text NOT NULL UNIQUE,
      locale text NOT NULL DEFAULT 'vi' CHECK (locale IN ('vi', 'en')),
      demo boolean NOT NULL DEFAULT false,
      suspended_at timestamptz,
      suspended_by text,
      suspended_reason text,
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by text NOT NULL,
      CHECK ((suspended_at IS NULL) = (suspended_reason IS NULL))
    )`);
}

async function proofs(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE password_credential (
      person_id uuid PRIMARY KEY REFERENCES person,
      hash text NOT NULL,
      set_at timestamptz NOT NULL DEFAULT now()
    )`);
  await db.query(`
    CREATE TABLE totp_credential (
      person_id uuid PRIMARY KEY REFERENCES person,
      -- Encrypted with the key of the installation: a copy of the database alone makes no codes.
      sealed_secret bytea NOT NULL,
      confirmed_at timestamptz,
      -- The last 30-second step that was used: a code holds once.
      last_step bigint
    )`);
  await db.query(`
    CREATE TABLE recovery_code (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      code_hash bytea NOT NULL,
      made_at timestamptz NOT NULL DEFAULT now(),
      used_at timestamptz,
      UNIQUE (person_id, code_hash)
    )`);
  await db.query(`
    CREATE TABLE oidc_identity (
      issuer text NOT NULL,
      subject text NOT NULL,
      person_id uuid NOT NULL REFERENCES person,
      linked_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (issuer, subject)
    )`);
  await db.query(`
    CREATE TABLE one_time_link (
      token_hash bytea PRIMARY KEY,
      purpose text NOT NULL CHECK (purpose IN ('first-operator', 'invitation', 'password-reset', 'unlock')),
      person_id uuid REFERENCES person,
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by text NOT NULL,
      expires_at timestamptz NOT NULL,
      used_at timestamptz,
      CHECK ((purpose = 'first-operator') = (person_id IS NULL))
    )`);
  await db.query(`CREATE INDEX one_time_link_of ON one_time_link (person_id, purpose)`);
}

async function sessionsAndKeys(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE person_session (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      token_hash bytea NOT NULL UNIQUE,
      person_id uuid NOT NULL REFERENCES person,
      strength text NOT NULL CHECK (strength IN ('one-factor', 'two-factor', 'demo')),
      via text NOT NULL CHECK (via IN ('password', 'link', 'oidc', 'demo')),
      csrf_hash bytea NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      last_seen_at timestamptz NOT NULL DEFAULT now(),
      -- Ends when it has not been used for so long, and in any case at the absolute end.
      idle_seconds integer NOT NULL,
      absolute_end timestamptz NOT NULL,
      address text,
      agent text,
      ended_at timestamptz,
      ended_by text,
      ended_reason text
    )`);
  await db.query(`CREATE INDEX person_session_of ON person_session (person_id) WHERE ended_at IS NULL`);
  await db.query(`
    CREATE TABLE api_key (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      person_id uuid NOT NULL REFERENCES person,
      name text NOT NULL,
      -- The first characters, to tell keys apart; the whole is stored as its hash alone.
      prefix text NOT NULL,
      key_hash bytea NOT NULL UNIQUE,
      actions text[] NOT NULL CHECK (cardinality(actions) > 0),
      grant_id bigint NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      expires_at timestamptz NOT NULL,
      last_used_at timestamptz,
      last_used_address text,
      revoked_at timestamptz,
      revoked_by text
    )`);
}

async function roles(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE role_grant (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person,
      role text NOT NULL CHECK (role IN ('leader', 'assessor', 'chief_assessor', 'unit_reporter', 'unit_lead',
        'verifier', 'association', 'auditor', 'operator')),
      unit_id text REFERENCES organisation_unit,
      valid_from date NOT NULL,
      valid_to date,
      reason text,
      delegated_from bigint REFERENCES role_grant,
      granted_by text NOT NULL,
      granted_by_person uuid REFERENCES person,
      granted_at timestamptz NOT NULL DEFAULT now(),
      revoked_at timestamptz,
      revoked_by text,
      revoked_reason text,
      CHECK (valid_from <= valid_to),
      CHECK (delegated_from IS NULL OR valid_to IS NOT NULL),
      CHECK ((unit_id IS NOT NULL)
        = (role IN ('assessor', 'chief_assessor', 'unit_reporter', 'unit_lead', 'verifier'))),
      EXCLUDE USING gist (
        person_id WITH =, role WITH =, (coalesce(unit_id, '')) WITH =, daterange(valid_from, valid_to, '[]') WITH &&
      ) WHERE (revoked_at IS NULL)
    )`);
  await db.query(`CREATE INDEX role_grant_of ON role_grant (person_id) WHERE revoked_at IS NULL`);
  await db.query(
    `ALTER TABLE api_key ADD CONSTRAINT api_key_grant FOREIGN KEY (grant_id) REFERENCES role_grant`,
  );
  // What a unit has become responsible for: everything merged into it by a day, directly or through others.
  await db.query(`
    CREATE FUNCTION past_units_of(unit text, on_day date) RETURNS text[] LANGUAGE sql STABLE AS $$
      WITH RECURSIVE past(id) AS (
        SELECT predecessor_id FROM succession
        WHERE successor_id = unit AND predecessor_id <> unit AND effective_date <= on_day
        UNION
        SELECT s.predecessor_id FROM succession s JOIN past ON s.successor_id = past.id
        WHERE s.predecessor_id <> unit AND s.effective_date <= on_day
      )
      SELECT coalesce(array_agg(id ORDER BY id), '{}') FROM past
    $$`);
}

async function trail(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE audit_event (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      actor text NOT NULL,
      person_id uuid,
      role text,
      role_unit_id text,
      action text NOT NULL,
      object text NOT NULL,
      unit_id text,
      outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
      before jsonb,
      after jsonb,
      address text,
      request_id uuid NOT NULL
    )`);
  await db.query(`
    CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  await db.query(`
    CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
}
