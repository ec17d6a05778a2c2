import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an operator changed about units, with the document that orders it and every row it wrote. A ministry
 * may be in charge more than once. What can be searched follows a change at once.
 */
export class UnitChanges1764000000017 implements MigrationInterface {
  readonly name = 'UnitChanges1764000000017';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE unit_change (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL CHECK (kind IN ('new-unit', 'rename', 'kind', 'code', 'region', 'alias', 'end',
          'merger', 'split', 'ministry-in-charge', 'correction')),
        -- The unit that it is about: of a merger the successor.
        unit_id text NOT NULL REFERENCES organisation_unit,
        -- Every unit of which it wrote something.
        unit_ids text[] NOT NULL CHECK (unit_id = ANY (unit_ids)),
        effective_date date,
        content jsonb NOT NULL,
        steps jsonb NOT NULL,
        legal_basis_reference text,
        legal_basis text,
        reason text NOT NULL CHECK (reason <> ''),
        digest text NOT NULL,
        recorded_by text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TRIGGER unit_change_append_only BEFORE UPDATE OR DELETE ON unit_change
      FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
    await db.query(`
      CREATE TRIGGER unit_change_no_truncate BEFORE TRUNCATE ON unit_change
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    await db.query(`ALTER TABLE ministry_in_charge DROP CONSTRAINT ministry_in_charge_pkey`);
    await db.query(
      `ALTER TABLE ministry_in_charge ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY`,
    );
    await db.query(STAMP(`, (SELECT max(id) FROM unit_change)`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(STAMP(''));
    await db.query(`ALTER TABLE ministry_in_charge DROP COLUMN id`);
    await db.query(`ALTER TABLE ministry_in_charge ADD PRIMARY KEY (unit_id)`);
    await db.query(`DROP TABLE unit_change`);
  }
}

const STAMP = (more: string): string => `
  CREATE OR REPLACE VIEW search_stamp WITH (security_invoker = true) AS
  SELECT concat_ws('/',
    (SELECT count(*) FROM reference_load),
    (SELECT max(loaded_at) FROM reference_load),
    (SELECT max(id) FROM framework_event),
    (SELECT count(*) FROM framework_node),
    (SELECT count(*) FROM registered_database_version),
    (SELECT max(written_at) FROM registered_database_version)${more}) AS stamp`;
