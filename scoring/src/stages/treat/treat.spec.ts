import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MARK, STATE, type Column } from '../../model/column.js';
import type { Transformation, Treatment } from '../../model/treatment.js';
import { columnShape } from '../../numeric/moments.js';
import { assertSound, cellsOf, columnOf, marksOf, type Gap } from '../normalise/column.fixture.js';
import { treat, treatmentRecord } from './treat.js';

type TestAndTreat = Extract<Treatment, { readonly method: 'test_and_treat' }>;

/** COINr’s defaults. */
const COINR: TestAndTreat = {
  method: 'test_and_treat',
  test: { skewness: 2, kurtosis: 3.5 },
  points: 5,
  transformation: { kind: 'log_shifted' },
  combine: false,
};

const upTo = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);
const repeated = (value: number, times: number): number[] => Array.from({ length: times }, () => value);

/** Seven far points above 200: winsorising five is not enough. */
const FAR = [...upTo(200), 1e4, 2e4, 3e4, 4e4, 5e4, 6e4, 7e4];

function run(given: readonly (number | Gap)[], rule: Treatment) {
  const column = columnOf(given);
  const { column: treated, outcome } = treat(column, rule);
  assertSound(treated);
  expect(column).toEqual(columnOf(given));
  return { cells: cellsOf(treated), marks: marksOf(treated), treated, column, outcome };
}

