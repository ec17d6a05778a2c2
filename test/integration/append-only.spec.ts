import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outcomeOf, rowCounts } from '../support/refused-statements.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

/** SQLSTATE of a refusal by our triggers: integrity_constraint_violation. */
const REFUSED = '23000';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

describe('the database itself refuses to change', () => {
  it.each([
    ['an observation', "UPDATE observation SET value = 0.9 WHERE unit_id = 'hue'"],
    ['an observation, by removing it', "DELETE FROM observation WHERE unit_id = 'hue'"],
    [
      'an observation through its view',
      'UPDATE observation SET value = value WHERE id IN (SELECT id FROM current_observation)',
    ],
    ['all observations', 'TRUNCATE observation CASCADE'],
    ['an import', "UPDATE data_import SET file_name = 'x'"],
    ['an import, by removing it', 'DELETE FROM data_import'],
    ['all imports', 'TRUNCATE data_import CASCADE'],
    ['an assessment', "UPDATE assessment SET created_by = 'x'"],
    ['an assessment, by removing it', 'DELETE FROM assessment'],
    ['all assessments', 'TRUNCATE assessment CASCADE'],
    ['a result', 'UPDATE assessment_unit SET rank = 1'],
    ['a result, by removing it', 'DELETE FROM assessment_unit'],
    ['all results', 'TRUNCATE assessment_unit CASCADE'],
    ['a node of a result', 'UPDATE assessment_node SET value = 1'],
    ['a node of a result, by removing it', 'DELETE FROM assessment_node'],
    ['all nodes', 'TRUNCATE assessment_node'],
    ['a published edition', "UPDATE edition SET title_vi = 'x' WHERE code = 'dti-2022'"],
    [
      'a published edition back into a draft',
      "UPDATE edition SET status = 'draft', published_on = NULL WHERE code = 'dti-2022'",
    ],
    ['a published edition, by removing it', "DELETE FROM edition WHERE code = 'dti-2022'"],
    ['what a published edition is made of', 'UPDATE edition_assessment SET position = 9'],
    ['what a published edition is made of, by removing', 'DELETE FROM edition_assessment'],
    [
      'what a published edition is made of, by adding',
      "INSERT INTO edition_assessment VALUES ('dti-2022', 1, 9, 1)",
    ],
    ['a check figure of a published edition', 'UPDATE check_figure SET value = 0.9'],
    ['a check figure, by removing it', 'DELETE FROM check_figure'],
    ['all editions', 'TRUNCATE edition CASCADE'],
    ['all check figures', 'TRUNCATE check_figure'],
    ['all parts of editions', 'TRUNCATE edition_assessment'],
  ])('%s', async (_what, statement) => {
    const before = await rowCounts(served.database);
    expect(await outcomeOf(served.database, statement)).toBe(REFUSED);
    expect(await rowCounts(served.database)).toEqual(before);
  });

  it('what an observation may be: a value, or a status that says why there is none', async () => {
    const insert = (value: string, status: string) =>
      outcomeOf(
        served.database,
        `INSERT INTO observation (unit_id, data_element, period, value, status, written_by)
         VALUES ('hue', 'dti.total', '2099', ${value}, '${status}', 'spec')`,
      );
    expect(await Promise.all([insert('0.5', 'A'), insert('NULL', 'L'), insert('0', 'A')])).toEqual([
      'done',
      'done',
      'done',
    ]);
    const check = '23514';
    expect(
      await Promise.all([
        insert('NULL', 'A'),
        insert('0.5', 'L'),
        insert("'NaN'", 'A'),
        insert("'Infinity'", 'A'),
        insert('1', 'X'),
      ]),
    ).toEqual([check, check, check, check, check]);
  });

  it('two names, kinds or regions of one unit on one day', async () => {
    const overlap = '23P01';
    expect(
      await outcomeOf(served.database, "INSERT INTO unit_kind (unit_id, kind) VALUES ('hue', 'city')"),
    ).toBe(overlap);
    expect(
      await outcomeOf(
        served.database,
        "INSERT INTO unit_name (unit_id, name_vi, short_name_vi, name_en) VALUES ('hue', 'x', 'x', 'x')",
      ),
    ).toBe(overlap);
    expect(
      await outcomeOf(
        served.database,
        "INSERT INTO ministry_in_charge VALUES ('bo-noi-vu', 'BNV', NULL, NULL, 'low')",
      ),
    ).toBe(overlap);
  });
});
