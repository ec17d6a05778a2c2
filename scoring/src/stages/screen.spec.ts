import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Screening } from '../model/screening.js';
import { readable, sourceOf, type Entry } from './indicators/source.fixture.js';
import { screening, screeningProblems } from './screen.js';

type Table = Readonly<Record<string, readonly Entry[]>>;

/** Screens a table of indicators, each with one entry per unit u0, u1, … */
function screen(rule: Screening, table: Table) {
  const source = sourceOf(table);
  const units = Array.from({ length: source.size }, (_, index) => ({ code: `u${index}`, group: null }));
  const count = screening(rule, units);
  for (const code of Object.keys(table)) count.add(code, source.element(code));
  const { units: out, indicators, leftOut } = count.result();
  return { units: [...out], indicators: [...indicators], leftOut };
}

describe('screening, availability of a unit', () => {
  // u0 has 3 of 4, u1 2 of 4, u2 1 of 4, u3 none.
  const table: Table = {
    a: [1, 1, 1, 'L'],
    b: [1, 1, 'O', 'L'],
    c: [0, 'L', 'O', 'L'],
    d: ['O', 'O', 'O', 'L'],
  };

  it.each([
    [0, [0, 0, 0, 0]],
    [0.25, [0, 0, 0, 1]],
    [0.5, [0, 0, 1, 1]],
    [0.5000000000000001, [0, 1, 1, 1]],
    [0.75, [0, 1, 1, 1]],
    [1, [1, 1, 1, 1]],
  ])('from %s on: the threshold itself is enough', (unitAvailability, units) => {
    expect(screen({ unitAvailability }, table).units).toEqual(units);
  });

  it('says why a unit is left out', () => {
    expect(screen({ unitAvailability: 0.5 }, table).leftOut).toEqual([
      { kind: 'unit', code: 'u2', threshold: 'unitAvailability', share: 0.25, asked: 0.5 },
      { kind: 'unit', code: 'u3', threshold: 'unitAvailability', share: 0, asked: 0.5 },
    ]);
  });

  it.each([10, 20, 50, 100])('meets every share of %i indicators that two decimals can say', (n) => {
    for (let have = 0; have <= n; have++) {
      const entries = Array.from({ length: n }, (_, index): Entry[] => [index < have ? 1 : 'L']);
      const table = Object.fromEntries(entries.map((cells, index) => [`i${index}`, cells]));
      expect(screen({ unitAvailability: Number((have / n).toFixed(2)) }, table).units).toEqual([0]);
    }
  });

  it('leaves what is not applicable out of both sides', () => {
    const excused: Table = { a: [1, 1], b: ['M', 'L'], c: ['M', 'L'], d: ['L', 'L'] };
    expect(screen({ unitAvailability: 0.5 }, excused).leftOut).toEqual([
      { kind: 'unit', code: 'u1', threshold: 'unitAvailability', share: 0.25, asked: 0.5 },
    ]);
  });

  it('leaves nobody out for whom nothing can exist', () => {
    expect(screen({ unitAvailability: 1, unitNonZero: 1 }, { a: ['M'], b: ['M'] }).leftOut).toEqual([]);
  });

  it('counts what has no number as a gap', () => {
    expect(screen({ unitAvailability: 1 }, { a: [1, Number.NaN] }).units).toEqual([0, 1]);
  });
});

describe('screening, zeros of a unit', () => {
  // Values other than zero: u0 2 of 2, u1 1 of 2, u2 0 of 3, u3 has no value.
  const table: Table = { a: [1, 0, 0, 'L'], b: [-2, 5, 0, 'L'], c: ['L', 'L', 0, 'L'] };

  it.each([
    [0, [0, 0, 0, 0]],
    [0.05, [0, 0, 1, 0]],
    [0.5, [0, 0, 1, 0]],
    [0.51, [0, 1, 1, 0]],
    [1, [0, 1, 1, 0]],
  ])('from %s on, of the values that there are', (unitNonZero, units) => {
    expect(screen({ unitNonZero }, table).units).toEqual(units);
  });

  it('names both thresholds where neither is reached', () => {
    expect(screen({ unitAvailability: 0.9, unitNonZero: 0.9 }, { a: [0], b: [1], c: ['O'] }).leftOut).toEqual(
      [
        { kind: 'unit', code: 'u0', threshold: 'unitAvailability', share: 2 / 3, asked: 0.9 },
        { kind: 'unit', code: 'u0', threshold: 'unitNonZero', share: 0.5, asked: 0.9 },
      ],
    );
  });
});