describe('treat: test_and_treat', () => {
  it('leaves a column that passes as it is: the same one, tested once', () => {
    const { outcome, treated, column } = run([...upTo(10), 'missing'], COINR);
    expect(treated).toBe(treat(column, COINR).column);
    const shape = columnShape(upTo(10));
    expect(outcome).toEqual({
      treated: column,
      before: shape,
      after: shape,
      winsorised: 0,
      transformation: null,
      lambda: null,
      passes: true,
    });
  });

  it('winsorises one that fails, and marks the cells that changed', () => {
    const { cells, marks, outcome } = run([...upTo(10), 'not_applicable', 100], COINR);
    expect(cells).toEqual([...upTo(10), 'not_applicable', 10]);
    expect(marks).toEqual([...repeated(0, 11).map(() => ''), 'winsorised']);
    expect(outcome).toMatchObject({
      before: columnShape([...upTo(10), 100]),
      after: columnShape([...upTo(10), 10]),
      winsorised: 1,
      transformation: null,
      lambda: null,
      passes: true,
    });
  });

  it('transforms the original values where winsorising is not enough', () => {
    // COINr’s own test, with the plain logarithm and one point.
    const column = [...upTo(20), 100, 200];
    const log = run(column, { ...COINR, points: 1, transformation: { kind: 'log' } });
    expect(log.cells).toEqual(column.map(Math.log));
    expect(new Set(log.marks)).toEqual(new Set(['transformed']));
    expect(log.outcome).toMatchObject({
      before: columnShape(column),
      after: columnShape(column.map(Math.log)),
      winsorised: 0,
      transformation: { kind: 'log' },
      passes: true,
    });
    // By default ln(x − 1 + 0.01 · 199).
    const shifted = run(column, { ...COINR, points: 1 });
    expect(shifted.cells).toEqual(column.map((value) => Math.log(value - 1 + 0.01 * 199)));
    expect(run(FAR, COINR).outcome).toMatchObject({ winsorised: 0, transformation: { kind: 'log_shifted' } });
  });

  it('combines: transforms the winsorised values', () => {
    const { cells, marks, outcome } = run([...upTo(20), 100, 200], {
      ...COINR,
      points: 1,
      transformation: { kind: 'log' },
      combine: true,
    });
    const held = [...upTo(20), 100, 100];
    expect(cells).toEqual(held.map(Math.log));
    expect(marks).toEqual([...repeated(0, 21).map(() => 'transformed'), 'winsorised transformed']);
    expect(outcome).toMatchObject({ winsorised: 1, after: columnShape(held.map(Math.log)), passes: true });
  });

  it('keeps the transformed values though they fail', () => {
    const rule: Treatment = { ...COINR, transformation: { kind: 'box_cox', lambda: 1.5 } };
    const { outcome, cells } = run(FAR, rule);
    expect(outcome).toMatchObject({
      transformation: { kind: 'box_cox', lambda: 1.5 },
      lambda: 1.5,
      passes: false,
    });
    expect(cells[3]).toBeCloseTo((4 ** 1.5 - 1) / 1.5, 12);
  });

  it('without a transformation keeps the winsorised values, whether they pass or not', () => {
    for (const combine of [true, false]) {
      const { cells, outcome } = run(FAR, { ...COINR, transformation: null, combine });
      expect(cells).toEqual([...upTo(200), 1e4, ...repeated(2e4, 6)]);
      expect(outcome).toMatchObject({ winsorised: 5, transformation: null, passes: false });
    }
  });

  it('transforms at once with no points to winsorise', () => {
    const column = [...upTo(10), 100];
    const { cells, outcome } = run(column, {
      ...COINR,
      points: 0,
      combine: true,
      transformation: { kind: 'log' },
    });
    expect(cells).toEqual(column.map(Math.log));
    expect(outcome).toMatchObject({ winsorised: 0 });
    const none = run(column, { ...COINR, points: 0, transformation: null });
    expect(none.treated).toBe(none.outcome?.treated);
    expect(none.cells).toEqual(column);
    expect(none.outcome).toMatchObject({ winsorised: 0, passes: false });
  });

  it('records the exponent that was found', () => {
    const transformation: Transformation = { kind: 'box_cox', lambda: 'maximum_likelihood' };
    const { outcome } = run(FAR, { ...COINR, transformation });
    expect(outcome?.lambda).toBeGreaterThan(-5);
    expect(outcome?.lambda).toBeLessThan(1);
    expect(outcome).toMatchObject({ transformation });
  });

  it.each<readonly [string, readonly number[], Treatment]>([
    ['all its spread would be winsorised away', [...repeated(0, 95), 1, 2, 3, 4, 50], COINR],
    ['a value has no logarithm', [0, ...FAR], { ...COINR, transformation: { kind: 'log' } }],
    ['a value is negative', [-1, ...FAR], { ...COINR, transformation: { kind: 'box_cox', lambda: 0.1 } }],
    ['the powers leave the doubles', FAR, { ...COINR, transformation: { kind: 'box_cox', lambda: 200 } }],
    [
      'the powers are all the same double',
      FAR.map((value) => value * 1000),
      { ...COINR, transformation: { kind: 'box_cox', lambda: -50 } },
    ],
    [
      'log_gii would turn it',
      [...repeated(0, 50), ...upTo(7).map((value) => -(10 ** value))],
      { ...COINR, transformation: { kind: 'log_gii' } },
    ],
  ])('leaves the original values where %s', (_, given, rule) => {
    const { cells, treated, column, outcome, marks } = run(given, rule);
    expect(cells).toEqual(given);
    expect(treated).toEqual(column);
    expect(new Set(marks)).toEqual(new Set(['']));
    expect(outcome).toMatchObject({
      before: columnShape(given),
      after: columnShape(given),
      winsorised: 0,
      transformation: null,
      passes: false,
    });
  });

  it.each<readonly [string, readonly (number | Gap)[]]>([
    ['no values', ['missing', 'not_applicable']],
    ['no units', []],
    ['one value', [5]],
    ['two values', [5, 1e9]],
    ['no spread', repeated(7, 9)],
    ['a range beyond the doubles', [-1e308, 0, 1, 2, 1e308]],
  ])('cannot test %s, and leaves them', (_, given) => {
    const { cells, outcome } = run(given, COINR);
    expect(cells).toEqual(given);
    expect(outcome).toMatchObject({ passes: null, winsorised: 0, transformation: null });
  });

  it('tests three values by their skewness alone', () => {
    expect(run([1, 2, 1000], COINR).outcome).toMatchObject({ passes: true });
    const strict: Treatment = { ...COINR, test: { skewness: 1, kurtosis: 3.5 } };
    expect(run([1, 2, 1000], strict)).toMatchObject({ cells: [1, 2, 1000], outcome: { passes: null } });
  });
});

describe('treat: limits', () => {
  it('sets what is beyond a limit to it, and leaves what is at it', () => {
    const { cells, marks, outcome } = run([-1, 0, 5, 9, 9.1, 'missing'], {
      method: 'limits',
      lower: 0,
      upper: 9,
    });
    expect(cells).toEqual([0, 0, 5, 9, 9, 'missing']);
    expect(marks).toEqual(['winsorised', '', '', '', 'winsorised', '']);
    expect(outcome).toMatchObject({ winsorised: 2, transformation: null, lambda: null, passes: null });
    expect(run([-1, 5], { method: 'limits', upper: 3 }).cells).toEqual([-1, 3]);
    expect(run([-1, 5], { method: 'limits', lower: 3 }).cells).toEqual([3, 5]);
  });

  it('gives back a column within the limits', () => {
    const column = columnOf([1, 2]);
    const { column: same, outcome } = treat(column, { method: 'limits', lower: 1, upper: 2 });
    expect(same).toBe(column);
    expect(outcome?.winsorised).toBe(0);
  });
});

