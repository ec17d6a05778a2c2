import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Condition, Formula } from '../../model/formula.js';
import { elementsOf, formulaOf, indicator } from './indicator.js';
import { readable, sourceOf, type Entry } from './source.fixture.js';

const ZERO = { value: 0 };
const QUOTIENT = { zeroDenominator: 'missing', nothingToCount: ZERO, exceeding: 'cap' } as const;
const CONDITIONS: readonly Condition[] = [
  { element: 'a', is: 'at_least', value: 1 },
  { element: 'b', is: 'equal', value: 0 },
  { element: 'a', is: 'less_than', value: 9 },
];

const EACH: readonly (readonly [Formula, readonly string[]])[] = [
  [{ kind: 'value', element: 'a' }, ['a']],
  [{ kind: 'ratio', numerator: 'a', denominator: 'b', ...QUOTIENT }, ['a', 'b']],
  [
    { kind: 'ratio', numerator: 'a', denominator: 'b', ...QUOTIENT, scale: 1e5, exceeding: 'keep' },
    ['a', 'b'],
  ],
  [{ kind: 'sum', elements: ['b', 'a'], gap: 'zero' }, ['b', 'a']],
  [{ kind: 'sum', elements: ['a', 'b', 'c'], gap: 'missing' }, ['a', 'b', 'c']],
  [{ kind: 'per_head', element: 'a', population: 'b', per: 1e6, zeroPopulation: ZERO }, ['a', 'b']],
  [{ kind: 'growth', element: 'a', zeroBefore: ZERO, scale: 100 }, ['a']],
  [{ kind: 'share_of_yes', elements: ['a', 'b'], gap: 'leave_out' }, ['a', 'b']],
  [{ kind: 'age', element: 'a', at: 20_000, future: 'zero' }, ['a']],
  [{ kind: 'yes_no', conditions: CONDITIONS, holds: 'all' }, ['a', 'b']],
  [{ kind: 'yes_no', conditions: CONDITIONS, holds: 'any' }, ['a', 'b']],
  [{ kind: 'levels', element: 'c', steps: [{ from: 0, value: 2 }], below: 1 }, ['c']],
  [
    { kind: 'count_against_target', element: 'a', target: 'b', zeroTarget: ZERO, exceeding: 'keep' },
    ['a', 'b'],
  ],
  [{ kind: 'count_against_target', element: 'a', target: 3, zeroTarget: ZERO, exceeding: 'cap' }, ['a']],
];

describe('elementsOf', () => {
  it.each(EACH)('of %j are %j', (formula, elements) => {
    expect(elementsOf({ code: 'n', formula })).toEqual(elements);
  });

  it('is its own code for a leaf without a formula', () => {
    expect(elementsOf({ code: 'n' })).toEqual(['n']);
    expect(formulaOf({ code: 'n' })).toEqual({ kind: 'value', element: 'n' });
  });

  it('refuses what is no formula', () => {
    const leaf = { code: 'n', formula: { kind: 'guess' } as unknown as Formula };
    expect(() => elementsOf(leaf)).toThrow('no such formula');
    expect(() => indicator(leaf, sourceOf({}))).toThrow('no such formula');
  });
});

describe('indicator', () => {
  it('is the data element of its own code without a formula', () => {
    const source = sourceOf({ n: [4, 'M'], other: [1, 1] });
    expect(readable(indicator({ code: 'n' }, source))).toEqual([4, 'not_applicable']);
    const formula: Formula = { kind: 'value', element: 'other' };
    expect(readable(indicator({ code: 'n', formula }, source))).toEqual([1, 1]);
  });

  it('is not collected where the data set does not know its elements', () => {
    for (const [formula] of EACH.filter(
      ([{ kind, ...rest }]) => kind !== 'sum' || !('gap' in rest && rest.gap === 'zero'),
    )) {
      expect(readable(indicator({ code: 'n', formula }, sourceOf({ other: [1] })))).toEqual([
        'not_collected',
      ]);
    }
  });
});

const number = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(0, -0, 1, -1, 1e308, -1e308, 5e-324, -5e-324, Number.MAX_VALUE),
  fc.integer({ min: 0, max: 10 }),
);
const entry: fc.Arbitrary<Entry> = fc.oneof({ weight: 6, arbitrary: number }, fc.constantFrom('M', 'L', 'O'));
const unit = fc.tuple(entry, entry, entry, entry);
const roster = fc.array(unit, { minLength: 1, maxLength: 12 });

type Rows = readonly (readonly [Entry, Entry, Entry, Entry])[];

function rowsToSource(rows: Rows) {
  const data = { a: rows.map(([a]) => a), b: rows.map(([, b]) => b), c: rows.map(([, , c]) => c) };
  return sourceOf(data, { a: rows.map(([, , , before]) => before) });
}

describe.each(EACH)('indicator, %j', (formula) => {
  const leaf = { code: 'n', formula };

  it('is a finite number exactly where it is scored, never −0, whatever is measured', () => {
    fc.assert(
      fc.property(roster, (rows) => {
        const { values, states } = indicator(leaf, rowsToSource(rows));
        values.forEach((value, index) => {
          expect(Number.isFinite(value)).toBe(states[index] === 0);
          expect(Number.isNaN(value)).toBe(states[index] !== 0);
          expect(Object.is(value, -0)).toBe(false);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('looks at each unit by itself, in whatever order they come', () => {
    fc.assert(
      fc.property(roster, (rows) => {
        const forward = readable(indicator(leaf, rowsToSource(rows)));
        const backward = readable(indicator(leaf, rowsToSource([...rows].reverse())));
        expect([...backward].reverse()).toEqual(forward);
      }),
      { numRuns: 30 },
    );
  });

  it('leaves its data elements as they are', () => {
    const source = rowsToSource([
      [1, 0, 3, 4],
      ['O', 2, 'M', 0],
    ]);
    const before = ['a', 'b', 'c'].map((code) => readable(source.element(code)));
    indicator(leaf, source);
    expect(['a', 'b', 'c'].map((code) => readable(source.element(code)))).toEqual(before);
  });
});
