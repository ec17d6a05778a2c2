import type { DataSource } from 'typeorm';

/** One row of each table with what a unit has not published, and what names it. */
export interface Planted {
  /** In a text of every row. */
  readonly mark: string;
  readonly databaseId: string;
  readonly assessmentId: string;
  readonly obstacleId: string;
  readonly statusId: string;
  readonly importId: string;
  readonly edition: string;
}

/** Tables in which {@link plantUnpublished} leaves a row, and how it is found again by its mark. */
export const PLANTED: Readonly<Record<string, string>> = {
  observation: 'note = $1',
  data_import: 'file_name = $1',
  assessment: 'input_hash = $1',
  assessment_unit: 'assessment_id = (SELECT id FROM planted WHERE mark = $1)',
  assessment_node: 'assessment_id = (SELECT id FROM planted WHERE mark = $1)',
  assessment_figure: 'assessment_id = (SELECT id FROM planted WHERE mark = $1)',
  edition: 'title_vi = $1',
  edition_assessment: 'assessment_id = (SELECT id FROM planted WHERE mark = $1)',
  check_figure: "edition_code = (SELECT 'planted-' || unit FROM planted WHERE mark = $1)",
  duty_submission: 'note = $1',
  task_status: 'note = $1',
  maturity_self_assessment: 'evidence = $1',
  database_inventory_step: 'note = $1',
  database_finding: 'note = $1',
  sharing_obstacle: 'description = $1',
  sharing_obstacle_step: 'note = $1',
  sharing_service: 'note = $1',
  national_database_assertion: 'note = $1',
};

/**
 * Plants rows of a unit that nobody has published, as the owner of the tables. The register entry that some
 * hang on is public, and is there before where `database` names it.
 */
export async function plantUnpublished(
  owner: DataSource,
  unit: string,
  database: string = '',
): Promise<Planted> {
  const mark = `PLANTED-${unit}`;
  const [first] = [database === '' ? await plantDatabase(owner, unit) : database];
  const id = async (statement: string, ...values: unknown[]) => {
    const rows = await owner.query<{ id: string }[]>(`${statement} RETURNING id`, values);
    return String(rows[0]?.id);
  };
  const importId = await id(
    `INSERT INTO data_import (framework_version, period, file_name, bytes, sha256, encoding, delimiter, rows,
       unit_count, new_count, changed_count, unchanged_count, changes, imported_by)
     VALUES ('dti-922-province', '2023', $1, 1, 'x', 'utf-8', ',', 1, 1, 1, 0, 0, '[]', $1)`,
    mark,
  );
  const observation = await id(
    `INSERT INTO observation (unit_id, data_element, period, value, status, note, written_by, import_id)
     VALUES ($2, 'dti.total', '2023', 0.123456, 'A', $1, $1, $3)`,
    mark,
    unit,
    importId,
  );
  const assessmentId = await plantResult(owner, { unit, mark, observation });
  await owner.query(
    `INSERT INTO duty_submission (duty_code, unit_id, period, action, happened_on, note, written_by)
     SELECT code, $2, '2025', 'sent', '2025-12-01', $1, $1 FROM duty WHERE in_force ORDER BY position LIMIT 1`,
    [mark, unit],
  );
  const statusId = await id(
    `INSERT INTO task_status (task_code, unit_id, state, as_of, note, recorded_by)
     VALUES ('B.I.1', $2, 'done', '2025-06-01', $1, $1)`,
    mark,
    unit,
  );
  await owner.query(
    `INSERT INTO maturity_self_assessment (framework_code, criterion_code, unit_id, met, evidence, assessed_on, written_by)
     SELECT framework_code, code, $2, true, $1, '2025-06-01', $1 FROM maturity_criterion ORDER BY position LIMIT 1`,
    [mark, unit],
  );
  const obstacleId = await plantRecords(owner, mark, first);
  return {
    mark,
    databaseId: first,
    assessmentId,
    obstacleId,
    statusId,
    importId,
    edition: `planted-${unit}`,
  };
}

/** A public entry of a unit's register. */
export async function plantDatabase(owner: DataSource, unit: string): Promise<string> {
  const rows = await owner.query<{ id: string }[]>(
    `INSERT INTO registered_database (unit_id, written_by) VALUES ($1, 'spec') RETURNING id`,
    [unit],
  );
  const id = String(rows[0]?.id);
  await owner.query(
    `INSERT INTO registered_database_version (database_id, version, state, name_vi, class, written_by)
     SELECT $1, 1, 'open', 'CSDL ' || $2, code, 'spec' FROM database_term WHERE kind = 'class' ORDER BY position LIMIT 1`,
    [id, unit],
  );
  return id;
}

