import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Data elements; framework versions as trees of any depth; the peer groups a version ranks in. */
export class Frameworks1764000000002 implements MigrationInterface {
  readonly name = 'Frameworks1764000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE data_element (
        code text PRIMARY KEY,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        value_type text NOT NULL CHECK (value_type IN ('ratio', 'rank', 'code')),
        minimum numeric,
        maximum numeric,
        decimals integer,
        description_vi text,
        description_en text,
        position integer NOT NULL
      )`);
    await db.query(`
      CREATE TABLE framework_version (
        code text PRIMARY KEY,
        index_code text NOT NULL,
        version text NOT NULL,
        level text NOT NULL CHECK (level IN ('nation', 'ministry', 'province')),
        name_vi text NOT NULL,
        name_en text NOT NULL,
        legal_basis text NOT NULL,
        issued_on date,
        period_from text NOT NULL,
        period_to text,
        status text NOT NULL CHECK (status IN ('draft', 'approved', 'in_use', 'retired')),
        status_reason_vi text,
        status_reason_en text,
        method jsonb NOT NULL,
        total_element text REFERENCES data_element,
        rank_element text REFERENCES data_element,
        group_element text REFERENCES data_element,
        check_elements text[] NOT NULL DEFAULT '{}',
        confidence text NOT NULL,
        note text,
        source_ids text[] NOT NULL DEFAULT '{}'
      )`);
    await db.query(`
      CREATE TABLE framework_node (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        framework_version text NOT NULL REFERENCES framework_version,
        code text NOT NULL,
        parent_code text,
        kind text NOT NULL CHECK (kind IN ('index', 'sub_index', 'component', 'indicator')),
        name_vi text NOT NULL,
        name_en text NOT NULL,
        points double precision CHECK (points >= 0),
        scored boolean NOT NULL,
        data_element text REFERENCES data_element,
        position integer NOT NULL,
        depth integer NOT NULL,
        confidence text,
        note text,
        source_ids text[] NOT NULL DEFAULT '{}',
        UNIQUE (framework_version, code),
        FOREIGN KEY (framework_version, parent_code) REFERENCES framework_node (framework_version, code)
          DEFERRABLE INITIALLY DEFERRED
      )`);
    await db.query(`
      CREATE TABLE peer_group (
        framework_version text NOT NULL REFERENCES framework_version,
        period text NOT NULL,
        code text NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        expected integer,
        whole_roster boolean NOT NULL,
        position integer NOT NULL,
        note text,
        PRIMARY KEY (framework_version, period, code)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE peer_group, framework_node, framework_version, data_element`);
  }
}