describe('treat: transform', () => {
  it('transforms whatever the shape, gaps left out', () => {
    const { cells, marks, outcome } = run([1, Math.E, 'missing'], {
      method: 'transform',
      transformation: { kind: 'log' },
    });
    expect(cells).toEqual([0, 1, 'missing']);
    expect(marks).toEqual(['transformed', 'transformed', '']);
    expect(outcome).toMatchObject({
      before: null,
      after: null,
      winsorised: 0,
      transformation: { kind: 'log' },
      passes: null,
    });
  });

  it('has no value for what it cannot take, and says why', () => {
    const log: Treatment = { method: 'transform', transformation: { kind: 'log' } };
    expect(run([-1, 0, 1, 'missing'], log).cells).toEqual(['undetermined', 'undetermined', 0, 'missing']);
    expect(run([-1, 0, 1, 'missing'], log).marks).toEqual(['nonPositive', 'nonPositive', 'transformed', '']);
    const gii: Treatment = { method: 'transform', transformation: { kind: 'log_gii' } };
    expect(run([0, 0.5], gii).marks).toEqual(['nonPositive', 'nonPositive']);
    const square: Treatment = { method: 'transform', transformation: { kind: 'box_cox', lambda: 2 } };
    expect(run([-1, 1, 1e200], square).cells).toEqual(['undetermined', 0, 'undetermined']);
    expect(run([-1, 1, 1e200], square).marks).toEqual(['nonPositive', 'transformed', '']);
    const likeliest: Treatment = {
      method: 'transform',
      transformation: { kind: 'box_cox', lambda: 'maximum_likelihood' },
    };
    expect(run([5, 5, -1], likeliest).marks).toEqual(['constant', 'constant', 'nonPositive']);
    const shifted: Treatment = { method: 'transform', transformation: { kind: 'log_shifted_by_one' } };
    expect(run([-1e308, 1e308], shifted).marks).toEqual(['transformed', '']);
  });

  it.each<readonly [Transformation, boolean]>([
    [{ kind: 'log' }, false],
    [{ kind: 'log_shifted_by_one' }, false],
    [{ kind: 'box_cox', lambda: 2 }, false],
    [{ kind: 'log_shifted' }, true],
    [{ kind: 'log_against_skew' }, true],
    [{ kind: 'log_gii' }, true],
    [{ kind: 'box_cox', lambda: 'maximum_likelihood' }, true],
    [{ kind: 'box_cox', lambda: 'maximum_likelihood', shifted: true }, true],
  ])(
    '%j: a column without spread stays as it is where spread is the measure: %p',
    (transformation, stays) => {
      const { cells, marks, outcome } = run([0.5, 0.5, 'missing'], { method: 'transform', transformation });
      expect(cells[0]).toBe(cells[1]);
      expect(cells[0] === 0.5).toBe(stays);
      expect(marks).toEqual(stays ? ['constant', 'constant', ''] : ['transformed', 'transformed', '']);
      expect(outcome?.transformation).toEqual(stays ? null : transformation);
      expect(run(['missing'], { method: 'transform', transformation }).cells).toEqual(['missing']);
    },
  );
});

describe('treatmentRecord', () => {
  const units = ['a', 'b', 'c', 'd'].map((code) => ({ code, group: null }));
  const record = (given: readonly (number | Gap)[], rule: Treatment) => {
    const column = columnOf(given);
    const { outcome } = treat(column, rule);
    return outcome === null ? null : treatmentRecord('x', units, column, outcome);
  };

  it('lists the cells that changed, before and after, and the shapes', () => {
    expect(record([-5, 1, 'missing', 9], { method: 'limits', lower: 0, upper: 8 })).toEqual({
      node: 'x',
      before: columnShape([-5, 1, 9]),
      after: columnShape([0, 1, 8]),
      winsorised: 2,
      transformation: null,
      lambda: null,
      passes: null,
      cells: [
        { unit: 'a', before: -5, after: 0 },
        { unit: 'd', before: 9, after: 8 },
      ],
    });
    const logs = record([1, 0, 'missing', Math.E], { method: 'transform', transformation: { kind: 'log' } });
    expect(logs?.cells).toEqual([
      { unit: 'a', before: 1, after: 0 },
      { unit: 'd', before: Math.E, after: 1 },
    ]);
    const power = { kind: 'box_cox', lambda: 1 } as const;
    expect(record([1, 2, 3, 4], { method: 'transform', transformation: power })).toMatchObject({
      lambda: 1,
      transformation: power,
    });
  });

  it('has the shapes of the test, and no cells where nothing changed', () => {
    const shape = columnShape([1, 2, 3, 5]);
    expect(record([1, 2, 3, 5], COINR)).toEqual({
      node: 'x',
      before: shape,
      after: shape,
      winsorised: 0,
      transformation: null,
      lambda: null,
      passes: true,
      cells: [],
    });
    expect(record([7], COINR)).toMatchObject({ before: { skewness: null, kurtosis: null }, passes: null });
  });
});

