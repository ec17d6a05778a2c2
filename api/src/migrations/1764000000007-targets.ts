import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Targets of a programme, their measures, owners and conditions; all of it comes from seeds/targets. */
export class Targets1764000000007 implements MigrationInterface {
  readonly name = 'Targets1764000000007';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE target_group (
        programme text NOT NULL,
        code text NOT NULL,
        clause text,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        due text NOT NULL,
        position integer NOT NULL,
        PRIMARY KEY (programme, code)
      )`);
    await db.query(`
      CREATE TABLE target (
        programme text NOT NULL,
        code text NOT NULL,
        group_code text NOT NULL,
        position integer NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        due text NOT NULL,
        legal_basis text[] NOT NULL,
        each_unit_basis text,
        owner_note_vi text,
        owner_note_en text,
        tracking_vi text,
        tracking_en text,
        tracking_basis text,
        PRIMARY KEY (programme, code),
        FOREIGN KEY (programme, group_code) REFERENCES target_group (programme, code)
      )`);
    await db.query(`
      CREATE TABLE target_owner (
        programme text NOT NULL,
        target_code text NOT NULL,
        position integer NOT NULL,
        unit_id text NOT NULL REFERENCES organisation_unit,
        role text NOT NULL CHECK (role IN ('leads', 'guides')),
        legal_basis text NOT NULL,
        part_vi text,
        part_en text,
        PRIMARY KEY (programme, target_code, position),
        FOREIGN KEY (programme, target_code) REFERENCES target (programme, code)
      )`);
    await db.query(`
      CREATE TABLE target_condition (
        programme text NOT NULL,
        code text NOT NULL,
        target_code text NOT NULL,
        position integer NOT NULL,
        words text NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        data_element text REFERENCES data_element,
        PRIMARY KEY (programme, code),
        FOREIGN KEY (programme, target_code) REFERENCES target (programme, code)
      )`);
    await db.query(`
      CREATE TABLE measure (
        programme text NOT NULL,
        code text NOT NULL,
        target_code text NOT NULL,
        position integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('printed', 'carried', 'no_figure')),
        words text NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        comparator text CHECK (comparator IN ('at_least', 'more_than')),
        value numeric,
        unit text NOT NULL CHECK (unit IN ('percent', 'count', 'yes_no')),
        numerator_vi text,
        numerator_en text,
        denominator_vi text,
        denominator_en text,
        definition text CHECK (definition IN ('stated', 'proposed', 'to_be_defined')),
        definition_note_vi text,
        definition_note_en text,
        exclusion_words text,
        exclusion_vi text,
        exclusion_en text,
        freshness text CHECK (freshness IN ('real_time', 'timely')),
        freshness_words text,
        levels text[] NOT NULL,
        roll_up text,
        not_applicable text,
        not_applicable_standing text,
        not_applicable_note_vi text,
        not_applicable_note_en text,
        formula jsonb,
        data_elements text[] NOT NULL,
        PRIMARY KEY (programme, code),
        FOREIGN KEY (programme, target_code) REFERENCES target (programme, code),
        CHECK ((kind = 'no_figure') = (value IS NULL)),
        CHECK ((value IS NULL) = (comparator IS NULL)),
        CHECK ((formula IS NULL) = (roll_up IS NULL))
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE measure, target_condition, target_owner, target, target_group`);
  }
}
