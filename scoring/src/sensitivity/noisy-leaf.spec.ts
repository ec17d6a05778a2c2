import { describe, expect, it } from '@jest/globals';
import { STATE, type Column } from '../model/column.js';
import type { DataNoise, UncertainInput } from '../model/simulation.js';
import { mean, standardDeviation } from '../numeric/moments.js';
import { randomGenerator } from '../numeric/random.js';
import { compute } from '../stages/compute.js';
import { sourceOf } from '../stages/evaluate.js';
import { BranchStore } from './branch.js';
import { boundsUnder, disturbed } from './noisy-leaf.js';
import { RunEvaluation } from './run-evaluation.js';
import { data, flat, valueOf } from './simulation.fixture.js';
import { variantOf } from './variant.js';

function column(values: readonly number[], states: readonly number[] = values.map(() => 0)): Column {
  return {
    values: Float64Array.from(values),
    states: Uint8Array.from(states),
    marks: new Uint16Array(values.length).fill(3),
  };
}

const absolute: DataNoise = { distribution: 'uniform', scale: 'absolute', size: 2 };

describe('disturbed', () => {
  const many = column(new Array<number>(20_000).fill(-10));

  it.each([
    ['uniform', 'absolute', 2 / Math.sqrt(3), 2],
    ['uniform', 'relative', 20 / Math.sqrt(3), 20],
    ['normal', 'absolute', 2, Infinity],
    ['normal', 'relative', 20, Infinity],
  ] as const)('%s, %s: centred on the value, with deviation %p', (distribution, scale, deviation, most) => {
    const { values } = disturbed(many, { distribution, scale, size: 2 }, {}, randomGenerator(1));
    expect((mean(values) ?? NaN) / deviation).toBeCloseTo(-10 / deviation, 1);
    expect((standardDeviation(values) ?? NaN) / deviation).toBeCloseTo(1, 1);
    expect(values.every((value) => Math.abs(value + 10) <= most)).toBe(true);
  });

  it('holds what is beyond the bounds at them, and never gives −0', () => {
    const { values } = disturbed(many, absolute, { minimum: -10.5, maximum: -9.5 }, randomGenerator(1));
    expect(Math.min(...values)).toBe(-10.5);
    expect(Math.max(...values)).toBe(-9.5);
    const zero = disturbed(column([-1]), absolute, { minimum: -0, maximum: -0 }, randomGenerator(1));
    expect(Object.is(zero.values[0], 0)).toBe(true);
  });

  it('leaves gaps, marks and its input alone, and draws for gaps too', () => {
    const raw = column([5, NaN, 7], [STATE.scored, STATE.missing, STATE.scored]);
    const full = disturbed(column([5, 6, 7]), absolute, {}, randomGenerator(2));
    const moved = disturbed(raw, absolute, {}, randomGenerator(2));
    expect([...moved.states]).toEqual([STATE.scored, STATE.missing, STATE.scored]);
    expect(moved.values[1]).toBeNaN();
    expect([moved.values[0], moved.values[2]]).toEqual([full.values[0], full.values[2]]);
    expect([...moved.marks]).toEqual([3, 3, 3]);
    expect([...raw.values]).toEqual([5, NaN, 7]);
  });

  it('has no number where the noise leaves the range of doubles', () => {
    const noise: DataNoise = { distribution: 'uniform', scale: 'relative', size: 10 };
    const huge = column(new Array<number>(50).fill(1.7e308));
    const { values, states } = disturbed(huge, noise, {}, randomGenerator(1));
    values.forEach((value, unit) => {
      expect(value).not.toBe(Infinity);
      expect(value).not.toBe(-Infinity);
      expect(states[unit]).toBe(Number.isNaN(value) ? STATE.undetermined : STATE.scored);
    });
    expect(values.some(Number.isNaN) && values.some(Number.isFinite)).toBe(true);
  });
});

describe('boundsUnder', () => {
  const rules = {
    impute: { method: 'none' },
    treat: { method: 'none' },
    direction: 'higher_is_better',
    maximum: 40,
  } as const;

  it('is the bounds of the indicator, else 0 to the maximum under a ratio to it, else none', () => {
    const ratio = { ...rules, normalise: { method: 'ratio_to_maximum' } } as const;
    const rank = { ...rules, normalise: { method: 'rank' } } as const;
    expect(boundsUnder({ code: 'a' }, ratio)).toEqual({ minimum: 0, maximum: 40 });
    expect(boundsUnder({ code: 'a' }, rank)).toEqual({});
    expect(boundsUnder({ code: 'a', bounds: { minimum: 3 } }, ratio)).toEqual({ minimum: 3 });
  });
});

describe('noise in a run', () => {
  const input: UncertainInput = {
    name: 'noise',
    kind: 'data',
    noise: { distribution: 'uniform', scale: 'absolute', size: 0.1 },
    nodes: ['b'],
  };
  const ratio = {
    code: 'b',
    weight: 1,
    formula: {
      kind: 'ratio',
      numerator: 'n',
      denominator: 'd',
      zeroDenominator: 'undetermined',
      nothingToCount: 'undetermined',
      exceeding: 'keep',
    },
    impute: { method: 'last_value', periods: 2 },
  } as const;
  const base = flat(['a']);
  const framework = { ...base, root: { ...base.root, children: [{ code: 'a', weight: 1 }, ratio] } };
  const dataset = {
    ...data({ a: [0.2, 0.4, 0.6], n: [1, 2, null], d: [4, 5, 6] }),
    earlier: [
      {},
      {
        columns: [
          { element: 'n', values: [9, 9, 3] },
          { element: 'd', values: [9, 9, 4] },
        ],
      },
    ],
  };

  it('moves the raw value of an indicator with a formula, and imputes from earlier ones as they were', () => {
    const source = sourceOf(dataset);
    const evaluation = new RunEvaluation(
      variantOf(framework, [input]),
      [input],
      source,
      new BranchStore(1e6),
    );
    const random = randomGenerator(8);
    const scores = [...evaluation.scores({ uniforms: Float64Array.of(0), streams: [random] })];
    const own = randomGenerator(8).fork('b');
    const [first, second] = [own, own].map((generator) => 0.1 * (2 * generator.uniform() - 1));
    expect(scores).toEqual([
      expect.closeTo((0.2 + 0.25 + (first ?? NaN)) / 2, 12),
      expect.closeTo((0.4 + 0.4 + (second ?? NaN)) / 2, 12),
      expect.closeTo((0.6 + 0.75) / 2, 12),
    ]);
    const nominal = valueOf(compute(framework, dataset)).units.map(({ score }) => score);
    expect(nominal).toEqual([0.225, 0.4, 0.675].map((score) => expect.closeTo(score, 12)));
  });
});
