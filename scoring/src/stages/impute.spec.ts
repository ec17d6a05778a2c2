import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MARK, STATE, type Column } from '../model/column.js';
import type { Imputation } from '../model/screening.js';
import { impute, imputationProblems } from './impute.js';
import { readable, sourceOf, type Entry } from './indicators/source.fixture.js';

const NOBODY = Int32Array.of();

function never(): Column {
  throw new Error('no earlier period is asked for');
}

function columnOf(entries: readonly Entry[]): Column {
  return sourceOf({ x: entries }).element('x');
}

function imputed(
  rule: Imputation,
  entries: readonly Entry[],
  groups: readonly number[] = entries.map(() => -1),
  earlier: readonly (readonly Entry[])[] = [],
) {
  const back = (periods: number): Column => columnOf(earlier[periods - 1] ?? entries.map(() => 'L'));
  return readable(
    impute(columnOf(entries), rule, Int32Array.from(groups), rule.method === 'last_value' ? back : never),
  );
}

describe('impute', () => {
  it.each<[Imputation, number]>([
    [{ method: 'constant', value: -3.5 }, -3.5],
    // (1 + 2 + 6) / 3 and the middle of 1, 2, 6.
    [{ method: 'mean' }, 3],
    [{ method: 'median' }, 2],
  ])('%j fills what is missing or was not collected, and marks it', (rule, value) => {
    const entries = [6, 'O', 1, 'L', 2, 'M'] as const;
    const filled = `${value} imputed`;
    expect(imputed(rule, entries)).toEqual([6, filled, 1, filled, 2, 'not_applicable']);
  });

  it('takes the mean of the two in the middle', () => {
    expect(imputed({ method: 'median' }, [7, 'O', 1, 2, 4])).toEqual([7, '3 imputed', 1, 2, 4]);
  });

  it('keeps gaps with none, and gives a column without gaps back as it is', () => {
    const gaps = columnOf([1, 'O']);
    expect(impute(gaps, { method: 'none' }, NOBODY, never)).toBe(gaps);
    const full = columnOf([1, 'M', 2]);
    for (const method of ['mean', 'median'] as const) {
      expect(impute(full, { method }, NOBODY, never)).toBe(full);
    }
    expect(impute(full, { method: 'last_value', periods: 3 }, NOBODY, never)).toBe(full);
  });

  it.each<Imputation>([
    { method: 'mean' },
    { method: 'median' },
    { method: 'group_mean', fallback: 'mean' },
    { method: 'group_median', fallback: 'median' },
    { method: 'last_value', periods: 2 },
  ])('keeps gaps where there is nothing to fill them with: %j', (rule) => {
    expect(imputed(rule, ['O', 'M', 'L'])).toEqual(['missing', 'not_applicable', 'not_collected']);
  });

  it('fills with a constant even where there is no value', () => {
    expect(imputed({ method: 'constant', value: 2 }, ['O', 'L'])).toEqual(['2 imputed', '2 imputed']);
    expect(Object.is(imputed({ method: 'constant', value: -0 }, ['O'])[0], '0 imputed')).toBe(true);
  });

  it('never fills with −0', () => {
    const column = impute(columnOf(['O']), { method: 'constant', value: -0 }, NOBODY, never);
    expect(Object.is(column.values[0], 0)).toBe(true);
  });

  it('leaves alone what is undetermined, incomplete or not scored, and keeps other marks', () => {
    const column: Column = {
      values: Float64Array.of(NaN, NaN, NaN, NaN, 4),
      states: Uint8Array.of(STATE.undetermined, STATE.incomplete, STATE.not_scored, STATE.missing, 0),
      marks: Uint16Array.of(0, 0, MARK.screenedOut, MARK.zeroDenominator, MARK.exceeding),
    };
    const { values, states, marks } = impute(column, { method: 'mean' }, NOBODY, never);
    expect([...values]).toEqual([NaN, NaN, NaN, 4, 4]);
    expect([...states]).toEqual([STATE.undetermined, STATE.incomplete, STATE.not_scored, 0, 0]);
    expect([...marks]).toEqual([0, 0, MARK.screenedOut, MARK.zeroDenominator | MARK.imputed, MARK.exceeding]);
  });

  it('keeps a gap rather than fill it with what arithmetic cannot hold', () => {
    expect(imputed({ method: 'mean' }, [1e308, 1e308, 'O'])).toEqual([1e308, 1e308, 'missing']);
    expect(imputed({ method: 'median' }, [1e308, 1e308, 'O'])).toEqual([1e308, 1e308, '1e+308 imputed']);
  });
});

