import { describe, expect, it } from '@jest/globals';
import type { Cell } from '../../model/dataset.js';
import { DTI_2020, DTI_METHOD } from '../framework.fixture.js';
import { DATA, found, framework, told, UNITS, withLeaf } from './validation.fixture.js';

describe('validate, what a problem carries', () => {
  const cell: Cell = { unit: 'u', element: 'economy', value: 0.5, status: 'A' };
  const params = (subject: unknown, dataset: unknown = DATA): unknown => found(subject, dataset)[0]?.params;

  it.each<[unknown, object]>([
    ['dti', { found: 'dti' }],
    [{ ...DTI_2020, method: true }, { found: 'true' }],
    [{ ...DTI_2020, root: [] }, { found: 'object' }],
    [framework({ code: 'r', points: 1, children: 7 }), { found: 7 }],
    [framework({ code: 'r', points: 1, children: [{ code: 'r' }] }), { node: 'r' }],
    [framework({ code: 'r', points: -1 }), { points: -1 }],
    [framework({ code: 'r', points: Number.NaN }), { points: 'NaN' }],
    [framework({ code: 'r', points: 1, scored: 'yes' }), { scored: 'yes' }],
    [framework({ code: 'r', children: [{ code: 'a', points: 0 }] }), { node: 'a' }],
    [framework({ code: 'r', children: [{ code: 'a', scored: false }] }), { node: 'r' }],
    [framework({ code: 'r', points: 3, children: [{ code: 'a', points: 1 }] }), { points: 3, ofChildren: 1 }],
    [
      framework({
        code: 'r',
        children: [
          { code: 'a', points: 1e308 },
          { code: 'b', points: 1e308 },
        ],
      }),
      { children: 2 },
    ],
    [framework({ code: 'r', input: 'points' }), { points: null }],
    [withLeaf({ missing: 'zero' }), { node: 'a', kind: 'leaf' }],
    [
      framework({ code: 'r', unit: 'x', children: [{ code: 'a', points: 1 }] }),
      { node: 'r', kind: 'parent' },
    ],
    [withLeaf({ input: 'percent' }), { found: 'percent' }],
    [withLeaf({ direction: 3 }), { found: 3 }],
    [withLeaf({ unit: 5 }), { found: 5 }],
    [withLeaf({ bounds: 'wide' }), { found: 'wide' }],
    [withLeaf({ bounds: { minimum: 2, maximum: 1 } }), { minimum: 2, maximum: 1 }],
    [withLeaf({}, { availability: 2 }), { availability: 2 }],
    [withLeaf({}, { availabilityBy: 'x' }), { found: 'x', known: 'weight children' }],
  ])('of %j it is %j', (subject, expected) => {
    expect(params(subject)).toEqual(expected);
  });

  it.each<[unknown, object]>([
    [7, { found: 7 }],
    [{ units: 'u' }, { found: 'u' }],
    [{ units: [...UNITS, ...UNITS] }, { unit: 'u' }],
    [{ units: [{ code: 'u', group: 5 }] }, { unit: 'u', group: 5 }],
    [{ units: UNITS, cells: 'x' }, { found: 'x' }],
    [{ units: UNITS, cells: [null] }, { found: null }],
    [{ units: UNITS, columns: 3 }, { found: 3 }],
    [{ units: UNITS, earlier: 'x' }, { found: 'x' }],
    [{ units: UNITS, earlier: [1] }, { found: 1 }],
    [{ units: UNITS, columns: [{ element: 'x', values: [1] }] }, { element: 'x' }],
    [
      { units: UNITS, cells: [{ ...cell, unit: 'x' }] },
      { unit: 'x', element: 'economy' },
    ],
    [
      { units: UNITS, cells: [{ ...cell, value: '7' }] },
      { unit: 'u', element: 'economy', found: '7' },
    ],
    [
      { units: UNITS, cells: [{ ...cell, value: Number.NaN }] },
      { unit: 'u', element: 'economy' },
    ],
    [
      { units: UNITS, cells: [{ ...cell, status: 'X' }] },
      { unit: 'u', element: 'economy', status: 'X' },
    ],
    [
      { units: UNITS, cells: [{ ...cell, value: null }] },
      { unit: 'u', element: 'economy', status: 'A' },
    ],
  ])('of the data %j it is %j', (dataset, expected) => {
    expect(params(DTI_2020, dataset)).toEqual(expected);
  });

  it('names a tie-break, a screening and a list of cells that is wrong at its first', () => {
    const rank = { ...DTI_METHOD.rank, tieBreaks: [{ by: 'node', node: 'x', direction: 'descending' }] };
    expect(params({ ...DTI_2020, method: { ...DTI_METHOD, rank } })).toEqual({ node: 'x' });
    const screen = { unitAvailability: 2 };
    expect(told({ ...DTI_2020, method: { ...DTI_METHOD, screen } })).toEqual([
      'SCREENING_SHARE_INVALID framework.method.screen.unitAvailability',
    ]);
  });

  it('takes what is at its limit', () => {
    expect(told(withLeaf({}, { availability: 0, availabilityBy: 'children' }))).toEqual([]);
    expect(told(withLeaf({}, { availability: 1, availabilityBy: 'weight' }))).toEqual([]);
    expect(told(withLeaf({ bounds: { minimum: 1, maximum: 1 }, unit: 'percent', input: 'ratio' }))).toEqual(
      [],
    );
    const higher = { normalise: { method: 'rank' }, direction: 'higher_is_better' };
    const lower = { normalise: { method: 'rank' }, direction: 'lower_is_better' };
    expect([told(withLeaf(higher)), told(withLeaf(lower))]).toEqual([[], []]);
  });

  it('asks whether steps suit the direction of their leaf', () => {
    const rising = [
      { from: 1, value: 1 },
      { from: 2, value: 2 },
    ];
    const steps = { method: 'steps', below: 0, steps: rising };
    const codes = found(withLeaf({ normalise: steps, direction: 'lower_is_better' })).map(({ code }) => code);
    expect(codes).toEqual(['STEPS_AGAINST_DIRECTION']);
    expect(told(withLeaf({ normalise: steps }))).toEqual([]);
  });
});