describe('screening, availability of an indicator', () => {
  const table: Table = {
    a: [1, 1, 'L', 'L'],
    b: [0, 'O', 'O', 'M'],
    c: ['M', 'M', 'M', 'M'],
    d: [1, 1, 1, 1],
  };

  it.each([
    [0, []],
    [1 / 3, []],
    [0.34, ['b']],
    [0.5, ['b']],
    [0.51, ['a', 'b']],
    [1, ['a', 'b']],
  ])('from %s on', (indicatorAvailability, indicators) => {
    expect(screen({ indicatorAvailability }, table)).toMatchObject({ indicators, units: [0, 0, 0, 0] });
  });

  it('says why, indicators before units, and what is left out still counts for the units', () => {
    const rule = { indicatorAvailability: 0.5, unitAvailability: 0.5 };
    const some: Table = { a: [1, 1, 1], b: [1, 'L', 1], c: ['L', 'L', 1], d: ['L', 'L', 'L'] };
    expect(screen(rule, some).leftOut).toEqual([
      { kind: 'indicator', code: 'c', threshold: 'indicatorAvailability', share: 1 / 3, asked: 0.5 },
      { kind: 'indicator', code: 'd', threshold: 'indicatorAvailability', share: 0, asked: 0.5 },
      { kind: 'unit', code: 'u1', threshold: 'unitAvailability', share: 0.25, asked: 0.5 },
    ]);
  });
});

describe('screening', () => {
  it('leaves nothing out without a threshold, and without data', () => {
    expect(screen({}, { a: ['L', 'L'] })).toEqual({ units: [0, 0], indicators: [], leftOut: [] });
    const rule = { unitAvailability: 1, unitNonZero: 1, indicatorAvailability: 1 };
    expect(screening(rule, [{ code: 'u', group: null }]).result().leftOut).toEqual([]);
    expect(screen(rule, { a: [] })).toEqual({ units: [], indicators: [], leftOut: [] });
  });

  it('does not depend on the order of units or of indicators', () => {
    const entry = fc.constantFrom<Entry>(0, 1, 'L', 'M', 'O');
    const rule = { unitAvailability: 0.6, unitNonZero: 0.4, indicatorAvailability: 0.5 };
    fc.assert(
      fc.property(fc.array(fc.tuple(entry, entry, entry), { minLength: 1, maxLength: 8 }), (rows) => {
        const columns = (order: readonly (readonly Entry[])[]): Table => ({
          a: order.map((row) => row[0] as Entry),
          b: order.map((row) => row[1] as Entry),
          c: order.map((row) => row[2] as Entry),
        });
        const { a, b, c } = columns(rows);
        const first = screen(rule, { a, b, c } as Table);
        const turned = screen(rule, columns([...rows].reverse()));
        expect([...turned.units].reverse()).toEqual(first.units);
        const reordered = screen(rule, { c, b, a } as Table);
        expect(reordered.units).toEqual(first.units);
        expect([...reordered.indicators].sort()).toEqual([...first.indicators].sort());
      }),
    );
  });

  it('leaves the columns as they are', () => {
    const source = sourceOf({ a: [1, 'L', 0] });
    const count = screening(
      { unitAvailability: 1 },
      [0, 1, 2].map((code) => ({ code: `u${code}`, group: null })),
    );
    count.add('a', source.element('a'));
    count.result();
    expect(readable(source.element('a'))).toEqual([1, 'not_collected', 0]);
  });
});

describe('screeningProblems', () => {
  it.each([
    {},
    { unitAvailability: 0 },
    { unitNonZero: 1, indicatorAvailability: 0.5, unitAvailability: undefined },
  ])('has none for %j', (rule) => {
    expect(screeningProblems(rule, 'm.screen')).toEqual([]);
  });

  it.each<[unknown, readonly object[]]>([
    [null, [{ code: 'SCREENING_INVALID', path: 'm.screen', params: { found: null } }]],
    [0.5, [{ code: 'SCREENING_INVALID', path: 'm.screen', params: { found: 0.5 } }]],
    [
      { unitAvailability: -5e-324, unitNonZero: 1.0000000000000002, indicatorAvailability: NaN },
      [
        { code: 'SCREENING_SHARE_INVALID', path: 'm.screen.unitAvailability', params: { found: -5e-324 } },
        {
          code: 'SCREENING_SHARE_INVALID',
          path: 'm.screen.unitNonZero',
          params: { found: 1.0000000000000002 },
        },
        { code: 'SCREENING_SHARE_INVALID', path: 'm.screen.indicatorAvailability', params: { found: 'NaN' } },
      ],
    ],
    [
      { unitNonZero: '0.5' },
      [{ code: 'SCREENING_SHARE_INVALID', path: 'm.screen.unitNonZero', params: { found: '0.5' } }],
    ],
    [
      { unitAvailable: 0.5 },
      [
        {
          code: 'SCREENING_THRESHOLD_UNKNOWN',
          path: 'm.screen.unitAvailable',
          params: { found: 'unitAvailable', known: 'unitAvailability unitNonZero indicatorAvailability' },
        },
      ],
    ],
  ])('of %j says %j', (rule, problems) => {
    expect(screeningProblems(rule, 'm.screen')).toEqual(problems);
  });
});
