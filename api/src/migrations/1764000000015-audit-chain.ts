import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The trail as a chain: each event carries the hash of the one before it, each day is sealed. Only the two
 * functions of this migration write, as the owner; the application may call them and read, nothing else.
 * How the hashes are made is written down in docs/guides/audit.md, so that any program can check them.
 */
export class AuditChain1764000000015 implements MigrationInterface {
  readonly name = 'AuditChain1764000000015';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE audit_event RENAME TO audit_event_unchained`);
    await db.query(`ALTER INDEX audit_event_pkey RENAME TO audit_event_unchained_pkey`);
    await tables(db);
    await hashes(db);
    // Names are looked up where the tables are, and never in what a caller made for the session.
    const rows = (await db.query(`SELECT quote_ident(current_schema()) AS "schema"`)) as { schema: string }[];
    const path = `pg_catalog, ${rows[0]?.schema ?? 'public'}, pg_temp`;
    await appending(db, path);
    await sealing(db, path);
    await carryOver(db);
    await protection(db);
  }

  async down(): Promise<void> {
    throw new Error('The trail cannot be taken back: restore a backup');
  }
}

async function tables(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE TABLE audit_event (
      -- Given out under the lock of the head: a transaction that is rolled back leaves no gap.
      number bigint PRIMARY KEY CHECK (number > 0),
      at timestamptz NOT NULL,
      actor text NOT NULL,
      person_id uuid,
      key_id uuid,
      role text,
      role_unit_id text,
      action text NOT NULL,
      object text NOT NULL,
      unit_id text,
      outcome text NOT NULL CHECK (outcome IN ('done', 'refused')),
      -- json keeps the text as it came, which is what is hashed; jsonb would write it anew.
      before json,
      after json,
      address text,
      request_id uuid NOT NULL,
      previous_hash bytea NOT NULL,
      hash bytea NOT NULL,
      CHECK (octet_length(before::text) <= 65536 AND octet_length(after::text) <= 65536),
      -- So that a null and an empty cell of a file are one thing.
      CHECK (NOT '' = ANY (ARRAY[actor, role, role_unit_id, action, object, unit_id, address]))
    )`);
  await db.query(`CREATE INDEX audit_event_at ON audit_event (at)`);
  await db.query(`CREATE INDEX audit_event_person ON audit_event (person_id, number)`);
  await db.query(`CREATE INDEX audit_event_object ON audit_event (object, number)`);
  await db.query(`
    CREATE TABLE audit_head (
      single boolean PRIMARY KEY DEFAULT true CHECK (single),
      number bigint NOT NULL,
      hash bytea NOT NULL
    )`);
  await db.query(`INSERT INTO audit_head (number, hash) VALUES (0, decode(repeat('00', 32), 'hex'))`);
  await db.query(`
    CREATE TABLE audit_seal (
      day date PRIMARY KEY,
      -- null where nothing happened that day
      first_number bigint,
      last_number bigint NOT NULL,
      count bigint NOT NULL,
      head_hash bytea NOT NULL,
      previous_hash bytea NOT NULL,
      sealed_at timestamptz NOT NULL,
      hash bytea NOT NULL
    )`);
}

/** What is hashed: a line with the format's name, then each column as `<bytes>:<text>`, or `-` for null. */
async function hashes(db: QueryRunner): Promise<void> {
  await db.query(`
    CREATE FUNCTION audit_part(value text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
      SELECT CASE WHEN value IS NULL THEN '-'
                  ELSE octet_length(convert_to(value, 'UTF8')) || ':' || value END || chr(10)
    $$`);
  await db.query(`
    CREATE FUNCTION audit_instant(value timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS $$
      SELECT to_char(value AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    $$`);
  await db.query(`
    CREATE FUNCTION audit_event_hash(e audit_event) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
      SELECT sha256(convert_to(
        'dti-audit-event-v1' || chr(10)
        || audit_part(e.number::text) || audit_part(encode(e.previous_hash, 'hex'))
        || audit_part(audit_instant(e.at)) || audit_part(e.actor) || audit_part(e.person_id::text)
        || audit_part(e.key_id::text) || audit_part(e.role) || audit_part(e.role_unit_id)
        || audit_part(e.action) || audit_part(e.object) || audit_part(e.unit_id) || audit_part(e.outcome)
        || audit_part(e.before::text) || audit_part(e.after::text)
        || audit_part(e.address) || audit_part(e.request_id::text), 'UTF8'))
    $$`);
  await db.query(`
    CREATE FUNCTION audit_seal_hash(s audit_seal) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
      SELECT sha256(convert_to(
        'dti-audit-seal-v1' || chr(10)
        || audit_part(to_char(s.day, 'YYYY-MM-DD')) || audit_part(s.first_number::text)
        || audit_part(s.last_number::text) || audit_part(s.count::text)
        || audit_part(encode(s.head_hash, 'hex')) || audit_part(encode(s.previous_hash, 'hex'))
        || audit_part(audit_instant(s.sealed_at)), 'UTF8'))
    $$`);
}