describe('impute, no method', () => {
  it('is refused', () => {
    const rule = { method: 'guess' } as unknown as Imputation;
    expect(() => impute(columnOf(['O']), rule, NOBODY, never)).toThrow('no such imputation');
  });
});

describe('impute, by peer group', () => {
  // Group 0: 1, 2, 6. Group 1: 10, 20. Group 2: nothing. All: mean 39 / 5 = 7.8, median 6.
  const entries = [1, 'O', 10, 2, 'L', 20, 6, 'O', 'O', 'M'] as const;
  const groups = [0, 0, 1, 0, 1, 1, 0, 2, -1, 0];

  it.each<[Imputation, readonly (string | number)[]]>([
    [{ method: 'group_mean', fallback: 'none' }, ['3 imputed', '15 imputed', 'missing', 'missing']],
    [{ method: 'group_mean', fallback: 'mean' }, ['3 imputed', '15 imputed', '7.8 imputed', '7.8 imputed']],
    [{ method: 'group_median', fallback: 'none' }, ['2 imputed', '15 imputed', 'missing', 'missing']],
    [{ method: 'group_median', fallback: 'median' }, ['2 imputed', '15 imputed', '6 imputed', '6 imputed']],
  ])('%j', (rule, [first, second, empty, nobody]) => {
    expect(imputed(rule, entries, groups)).toEqual([
      1,
      first,
      10,
      2,
      second,
      20,
      6,
      empty,
      nobody,
      'not_applicable',
    ]);
  });

  it('takes no value of a unit without a group for a group', () => {
    const cells = imputed({ method: 'group_mean', fallback: 'none' }, [100, 4, 'O'], [-1, 0, 0]);
    expect(cells).toEqual([100, 4, '4 imputed']);
  });

  it('takes all for a unit without a group, where nobody has one', () => {
    const cells = imputed({ method: 'group_mean', fallback: 'mean' }, [2, 4, 'O'], [-1, -1, -1]);
    expect(cells).toEqual([2, 4, '3 imputed']);
  });

  it('falls back where the mean of the group is beyond arithmetic', () => {
    const rule = { method: 'group_mean', fallback: 'mean' } as const;
    expect(imputed(rule, [1e308, 1e308, 'O', -1e308], [0, 0, 0, 1])[2]).toBe('missing');
    expect(imputed({ method: 'group_median', fallback: 'median' }, [1e308, 1e308, 'O'], [0, 0, 0])[2]).toBe(
      '1e+308 imputed',
    );
  });
});

describe('impute, by the last value', () => {
  const earlier: readonly (readonly Entry[])[] = [
    [9, 8, 'O', 'M', 'L', 1],
    [5, 5, 7, 6, 'L', 2],
    [4, 4, 4, 4, 3, 3],
  ];
  const entries = [1, 'O', 'L', 'O', 'O', 'M'] as const;

  it.each([
    [1, [1, '8 imputed', 'not_collected', 'missing', 'missing', 'not_applicable']],
    [2, [1, '8 imputed', '7 imputed', '6 imputed', 'missing', 'not_applicable']],
    [3, [1, '8 imputed', '7 imputed', '6 imputed', '3 imputed', 'not_applicable']],
  ])('takes the newest of at most %i periods back', (periods, cells) => {
    expect(imputed({ method: 'last_value', periods }, entries, [], earlier)).toEqual(cells);
  });

  it('asks for no more periods than it needs', () => {
    const asked: number[] = [];
    const back = (periods: number): Column => {
      asked.push(periods);
      return columnOf(earlier[periods - 1] ?? []);
    };
    impute(columnOf([1, 'O', 'O', 1, 1, 1]), { method: 'last_value', periods: 50 }, NOBODY, back);
    expect(asked).toEqual([1, 2]);
  });
});