async function plantResult(
  owner: DataSource,
  { unit, mark, observation }: { unit: string; mark: string; observation: string },
): Promise<string> {
  const rows = await owner.query<{ id: string }[]>(
    `INSERT INTO assessment (framework_version, level, period, roster_date, basis, recipe, input_hash, engine_version,
       unit_count, scored_count, created_by)
     SELECT framework_version, level, '2023', '2023-12-31', basis, recipe, $1, engine_version, 1, 1, 'spec'
     FROM assessment WHERE framework_version = 'dti-922-province' ORDER BY id LIMIT 1 RETURNING id`,
    [mark],
  );
  const id = String(rows[0]?.id);
  // What the tables' own rows cannot be found by is kept beside them for the run.
  // One after another: who makes a table that another is making fails, IF NOT EXISTS or not.
  await owner.transaction(async (manager) => {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('planted'))`);
    await manager.query(`CREATE TABLE IF NOT EXISTS planted (mark text PRIMARY KEY, unit text, id bigint)`);
    await manager.query(`GRANT SELECT ON planted TO PUBLIC`);
  });
  await owner.query(`INSERT INTO planted VALUES ($1, $2, $3)`, [mark, unit, id]);
  await owner.query(
    `INSERT INTO assessment_unit (assessment_id, unit_id, position, group_code, state, total, rank, tied, coverage)
     VALUES ($1, $2, 0, 'province', 'scored', 0.123456, 1, false, 1)`,
    [id, unit],
  );
  await owner.query(
    `INSERT INTO assessment_node (assessment_id, unit_id, node_code, position, state, weight_asked, coverage)
     VALUES ($1, $2, 'dti', 0, 'scored', 1, 1)`,
    [id, unit],
  );
  await owner.query(`INSERT INTO assessment_figure VALUES ($1, $2, 'dti.total', '2023', $3)`, [
    id,
    unit,
    observation,
  ]);
  const edition = `planted-${unit}`;
  await owner.query(
    `INSERT INTO edition (code, revision, index_code, title_vi, title_en, period, kind, status, roster_date, created_by)
     VALUES ($1, 1, 'dti', $2, $2, '2023', 'computed', 'draft', '2023-12-31', 'spec')`,
    [edition, mark],
  );
  await owner.query(`INSERT INTO edition_assessment VALUES ($1, 1, 0, $2)`, [edition, id]);
  await owner.query(
    `INSERT INTO check_figure (edition_code, revision, position, framework_version, data_element, statistic, value,
       decimals, confidence) VALUES ($1, 1, 0, 'dti-922-province', 'dti.total', 'mean', 0.1, 4, 'low')`,
    [edition],
  );
  return id;
}

async function plantRecords(owner: DataSource, mark: string, database: string): Promise<string> {
  const id = async (statement: string, values: unknown[]) => {
    const rows = await owner.query<{ id: string }[]>(`${statement} RETURNING id`, values);
    return String(rows[0]?.id);
  };
  const step = await id(
    `INSERT INTO database_inventory_step (database_id, period, action, actor, done_on, note, written_by)
     VALUES ($2, '2025', 'assess', 'spec', '2025-11-01', $1, $1)`,
    [mark, database],
  );
  await owner.query(
    `INSERT INTO database_finding (step_id, aspect, state, note)
     SELECT $2, code, 'yes', $1 FROM database_term WHERE kind = 'assessment_aspect' ORDER BY position LIMIT 1`,
    [mark, step],
  );
  const obstacle = await id(
    `INSERT INTO sharing_obstacle (database_id, description, raised_by, raised_on, written_by)
     VALUES ($2, $1, 'spec', '2025-11-01', $1)`,
    [mark, database],
  );
  await owner.query(
    `INSERT INTO sharing_obstacle_step (obstacle_id, action, actor, done_on, note, written_by)
     VALUES ($2, 'handle', 'spec', '2025-11-02', $1, $1)`,
    [mark, obstacle],
  );
  await owner.query(
    `INSERT INTO sharing_service (database_id, name, name_key, form, on_lgsp, on_ndxp, note, written_by)
     VALUES ($2, 'API', 'api', 'api', true, false, $1, $1)`,
    [mark, database],
  );
  await owner.query(
    `INSERT INTO national_database_assertion (database_id, period, aspect, state, note, evidence, written_by)
     SELECT (SELECT id FROM national_database ORDER BY position LIMIT 1), '2025', code, 'yes', $1, $1, $1
     FROM database_term WHERE kind = 'condition_aspect' ORDER BY position LIMIT 1`,
    [mark],
  );
  return obstacle;
}