async function appending(db: QueryRunner, path: string): Promise<void> {
  await db.query(`
    CREATE FUNCTION chain_audit_event(event audit_event) RETURNS bigint
    LANGUAGE plpgsql SET search_path = ${path} AS $$
    DECLARE
      head audit_head;
    BEGIN
      -- Writers go one after another from here to the end of their transactions.
      SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
      event.number := head.number + 1;
      event.at := coalesce(event.at, clock_timestamp());
      event.previous_hash := head.hash;
      event.hash := audit_event_hash(event);
      INSERT INTO audit_event SELECT event.*;
      UPDATE audit_head SET number = event.number, hash = event.hash;
      RETURN event.number;
    END $$`);
  // It takes neither number, time nor hash: whoever calls it can say what happened, not where it stands.
  await db.query(`
    CREATE FUNCTION append_audit_event(
      actor text, person_id uuid, key_id uuid, role text, role_unit_id text, action text, object text,
      unit_id text, outcome text, before json, after json, address text, request_id uuid
    ) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${path} AS $$
    DECLARE
      event audit_event;
    BEGIN
      event.actor := append_audit_event.actor;
      event.person_id := append_audit_event.person_id;
      event.key_id := append_audit_event.key_id;
      event.role := append_audit_event.role;
      event.role_unit_id := append_audit_event.role_unit_id;
      event.action := append_audit_event.action;
      event.object := append_audit_event.object;
      event.unit_id := append_audit_event.unit_id;
      event.outcome := append_audit_event.outcome;
      event.before := append_audit_event.before;
      event.after := append_audit_event.after;
      event.address := append_audit_event.address;
      event.request_id := append_audit_event.request_id;
      RETURN chain_audit_event(event);
    END $$`);
}

async function sealing(db: QueryRunner, path: string): Promise<void> {
  await db.query(`
    CREATE FUNCTION seal_audit_days() RETURNS SETOF audit_seal
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${path} AS $$
    DECLARE
      head audit_head;
      seal audit_seal;
      latest audit_seal;
      today date := (clock_timestamp() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
      next_day date;
    BEGIN
      -- One of several replicas does it; the others find it done the next time they look.
      IF NOT pg_try_advisory_xact_lock(hashtext('dti-monitor:audit-seal')) THEN RETURN; END IF;
      SELECT * INTO latest FROM audit_seal ORDER BY day DESC LIMIT 1;
      next_day := latest.day + 1;
      IF next_day IS NULL THEN
        SELECT (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date INTO next_day
        FROM audit_event ORDER BY number LIMIT 1;
      END IF;
      IF next_day IS NULL OR next_day >= today THEN RETURN; END IF;
      -- Whoever began before midnight holds the head until the end: waiting for it misses nobody.
      SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
      WHILE next_day < today LOOP
        seal := NULL;
        seal.day := next_day;
        SELECT min(number), max(number), count(*) INTO seal.first_number, seal.last_number, seal.count
        FROM audit_event
        WHERE number > coalesce(latest.last_number, 0) AND number <= (
          SELECT max(number) FROM audit_event
          WHERE at < ((next_day + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'));
        seal.last_number := coalesce(seal.last_number, latest.last_number, 0);
        SELECT hash INTO seal.head_hash FROM audit_event WHERE number = seal.last_number;
        seal.head_hash := coalesce(seal.head_hash, latest.head_hash);
        seal.previous_hash := coalesce(latest.hash, decode(repeat('00', 32), 'hex'));
        seal.sealed_at := clock_timestamp();
        seal.hash := audit_seal_hash(seal);
        INSERT INTO audit_seal SELECT seal.*;
        RETURN NEXT seal;
        latest := seal;
        next_day := next_day + 1;
      END LOOP;
    END $$`);
}

/** What the former table holds gets its place in the chain, with the time at which it happened. */
async function carryOver(db: QueryRunner): Promise<void> {
  await db.query(`
    DO $$
    DECLARE
      former record;
      event audit_event;
    BEGIN
      FOR former IN SELECT * FROM audit_event_unchained ORDER BY id LOOP
        event := json_populate_record(NULL::audit_event, row_to_json(former));
        PERFORM chain_audit_event(event);
      END LOOP;
    END $$`);
  await db.query(`DROP TABLE audit_event_unchained`);
}

/** No word of this is for the owner alone: the triggers refuse a slip of the hand, the grants everybody else. */
async function protection(db: QueryRunner): Promise<void> {
  for (const table of ['audit_event', 'audit_seal']) {
    await db.query(`
      CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  }
  await db.query(`
    CREATE TRIGGER audit_head_stays BEFORE DELETE ON audit_head
    FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
  await db.query(`
    CREATE TRIGGER audit_head_no_truncate BEFORE TRUNCATE ON audit_head
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
  await db.query(`
    REVOKE ALL ON FUNCTION chain_audit_event, append_audit_event, seal_audit_days FROM PUBLIC`);
}