describe('impute, properties', () => {
  const entry: fc.Arbitrary<Entry> = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom<Entry>('O', 'L', 'M', 0, -0, 1e308, 5e-324),
  );
  const rows = fc.array(fc.tuple(entry, fc.integer({ min: -1, max: 2 }), entry), {
    minLength: 1,
    maxLength: 15,
  });
  const rules: readonly Imputation[] = [
    { method: 'constant', value: 1 },
    { method: 'mean' },
    { method: 'median' },
    { method: 'group_mean', fallback: 'mean' },
    { method: 'group_median', fallback: 'none' },
    { method: 'last_value', periods: 1 },
  ];

  it.each(rules)('%j writes into nothing, changes no value and is finite where it is scored', (rule) => {
    fc.assert(
      fc.property(rows, (all) => {
        const entries = all.map(([now]) => now);
        const column = columnOf(entries);
        const before = readable(column);
        const groups = Int32Array.from(all, ([, group]) => group);
        const result = impute(column, rule, groups, () => columnOf(all.map(([, , then]) => then)));
        expect(readable(column)).toEqual(before);
        readable(result).forEach((cell, unit) => {
          if (typeof before[unit] === 'number') expect(cell).toBe(before[unit]);
          if (before[unit] === 'not_applicable') expect(cell).toBe('not_applicable');
          expect(String(cell)).not.toContain('broken');
          expect(Number.isFinite(result.values[unit])).toBe(result.states[unit] === 0);
        });
      }),
      { numRuns: 50 },
    );
  });

  it.each<Imputation>([
    { method: 'median' },
    { method: 'group_median', fallback: 'median' },
    { method: 'last_value', periods: 1 },
  ])('%j does not depend on the order of the units', (rule) => {
    fc.assert(
      fc.property(rows, (all) => {
        const run = (order: typeof all): readonly (number | string)[] =>
          readable(
            impute(
              columnOf(order.map(([now]) => now)),
              rule,
              Int32Array.from(order, ([, group]) => group),
              () => columnOf(order.map(([, , then]) => then)),
            ),
          );
        expect([...run([...all].reverse())].reverse()).toEqual(run(all));
      }),
      { numRuns: 50 },
    );
  });
});

describe('imputationProblems', () => {
  it.each<Imputation>([
    { method: 'none' },
    { method: 'constant', value: 0 },
    { method: 'mean' },
    { method: 'median' },
    { method: 'group_mean', fallback: 'none' },
    { method: 'group_mean', fallback: 'mean' },
    { method: 'group_median', fallback: 'none' },
    { method: 'group_median', fallback: 'median' },
    { method: 'last_value', periods: 1 },
    { method: 'last_value', periods: 100 },
  ])('has none for %j', (rule) => {
    expect(imputationProblems(rule, 'm.impute')).toEqual([]);
  });

  const KNOWN = 'none constant mean median group_mean group_median last_value';

  it.each<[unknown, string, string, object]>([
    [null, 'IMPUTATION_INVALID', '', { found: null }],
    ['mean', 'IMPUTATION_INVALID', '', { found: 'mean' }],
    [{}, 'IMPUTATION_METHOD_UNKNOWN', '.method', { found: null, known: KNOWN }],
    [{ method: 'em' }, 'IMPUTATION_METHOD_UNKNOWN', '.method', { found: 'em', known: KNOWN }],
    [{ method: 'constant' }, 'IMPUTATION_VALUE_INVALID', '.value', { found: null }],
    [{ method: 'constant', value: Infinity }, 'IMPUTATION_VALUE_INVALID', '.value', { found: 'Infinity' }],
    [{ method: 'constant', value: '1' }, 'IMPUTATION_VALUE_INVALID', '.value', { found: '1' }],
    [
      { method: 'group_mean' },
      'IMPUTATION_FALLBACK_UNKNOWN',
      '.fallback',
      { found: null, known: 'none mean' },
    ],
    [
      { method: 'group_mean', fallback: 'median' },
      'IMPUTATION_FALLBACK_UNKNOWN',
      '.fallback',
      { found: 'median', known: 'none mean' },
    ],
    [
      { method: 'group_median', fallback: 'mean' },
      'IMPUTATION_FALLBACK_UNKNOWN',
      '.fallback',
      { found: 'mean', known: 'none median' },
    ],
    ...[0, -1, 1.5, 101].map((periods): [unknown, string, string, object] => [
      { method: 'last_value', periods },
      'IMPUTATION_PERIODS_INVALID',
      '.periods',
      { found: periods, minimum: 1, maximum: 100 },
    ]),
    [
      { method: 'last_value' },
      'IMPUTATION_PERIODS_INVALID',
      '.periods',
      { found: null, minimum: 1, maximum: 100 },
    ],
  ])('of %j says %s', (rule, code, where, params) => {
    expect(imputationProblems(rule, 'm.impute')).toEqual([{ code, path: `m.impute${where}`, params }]);
  });
});
