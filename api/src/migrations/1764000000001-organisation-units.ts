import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Units with dated names, kinds, codes, regions and aliases; succession by date.
 * Validity is inclusive days; a null side is open. Overlaps within a unit are refused by the database.
 */
export class OrganisationUnits1764000000001 implements MigrationInterface {
  readonly name = 'OrganisationUnits1764000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await db.query(`
      CREATE TABLE source (
        id text PRIMARY KEY,
        title_vi text NOT NULL,
        title_en text NOT NULL,
        url text,
        kind text NOT NULL CHECK (kind IN ('official', 'press', 'third-party-copy', 'recollection', 'derived', 'unclassified')),
        note text,
        retrieved text
      )`);
    await db.query(`
      CREATE TABLE region (
        id text PRIMARY KEY,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        position integer NOT NULL,
        valid_from date,
        valid_to date,
        source_ids text[] NOT NULL DEFAULT '{}'
      )`);
    await db.query(`
      CREATE TABLE organisation_unit (
        id text PRIMARY KEY,
        level text NOT NULL CHECK (level IN ('nation', 'ministry', 'province')),
        valid_from date,
        valid_to date,
        legal_basis text,
        confidence text NOT NULL,
        note text,
        source_ids text[] NOT NULL DEFAULT '{}',
        CHECK (valid_from <= valid_to)
      )`);
    await dated(
      db,
      'unit_name',
      `name_vi text NOT NULL, short_name_vi text NOT NULL, name_en text NOT NULL`,
      [],
    );
    await dated(
      db,
      'unit_kind',
      `kind text NOT NULL CHECK (kind IN ('nation', 'province', 'city', 'ministry',
      'ministerial_agency', 'government_agency'))`,
      [],
    );
    await dated(
      db,
      'unit_code',
      `scheme text NOT NULL, code text NOT NULL, verified boolean NOT NULL,
      confidence text, source_ids text[] NOT NULL DEFAULT '{}'`,
      ['scheme'],
    );
    await dated(
      db,
      'unit_region',
      `region_id text NOT NULL REFERENCES region,
      source_ids text[] NOT NULL DEFAULT '{}'`,
      [],
    );
    await dated(db, 'unit_alias', `text text NOT NULL`, ['text']);
    await db.query(`
      CREATE TABLE succession (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        change text NOT NULL,
        effective_date date NOT NULL,
        predecessor_id text NOT NULL REFERENCES organisation_unit,
        successor_id text NOT NULL REFERENCES organisation_unit,
        legal_basis text,
        confidence text NOT NULL,
        note text,
        source_ids text[] NOT NULL DEFAULT '{}',
        UNIQUE (change, effective_date, predecessor_id, successor_id)
      )`);
    await db.query(`
      CREATE TABLE ministry_in_charge (
        unit_id text PRIMARY KEY REFERENCES organisation_unit,
        abbreviation text NOT NULL,
        valid_from date,
        valid_to date,
        confidence text NOT NULL,
        source_ids text[] NOT NULL DEFAULT '{}',
        EXCLUDE USING gist (daterange(valid_from, valid_to, '[]') WITH &&)
      )`);
    await db.query(`
      CREATE TABLE report_recipient (
        id text PRIMARY KEY,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        position integer NOT NULL,
        valid_from date,
        valid_to date,
        to_be_verified_from date,
        legal_basis text,
        confidence text NOT NULL,
        note text,
        source_ids text[] NOT NULL DEFAULT '{}'
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE report_recipient, ministry_in_charge, succession, unit_alias, unit_region,
      unit_code, unit_kind, unit_name, organisation_unit, region, source`);
  }
}

/** A table of facts about a unit that hold for a time, without overlap per unit and `keys`. */
async function dated(
  db: QueryRunner,
  table: string,
  columns: string,
  keys: readonly string[],
): Promise<void> {
  const same = ['unit_id', ...keys].map((key) => `${key} WITH =`).join(', ');
  await db.query(`
    CREATE TABLE ${table} (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      unit_id text NOT NULL REFERENCES organisation_unit,
      ${columns},
      valid_from date,
      valid_to date,
      CHECK (valid_from <= valid_to),
      EXCLUDE USING gist (${same}, daterange(valid_from, valid_to, '[]') WITH &&)
    )`);
}
