import { describe, expect, it } from '@jest/globals';
import type { SimulationProgress, UncertainInput } from '../model/simulation.js';
import { simulate, simulationSteps } from './simulate.js';
import { data, LEAVES, lognormal, tree, valueOf, WEIGHTS, type simulated } from './simulation.fixture.js';

function refused(
  ...[specification, framework = tree(), dataset = lognormal(8, 1)]: Parameters<typeof simulated>
) {
  const full = { draws: 50, seed: 7, inputs: [WEIGHTS], ...specification };
  const outcome = simulate(framework, dataset, full);
  return outcome.ok ? [] : outcome.problems;
}

describe('simulate, in steps', () => {
  it('tells how far it is, and comes to the same', () => {
    const told: SimulationProgress[] = [];
    const specification = { draws: 120, seed: 7, inputs: [WEIGHTS] };
    const outcome = simulate(tree(), lognormal(8, 1), specification, (progress) => told.push(progress));
    expect(told).toEqual([
      { done: 50, of: 120 },
      { done: 100, of: 120 },
      { done: 120, of: 120 },
    ]);
    const steps = simulationSteps(tree(), lognormal(8, 1), specification, 60);
    expect(steps.next()).toEqual({ done: false, value: { done: 60, of: 120 } });
    expect(steps.next()).toEqual({ done: false, value: { done: 120, of: 120 } });
    expect(steps.next()).toEqual({ done: true, value: outcome });
  });

  it('can be given up', () => {
    const steps = simulationSteps(tree(), lognormal(8, 1), { draws: 100_000, seed: 7, inputs: [WEIGHTS] }, 1);
    expect(steps.next().value).toEqual({ done: 1, of: 100_000 });
    steps.return(valueOf({ ok: true, value: { ok: false, problems: [] } }));
    expect(steps.next()).toEqual({ done: true, value: undefined });
  });

  it.each([0, 1.5, NaN])('refuses %p runs to a step', (runs) => {
    const steps = simulationSteps(tree(), lognormal(8, 1), { draws: 1, seed: 7, inputs: [WEIGHTS] }, runs);
    expect(() => steps.next()).toThrow(RangeError);
  });
});

describe('simulate, refusals', () => {
  it('tells of the specification and of the framework and the data at once', () => {
    const problems = refused({ draws: 0 }, { ...tree(), code: '' });
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'SIMULATION_DRAWS_INVALID specification.draws',
      'FRAMEWORK_CODE_EMPTY framework.code',
    ]);
  });

  it('answers with problems whatever it is given', () => {
    for (const anything of [undefined, null, 7, 'x', [], {}]) {
      const outcome = simulate(anything as never, anything as never, anything as never);
      expect(outcome.ok).toBe(false);
    }
  });

  it('refuses a choice that validation refuses, before the first run', () => {
    const inputs: readonly UncertainInput[] = [
      { name: 'n', kind: 'normalisation', alternatives: [{ method: 'ratio_to_maximum' }] },
    ];
    const problems = refused({ inputs });
    expect(problems.length).toBeGreaterThan(0);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['VALUE_OUT_OF_BOUNDS']));
  });

  it('ends with a problem where nobody has a score in a draw', () => {
    // Somebody is below the mean of every indicator alike: no geometric mean takes that.
    const inputs: readonly UncertainInput[] = [
      { name: 'n', kind: 'normalisation', alternatives: [{ method: 'z_score', constant: 'undetermined' }] },
      {
        name: 'g',
        kind: 'aggregation',
        alternatives: [{ method: 'geometric', nonPositive: 'undetermined' }],
      },
      WEIGHTS,
    ];
    const opposed = data({ a: [1, 2], b: [2, 1], c: [1, 2], d: [2, 1], e: [1, 2] });
    expect(refused({ inputs }, tree(), opposed)).toEqual([
      {
        code: 'SIMULATION_DRAW_WITHOUT_SCORES',
        path: 'specification.inputs',
        params: { draw: 0, matrix: 'A', choice: 'n=0 g=0' },
      },
    ]);
  });

  it('says which run that was', () => {
    const inputs: readonly UncertainInput[] = [
      { name: 'm', kind: 'missing', alternatives: ['reweight', 'no_value'] },
      { name: 't', kind: 'treatment', alternatives: [{ method: 'none' }] },
    ];
    const gaps = data({ a: [1, null, 2], b: [null, 1, 2], c: [1, 2, 3], d: [1, 2, null], e: [3, 2, 1] });
    const [problem] = refused({ inputs, sensitivity: {} }, tree(), gaps);
    expect(problem?.code).toBe('SIMULATION_DRAW_WITHOUT_SCORES');
    expect(problem?.params['choice']).toBe('m=1 t=0');
    expect(['A', 'B', 'A with m of B']).toContain(problem?.params['matrix']);
  });

  it('refuses data by which nobody has a score', () => {
    const nothing = data(Object.fromEntries(LEAVES.map((code) => [code, [null, null]])));
    expect(refused({}, tree(), nothing)).toEqual([
      { code: 'SIMULATION_NOBODY_SCORED', path: 'dataset', params: {} },
    ]);
  });
});
