import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Legal documents and their clauses, each with the days it holds and what took its place; programmes.
 * What cites them elsewhere does so by reference, `document#clause`, checked when the seeds are loaded.
 */
export class Law1764000000006 implements MigrationInterface {
  readonly name = 'Law1764000000006';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE legal_document (
        id text PRIMARY KEY,
        position integer NOT NULL,
        number text,
        kind text NOT NULL CHECK (kind IN
          ('law', 'decree', 'decision', 'resolution', 'plan', 'draft', 'slides', 'dispatch')),
        title_vi text NOT NULL,
        title_en text NOT NULL,
        citation_vi text NOT NULL,
        citation_en text NOT NULL,
        issued_by_vi text NOT NULL,
        issued_by_en text NOT NULL,
        issued_on date,
        valid_from date,
        valid_to date,
        standing text NOT NULL CHECK (standing IN ('binding', 'guidance', 'plan', 'draft', 'history')),
        successor_id text REFERENCES legal_document DEFERRABLE INITIALLY DEFERRED,
        ended_by text,
        confidence text NOT NULL,
        note_vi text,
        note_en text,
        source_ids text[] NOT NULL DEFAULT '{}',
        CHECK (valid_from <= valid_to),
        CHECK (successor_id <> id)
      )`);
    await db.query(`
      CREATE TABLE clause (
        document_id text NOT NULL REFERENCES legal_document DEFERRABLE INITIALLY DEFERRED,
        code text NOT NULL,
        parent_code text,
        position integer NOT NULL,
        depth integer NOT NULL,
        citation_vi text NOT NULL,
        citation_en text NOT NULL,
        heading_vi text,
        heading_en text,
        text_vi text,
        text_check text CHECK (text_check IN ('as_printed', 'mended', 'damaged')),
        reported_vi text,
        reported_by text REFERENCES legal_document DEFERRABLE INITIALLY DEFERRED,
        valid_from date,
        valid_to date,
        successor_ref text,
        ended_by text,
        confidence text NOT NULL,
        note_vi text,
        note_en text,
        source_ids text[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (document_id, code),
        FOREIGN KEY (document_id, parent_code) REFERENCES clause DEFERRABLE INITIALLY DEFERRED,
        CHECK (valid_from <= valid_to),
        CHECK (text_vi IS NULL OR text_check IS NOT NULL),
        CHECK ((reported_vi IS NULL) = (reported_by IS NULL))
      )`);
    await db.query(`
      CREATE TABLE programme (
        code text PRIMARY KEY,
        position integer NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        summary_vi text NOT NULL,
        summary_en text NOT NULL,
        document_id text NOT NULL REFERENCES legal_document DEFERRABLE INITIALLY DEFERRED,
        legal_basis text[] NOT NULL,
        standing text NOT NULL CHECK (standing IN ('binding', 'guidance', 'plan', 'draft', 'history')),
        first_year integer NOT NULL,
        last_year integer NOT NULL,
        overlays text REFERENCES programme DEFERRABLE INITIALLY DEFERRED,
        facts jsonb NOT NULL,
        confidence text NOT NULL,
        note_vi text,
        note_en text,
        source_ids text[] NOT NULL DEFAULT '{}',
        CHECK (first_year <= last_year)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE programme, clause, legal_document`);
  }
}