describe('treat', () => {
  it('does nothing by none, and refuses a method that does not exist', () => {
    const column = columnOf([1, 2]);
    expect(treat(column, { method: 'none' })).toEqual({ column, outcome: null });
    expect(treat(column, { method: 'none' }).column).toBe(column);
    const magic = { method: 'magic' } as unknown as Treatment;
    expect(() => treat(column, magic)).toThrow(new TypeError('treat: no such method: magic'));
  });

  const value = fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: -50, max: 50 }) },
    { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
    { weight: 1, arbitrary: fc.constantFrom(0, -0, 5e-324, 1e308, -1e308, 1e6) },
  );
  const gap = fc.constantFrom<Gap>('missing', 'not_applicable');
  const column = fc.array(fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: gap }), {
    maxLength: 25,
  });
  const transformation = fc.constantFrom<Transformation>(
    { kind: 'log' },
    { kind: 'log_shifted' },
    { kind: 'log_shifted_by_one' },
    { kind: 'log_against_skew' },
    { kind: 'log_gii' },
    { kind: 'box_cox', lambda: 2.5 },
    { kind: 'box_cox', lambda: 'maximum_likelihood', shifted: true },
  );
  const rule: fc.Arbitrary<Treatment> = fc.oneof(
    fc.constant<Treatment>({ method: 'limits', lower: -3, upper: 4 }),
    transformation.map((one): Treatment => ({ method: 'transform', transformation: one })),
    fc
      .tuple(transformation, fc.boolean(), fc.constantFrom(0, 1, 5, null))
      .map(([one, combine, points]): Treatment => ({ ...COINR, transformation: one, combine, points })),
  );

  it('has NaN exactly where there is no value, keeps gaps, and the order of the values', () => {
    fc.assert(
      fc.property(column, rule, (given, by) => {
        const before = columnOf(given);
        const { column: after, outcome } = treat(before, by);
        expect(before).toEqual(columnOf(given));
        expect(outcome?.treated).toBe(after);
        after.values.forEach((value_, u) => {
          const isScored = after.states[u] === STATE.scored;
          expect(Number.isFinite(value_)).toBe(isScored);
          if (before.states[u] !== STATE.scored) expect(after.states[u]).toBe(before.states[u]);
        });
        expectOrderKept(before, after);
      }),
      { numRuns: 400 },
    );
  });

  it('lists exactly the cells that carry a mark of it', () => {
    fc.assert(
      fc.property(column, rule, (given, by) => {
        const before = columnOf(given);
        const { column: after, outcome } = treat(before, by);
        if (outcome === null) return;
        const units = given.map((_, u) => ({ code: String(u), group: null }));
        const { cells, winsorised } = treatmentRecord('x', units, before, outcome);
        const marked = [...after.marks].filter((bits) => (bits & (MARK.winsorised | MARK.transformed)) !== 0);
        expect(cells).toHaveLength(marked.length);
        expect([...after.marks].filter((bits) => (bits & MARK.winsorised) !== 0)).toHaveLength(winsorised);
      }),
      { numRuns: 200 },
    );
  });
});

function expectOrderKept(before: Column, after: Column): void {
  const { values, states } = after;
  for (let u = 0; u < values.length; u++) {
    for (let v = 0; v < values.length; v++) {
      if (states[u] !== STATE.scored || states[v] !== STATE.scored) continue;
      if ((before.values[u] as number) >= (before.values[v] as number)) {
        expect(values[u] as number).toBeGreaterThanOrEqual(values[v] as number);
      }
    }
  }
}
