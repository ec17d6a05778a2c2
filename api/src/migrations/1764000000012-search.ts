import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What can be found by its words, in one list; and a stamp that changes whenever the list may have
 * changed. A database of the register is found as its latest version has it.
 */
export class Search1764000000012 implements MigrationInterface {
  readonly name = 'Search1764000000012';

  async up(db: QueryRunner): Promise<void> {
    const parts = [
      DOCUMENTS,
      CLAUSES,
      TARGETS,
      TASKS,
      DUTIES,
      ACTIVITIES,
      NATIONAL,
      REGISTERED,
      INDICATORS,
      UNITS,
    ];
    await db.query(`
      CREATE VIEW search_entry (kind, ref, code, title_vi, title_en, body_vi, body_en, data_set) AS
      ${parts.join('\n      UNION ALL\n')}`);
    await db.query(`
      CREATE VIEW search_stamp AS
      SELECT concat_ws('/',
        (SELECT count(*) FROM reference_load),
        (SELECT max(loaded_at) FROM reference_load),
        (SELECT max(id) FROM framework_event),
        (SELECT count(*) FROM framework_node),
        (SELECT count(*) FROM registered_database_version),
        (SELECT max(written_at) FROM registered_database_version)) AS stamp`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP VIEW search_stamp, search_entry`);
  }
}

const DOCUMENTS = `
  SELECT 'document', id, number, title_vi, title_en, issued_by_vi, issued_by_en, NULL::text
  FROM legal_document`;

const CLAUSES = `
  SELECT 'clause', c.document_id || '#' || c.code, c.code,
         c.citation_vi || ', ' || d.citation_vi, c.citation_en || ', ' || d.citation_en,
         concat_ws(' ', c.heading_vi, c.text_vi, c.reported_vi), c.heading_en, NULL
  FROM clause c JOIN legal_document d ON d.id = c.document_id`;

/** Those that bind: what a draft or a plan of the past aimed at is no target to be found as one. */
const TARGETS = `
  SELECT 'target', t.code, t.code, t.name_vi, t.name_en,
         concat_ws(' ', string_agg(m.name_vi, '; ' ORDER BY m.position), max(c.text_vi)),
         string_agg(m.name_en, '; ' ORDER BY m.position), NULL
  FROM target t
  JOIN programme p ON p.code = t.programme AND p.standing = 'binding'
  LEFT JOIN measure m ON m.programme = t.programme AND m.target_code = t.code
  LEFT JOIN clause c ON c.document_id = p.document_id AND c.code = t.code
  GROUP BY t.programme, t.code, t.name_vi, t.name_en`;

const TASKS = `
  SELECT 'task', t.code, t.code, t.name_vi, t.name_en,
         (SELECT string_agg(a.text_vi, ' ' ORDER BY a.number) FROM task_action a WHERE a.task_code = t.code),
         NULL, NULL
  FROM task t`;

const DUTIES = `
  SELECT 'duty', code, NULL, name_vi, name_en, concat_ws(' – ', actor_vi, words), actor_en, NULL FROM duty`;

const ACTIVITIES = `
  SELECT 'activity', code, code, name_vi, name_en, concat_ws('; ', agency, objective, result), NULL, NULL
  FROM guidance_activity`;

const NATIONAL = `
  SELECT 'database', 'national/' || id, NULL, name_vi, name_en, owner_note_vi, owner_note_en, NULL
  FROM national_database`;

const REGISTERED = `
  SELECT 'database', v.database_id::text, NULL, v.name_vi, coalesce(v.name_en, v.name_vi), v.description, NULL,
         v.data_set
  FROM registered_database_version v
  WHERE v.version = (SELECT max(version) FROM registered_database_version l WHERE l.database_id = v.database_id)`;

const INDICATORS = `
  SELECT 'indicator', n.framework_version || '#' || n.code, n.code, n.name_vi, n.name_en,
         concat_ws(' – ', v.name_vi, n.definition_vi), concat_ws(' – ', v.name_en, n.definition_en), NULL
  FROM framework_node n JOIN framework_version v ON v.code = n.framework_version
  WHERE n.kind IN ('component', 'indicator')`;

const UNITS = `
  SELECT 'unit', unit_id, NULL, name_vi, name_en, string_agg(DISTINCT short_name_vi, ', '), NULL, NULL
  FROM unit_name
  GROUP BY unit_id, name_vi, name_en`;
