import { describe, expect, it } from '@jest/globals';
import type { Framework } from '../../model/framework.js';
import { compute, standingOf } from '../compute.js';
import { evaluate, sourceOf } from '../evaluate.js';
import { DTI_METHOD } from '../framework.fixture.js';
import { planOf } from '../plan.js';
import { data } from '../succession/succession.fixture.js';
import { resultOf } from './one-unit.js';

const FRAMEWORK: Framework = {
  code: 'tree',
  method: {
    ...DTI_METHOD,
    screen: { unitAvailability: 0.5 },
    missing: 'reweight',
    normalise: { method: 'min_max', constant: 'undetermined' },
    bands: [{ code: 'high', from: 0.5 }],
  },
  root: {
    code: 'root',
    points: 100,
    children: [
      {
        code: 'x',
        points: 60,
        children: [
          { code: 'a', points: 30, impute: { method: 'group_mean', fallback: 'none' } },
          { code: 'b', points: 30 },
        ],
      },
      { code: 'c', points: 40, direction: 'lower_is_better' },
      { code: 'd', scored: false },
    ],
  },
};

describe('resultOf', () => {
  it('is the same as among all, for every unit: scored, imputed, with gaps, screened out, in another group', () => {
    const dataset = data(['a', 'b', 'c', 'd'], {
      A: [1, 2, 3, 4],
      B: ['O', 5, 4, 1],
      C: ['L', 'L', 2, 1],
      D: [7, 'M', 9, 'O'],
      E: [3, 1, 'O', 2],
    });
    const grouped = {
      ...dataset,
      units: dataset.units.map((unit) => (unit.code === 'E' ? { code: 'E', group: null } : unit)),
    };
    const plan = planOf(FRAMEWORK);
    const source = sourceOf(grouped);
    const evaluation = evaluate(plan, source);
    const standing = standingOf(plan, evaluation);
    const alone = grouped.units.map((_, u) => resultOf(plan, evaluation, source.elements, standing, u));
    const all = compute(FRAMEWORK, grouped);
    expect(all.ok ? all.value.units : null).toEqual(alone);
    expect(alone.map(({ state }) => state)).toEqual(['scored', 'scored', 'not_scored', 'scored', 'scored']);
  });
});
