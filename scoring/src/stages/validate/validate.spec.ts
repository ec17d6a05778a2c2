import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';
import { DTI_2020, DTI_METHOD } from '../stages/framework.fixture.js';
import { validate } from './validate.js';

const EMPTY = { units: [], cells: [] };
const UNITS = [{ code: 'u', group: null }];

function framework(root: Framework['root']): Framework {
  return { code: 'f', method: DTI_METHOD, root };
}

function codes(subject: Framework, cells: readonly Cell[] = [], units = UNITS): readonly string[] {
  return validate(subject, { units, cells }).map((problem) => problem.code);
}

describe('validate, the framework', () => {
  it('finds nothing wrong with DTI 2020', () => {
    expect(validate(DTI_2020, EMPTY)).toEqual([]);
  });

  it.each<[string, Framework['root']]>([
    ['POINTS_DO_NOT_ADD_UP', { code: 'r', points: 10, children: [{ code: 'a', points: 9 }] }],
    ['POINTS_INVALID', { code: 'r', points: Number.NaN }],
    ['POINTS_INVALID', { code: 'r', points: -1 }],
    ['SCORED_NODE_WITHOUT_POINTS', { code: 'r', points: 0 }],
    ['NODE_CODE_EMPTY', { code: '', points: 1 }],
    ['NODE_CODE_DOUBLED', { code: 'r', points: 1, children: [{ code: 'r', points: 1 }] }],
    [
      'NODE_WITHOUT_SCORED_CHILD',
      { code: 'r', points: 1, children: [{ code: 'a', points: 0, scored: false }] },
    ],
  ])('says %s', (code, root) => {
    expect(codes(framework(root))).toContain(code);
  });

  it('says RANK_DECIMALS_INVALID', () => {
    const method = { ...DTI_METHOD, rank: { ...DTI_METHOD.rank, decimals: 1.5 } };
    expect(codes({ ...DTI_2020, method })).toEqual(['RANK_DECIMALS_INVALID']);
  });
});

describe('validate, the data set', () => {
  const cell: Cell = { unit: 'u', node: 'economy', value: 0.5, status: 'A' };

  it.each<[string, readonly Cell[]]>([
    ['CELL_UNIT_UNKNOWN', [{ ...cell, unit: 'x' }]],
    ['CELL_NODE_UNKNOWN', [{ ...cell, node: 'dti' }]],
    ['CELL_DOUBLED', [cell, cell]],
    ['VALUE_OUT_OF_BOUNDS', [{ ...cell, value: 1.0001 }]],
    ['VALUE_OUT_OF_BOUNDS', [{ ...cell, value: -0.1 }]],
    ['VALUE_NOT_FINITE', [{ ...cell, value: Number.NaN }]],
    ['VALUE_ABSENT', [{ ...cell, value: null }]],
    ['VALUE_NOT_EXPECTED', [{ ...cell, status: 'L' }]],
  ])('says %s, with where it is', (code, cells) => {
    const problems = validate(DTI_2020, { units: UNITS, cells });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
    expect(problems[0]?.path).toMatch(/^dataset\.cells\[\d\]$/);
  });

  it('says UNIT_DOUBLED, and all problems at once', () => {
    const found = codes(DTI_2020, [{ ...cell, node: 'x', unit: 'y' }], [...UNITS, ...UNITS]);
    expect(found).toEqual(['UNIT_DOUBLED', 'CELL_UNIT_UNKNOWN', 'CELL_NODE_UNKNOWN']);
  });
});
