import { describe, expect, it } from '@jest/globals';
import { figures, FRAMEWORK, input, RECIPE } from '../assembly.fixture.js';
import type { AssemblyInput } from '../assembly-input.js';
import { bridge } from './bridge.js';

const FIGURES = [
  figures('x', { a: 0.5, b: 1, total: 0.9, rank: 1 }),
  figures('y', { a: 1, b: 0.5, total: 0.1, rank: 2 }),
  figures('z', { a: 0.5 }),
];
const BEFORE = input(FIGURES);

/** The same figures under other points. */
function after(a: number, b: number): AssemblyInput {
  const root = {
    code: 'total',
    points: a + b,
    children: [
      { code: 'a', points: a },
      { code: 'b', points: b },
    ],
  };
  return { ...BEFORE, recipe: { ...RECIPE, framework: { ...FRAMEWORK, code: 'other', root } } };
}

function bridged(to: AssemblyInput, id: string) {
  const outcome = bridge(BEFORE, to);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  const unit = outcome.value.find(({ unitId }) => unitId === id);
  if (unit === undefined) throw new Error(`${id} is not there`);
  return unit;
}

describe('a year under two methods', () => {
  it('is what each makes of the same figures: published totals take no part', () => {
    expect(bridged(after(20, 80), 'x')).toMatchObject({
      before: { score: expect.closeTo(0.7, 12), rank: 2, group: 'all' },
      after: { score: expect.closeTo(0.9, 12), rank: 1 },
      scoreDifference: expect.closeTo(0.2, 12),
      rankDifference: -1,
    });
  });

  it('has the difference of a score as the sum of what its parts do', () => {
    for (const id of ['x', 'y']) {
      const { parts, scoreDifference } = bridged(after(20, 80), id);
      const sum = parts.reduce((all, { difference }) => all + (difference ?? Number.NaN), 0);
      expect(sum).toBeCloseTo(scoreDifference ?? Number.NaN, 12);
    }
  });

  it('under the same method twice differs in nothing', () => {
    expect(bridged(BEFORE, 'y')).toMatchObject({ scoreDifference: 0, rankDifference: 0 });
  });

  it('without a score on one side says what the other has, and no difference', () => {
    const lenient = after(60, 40);
    const method = { ...FRAMEWORK.method, missing: 'reweight' as const };
    const framework = { ...lenient.recipe.framework, method };
    const to = { ...lenient, recipe: { ...lenient.recipe, framework } };
    expect(bridged(to, 'z')).toMatchObject({
      before: { score: null, state: 'incomplete', rank: null },
      after: { score: 0.5, state: 'scored' },
      scoreDifference: null,
      rankDifference: null,
    });
  });

  it('has a part that is new with all that it adds', () => {
    const root = {
      code: 'total',
      points: 100,
      children: [
        { code: 'a', points: 50 },
        { code: 'n', points: 50 },
      ],
    };
    const recipe = { ...RECIPE, framework: { ...FRAMEWORK, root }, elements: { a: 'a', n: 'b' } };
    const { parts } = bridged({ ...BEFORE, recipe }, 'x');
    expect(parts.map(({ node, difference }) => [node, difference])).toEqual([
      ['a', expect.closeTo(-0.05, 12)],
      ['n', expect.closeTo(0.5, 12)],
      ['b', expect.closeTo(-0.4, 12)],
    ]);
  });

  it('is nothing at all when a figure does not fit one of the methods', () => {
    expect(bridge(BEFORE, input([figures('x', { a: 7 })]))).toMatchObject({ ok: false });
  });
});
