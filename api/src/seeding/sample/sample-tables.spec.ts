import { describe, expect, it } from '@jest/globals';
import { removalsOf, type TableKeys } from './sample-tables.js';

const reference = (parent: string, column: string) => ({ parent, columns: [column], parentColumns: ['id'] });
const TABLES: readonly TableKeys[] = [
  { table: 'unit', ofDataSet: false, references: [] },
  {
    table: 'observation',
    ofDataSet: true,
    references: [reference('unit', 'unit_id'), reference('import', 'import_id')],
  },
  { table: 'import', ofDataSet: true, references: [] },
  {
    table: 'result',
    ofDataSet: false,
    references: [reference('assessment', 'assessment_id'), reference('unit', 'unit_id')],
  },
  {
    table: 'node',
    ofDataSet: false,
    references: [reference('result', 'result_id'), reference('node', 'parent_id')],
  },
  { table: 'assessment', ofDataSet: true, references: [] },
];

describe('what is removed with a data set', () => {
  const removals = removalsOf(TABLES);

  it('is what is of it, and what belongs to that, however deep; nothing else', () => {
    expect(new Map(removals.map(({ table, where }) => [table, where]))).toEqual(
      new Map([
        ['observation', 't.data_set = $1'],
        ['import', 't.data_set = $1'],
        ['assessment', 't.data_set = $1'],
        [
          'result',
          'EXISTS (SELECT 1 FROM assessment WHERE assessment.id = t.assessment_id AND assessment.data_set = $1)',
        ],
        [
          'node',
          'EXISTS (SELECT 1 FROM result WHERE result.id = t.result_id AND EXISTS (SELECT 1 FROM assessment WHERE assessment.id = result.assessment_id AND assessment.data_set = $1))',
        ],
      ]),
    );
  });

  it('goes children first', () => {
    const order = removals.map(({ table }) => table);
    for (const [child, parent] of [
      ['node', 'result'],
      ['result', 'assessment'],
      ['observation', 'import'],
    ] as const) {
      expect(order.indexOf(child)).toBeLessThan(order.indexOf(parent));
    }
  });
});
