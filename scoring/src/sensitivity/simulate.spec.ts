import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Dataset } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';
import type { Simulation, UncertainInput } from '../model/simulation.js';
import { compute } from '../stages/compute.js';
import {
  data,
  flat,
  LEAVES,
  lognormal,
  MEANS,
  RULES,
  simulated,
  tree,
  valueOf,
  WEIGHTS,
} from './simulation.fixture.js';

describe('simulate', () => {
  it('has the nominal scores and ranks that compute has', () => {
    const tieBreaks = [{ by: 'node', node: 'left', direction: 'descending' }, { by: 'code' }] as const;
    const rank = { ...tree().method.rank, decimals: 1, tieBreaks };
    for (const method of [{}, { rank }]) {
      const { units } = valueOf(compute(tree(method), lognormal(8, 1)));
      expect(
        simulated({}, tree(method)).units.map(({ unit, group, nominal }) => ({ unit, group, ...nominal })),
      ).toEqual(
        units.map(({ unit, group, score, rank: own }) => ({ unit, group, score, rank: own?.rank ?? null })),
      );
    }
  });

  it('carries its recipe', () => {
    const framework = tree();
    const inputs = [WEIGHTS];
    expect(simulated({ inputs }, framework)).toMatchObject({
      engineVersion: expect.any(String),
      recipe: framework,
      specification: {
        draws: 50,
        seed: 7,
        inputs,
        interval: [0.05, 0.95],
        confidence: 0.95,
        sensitivity: null,
      },
      generator: 'xoshiro128++ 1.0, splitmix64',
      draws: 50,
      runs: 50,
      sensitivity: null,
    });
    const chosen = {
      interval: [0.1, 0.8] as const,
      confidence: 0.5,
      sensitivity: {},
      inputs: [WEIGHTS, RULES],
    };
    expect(simulated(chosen)).toMatchObject({
      specification: { ...chosen, sensitivity: { targets: [{ of: 'rank_shift' }], resamples: 1000 } },
      draws: 100,
      runs: 200,
    });
  });

  it('is, by hand, what leaving out either of two indicators makes of two units', () => {
    const dataset = data({ a: [0.9, 0.6], b: [0.1, 0.6] });
    const inputs: readonly UncertainInput[] = [{ name: 'out', kind: 'leave_out', nodes: ['a', 'b'] }];
    const result = simulated({ inputs, draws: 200, confidence: 0.4 }, flat(['a', 'b']), dataset);
    const [first, second] = result.units;
    // Without a: 0.1 against 0.6; without b: 0.9 against 0.6.
    const ahead = first?.ranks.find(({ rank }) => rank === 1)?.draws ?? 0;
    expect(ahead).toBeGreaterThan(70);
    expect(ahead).toBeLessThan(130);
    expect(first?.ranks).toEqual([
      { rank: 1, draws: ahead },
      { rank: 2, draws: 200 - ahead },
    ]);
    expect(first?.nominal).toEqual({ score: 0.5, rank: 2 });
    expect(first?.score?.mean).toBeCloseTo((0.9 * ahead + 0.1 * (200 - ahead)) / 200, 12);
    expect(first?.rank).toMatchObject({ lower: 1, upper: 2, lowest: 1, highest: 2 });
    expect(second?.score).toMatchObject({ mean: expect.closeTo(0.6, 12), lower: 0.6, upper: 0.6 });
    expect(second?.score?.deviation).toBeCloseTo(0, 12);
    expect(result.neighbours).toEqual([
      {
        group: 'g',
        ahead: 'u2',
        behind: 'u1',
        draws: 200,
        probabilityAhead: (200 - ahead) / 200,
        probabilityEqual: 0,
      },
    ]);
    expect(result.indistinguishable).toEqual([]);
    expect(simulated({ inputs, draws: 200 }, flat(['a', 'b']), dataset).indistinguishable).toEqual([
      { group: 'g', units: ['u2', 'u1'] },
    ]);
  });

  it('does not move what no draw can move', () => {
    // Every indicator says the same: whatever their weights, so does the index.
    const dataset = data(Object.fromEntries(LEAVES.map((code) => [code, [3, 1, 2]])));
    const { units, neighbours } = simulated({ draws: 20 }, tree(), dataset);
    for (const { nominal, rank, score } of units) {
      expect(rank).toMatchObject({
        mean: nominal.rank,
        deviation: 0,
        lowest: nominal.rank,
        highest: nominal.rank,
      });
      expect(score?.mean).toBeCloseTo(nominal.score ?? NaN, 12);
    }
    expect(neighbours.map(({ probabilityAhead }) => probabilityAhead)).toEqual([1, 1]);
  });

  it('counts the draws in which a unit has no score, and leaves them out of the rest', () => {
    const dataset = data({ a: [0.5, 0.4, null], b: [0.5, 0.3, 0.9] });
    const inputs: readonly UncertainInput[] = [
      { name: 'm', kind: 'missing', alternatives: ['no_value', 'reweight'] },
    ];
    const { units, neighbours } = simulated({ inputs, draws: 100 }, flat(['a', 'b']), dataset);
    const third = units[2];
    const without = third?.withoutScore ?? NaN;
    expect(without).toBeGreaterThan(0.3);
    expect(without).toBeLessThan(0.7);
    expect(third?.score).toMatchObject({ mean: 0.9, deviation: 0 });
    expect(third?.ranks).toEqual([{ rank: 1, draws: Math.round(100 * (1 - without)) }]);
    expect(units[0]?.withoutScore).toBe(0);
    expect(neighbours[0]).toMatchObject({
      ahead: 'u3',
      behind: 'u1',
      draws: Math.round(100 * (1 - without)),
    });
  });

  it('has nothing for a unit that never has a score, and no rank for one without a group', () => {
    const dataset = data({ a: [0.5, null, 0.3], b: [0.5, null, 0.9] });
    const units = dataset.units.map((unit, at) => (at === 2 ? { ...unit, group: null } : unit));
    const inputs: readonly UncertainInput[] = [WEIGHTS];
    const result = simulated({ inputs }, flat(['a', 'b']), { ...dataset, units });
    expect(result.units[1]).toEqual({
      unit: 'u2',
      group: 'g',
      nominal: { score: null, rank: null },
      score: null,
      rank: null,
      ranks: [],
      withoutScore: 1,
    });
    expect(result.units[2]).toMatchObject({ group: null, rank: null, ranks: [], withoutScore: 0 });
    expect(result.units[2]?.score).not.toBeNull();
    expect(result.neighbours).toEqual([]);
  });

  it('ranks within groups, and by the rule of the framework that a draw chooses', () => {
    const dataset = data({ a: [0.1, 0.2, 0.3, 0.4] }, ['g', 'h', 'g', 'h']);
    const ascending = { ...tree().method.rank, direction: 'ascending' as const };
    const inputs: readonly UncertainInput[] = [
      { name: 'm', kind: 'method', alternatives: [{ rank: ascending }] },
    ];
    const { units } = simulated({ inputs, draws: 3 }, flat(['a']), dataset);
    expect(units.map(({ nominal }) => nominal.rank)).toEqual([2, 2, 1, 1]);
    expect(units.map(({ rank }) => rank?.mean)).toEqual([1, 1, 2, 2]);
  });

  it('breaks ties in each run by what the run has at the node', () => {
    const tieBreaks = [{ by: 'node', node: 'shown', direction: 'descending' }] as const;
    const framework: Framework = {
      ...flat([], { rank: { ...tree().method.rank, tieBreaks } }),
      root: {
        code: 'root',
        children: [
          { code: 'c', weight: 1 },
          {
            code: 'shown',
            weight: 0,
            children: [
              { code: 'a', weight: 1 },
              { code: 'b', weight: 1 },
            ],
          },
        ],
      },
    };
    // Equal in c, which alone counts. Of a and b the mean is 0.5 against 0.55, the minimum 0.4 against 0.2.
    const dataset = data({ a: [0.4, 0.2], b: [0.6, 0.9], c: [0.7, 0.7] });
    const inputs: readonly UncertainInput[] = [
      { name: 'a', kind: 'aggregation', alternatives: [{ method: 'minimum' }], nodes: ['shown'] },
    ];
    const { units } = simulated({ inputs, draws: 2 }, framework, dataset);
    expect(units.map(({ nominal }) => nominal.rank)).toEqual([2, 1]);
    expect(units.map((unit) => unit.rank?.mean)).toEqual([1, 2]);
  });

  it('scores whole frameworks over the same data', () => {
    const only = (code: string): Framework => ({ ...flat([code]), code: `only ${code}` });
    const dataset = data({ a: [0.2, 0.8], b: [0.9, 0.1] });
    const inputs: readonly UncertainInput[] = [
      { name: 'f', kind: 'framework', alternatives: [only('a'), only('b')] },
    ];
    const { units } = simulated({ inputs, draws: 40 }, flat(['a', 'b']), dataset);
    expect([units[0]?.score?.lowest, units[0]?.score?.highest]).toEqual([0.2, 0.9]);
    expect([units[1]?.score?.lowest, units[1]?.score?.highest]).toEqual([0.1, 0.8]);
  });
});

describe('simulate, sensitivity', () => {
  it('lays all variance on the one input that changes anything (COINr: the other is exactly 0)', () => {
    const twice: UncertainInput = {
      name: 'same',
      kind: 'treatment',
      alternatives: [{ method: 'none' }, { method: 'none' }],
    };
    const { sensitivity, runs, draws } = simulated({ inputs: [RULES, twice], draws: 60, sensitivity: {} });
    expect([runs, draws]).toEqual([240, 120]);
    const [first, second] = sensitivity?.[0]?.inputs ?? [];
    expect(second).toMatchObject({ input: 'same', first: { value: 0 }, total: { value: 0 } });
    expect(first?.total?.value).toBeGreaterThan(0.5);
    expect(first?.first?.lower).toBeLessThan(first?.first?.value ?? NaN);
    expect(first?.first?.upper).toBeGreaterThan(first?.first?.value ?? NaN);
  });

  it('finds the shares of an index that is the sum of two choices', () => {
    // a is 0.4 or 0.6 and b 0.3 or 0.7: variances of 0.01 and 0.04, a quarter of each in their mean.
    const steps = (low: number, high: number) => [
      { method: 'steps' as const, below: low, steps: [{ from: 2, value: low }] },
      { method: 'steps' as const, below: high, steps: [{ from: 2, value: high }] },
    ];
    const inputs: readonly UncertainInput[] = [
      { name: 'a', kind: 'normalisation', alternatives: steps(0.4, 0.6), nodes: ['a'] },
      { name: 'b', kind: 'normalisation', alternatives: steps(0.3, 0.7), nodes: ['b'] },
    ];
    const { sensitivity } = simulated(
      { inputs, draws: 4000, sensitivity: { targets: [{ of: 'score', unit: 'u1' }], resamples: 0 } },
      flat(['a', 'b']),
      data({ a: [0.1, 0.2], b: [0.1, 0.2] }),
    );
    const [target] = sensitivity ?? [];
    expect(target?.variance).toBeCloseTo(0.0125, 3);
    [0.2, 0.8].forEach((share, at) => {
      expect(Math.abs((target?.inputs[at]?.total?.value ?? NaN) - share)).toBeLessThan(0.02);
      // The first-order estimator is the noisier of the two: its mean square is not about zero.
      expect(Math.abs((target?.inputs[at]?.first?.value ?? NaN) - share)).toBeLessThan(0.12);
      expect(target?.inputs[at]?.first).toMatchObject({ lower: null, upper: null });
    });
  });

  it('takes the draws of A, then those of B, into the statistics', () => {
    const inputs = [RULES, MEANS];
    const [alone, both] = [undefined, {}].map((sensitivity) =>
      simulated(sensitivity === undefined ? { inputs } : { inputs, sensitivity }),
    );
    const counted = (simulation: Simulation | undefined): number =>
      simulation?.units[0]?.ranks.reduce((sum, { draws }) => sum + draws, 0) ?? NaN;
    expect([counted(alone), counted(both)]).toEqual([50, 100]);
    alone?.units.forEach(({ ranks }, unit) =>
      ranks.forEach(({ rank, draws }) => {
        const other = both?.units[unit]?.ranks.find((own) => own.rank === rank);
        expect(other?.draws).toBeGreaterThanOrEqual(draws);
      }),
    );
  });
});

describe('simulate, the same again', () => {
  it('gives the same bytes, and other ones by another seed', () => {
    const specification = { inputs: [WEIGHTS, RULES, MEANS], sensitivity: { resamples: 20 }, draws: 20 };
    const json = JSON.stringify(simulated(specification));
    expect(JSON.stringify(simulated(specification))).toBe(json);
    expect(JSON.stringify(simulated({ ...specification, seed: 8 }).units)).not.toBe(
      JSON.stringify(simulated(specification).units),
    );
  });

  it('does not depend on the order of the inputs, and leaves what it is given alone', () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)) {
        Object.values(value).forEach(freeze);
        Object.freeze(value);
      }
      return value;
    };
    const [framework, dataset, inputs] = [
      freeze(tree()),
      freeze(lognormal(6, 2)),
      freeze([WEIGHTS, RULES, MEANS]),
    ];
    const forwards = simulated({ inputs }, framework, dataset);
    const backwards = simulated({ inputs: [...inputs].reverse() }, framework, dataset);
    expect(backwards.units).toEqual(forwards.units);
    expect(backwards.neighbours).toEqual(forwards.neighbours);
  });

  it('does not depend on the order of the units', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const dataset = lognormal(5, seed);
        const turned: Dataset = {
          units: [...dataset.units].reverse(),
          columns: (dataset.columns ?? []).map(({ element, values }) => ({
            element,
            values: [...values].reverse(),
          })),
        };
        const [first, second] = [dataset, turned].map((own) =>
          simulated({ inputs: [WEIGHTS, RULES], draws: 10 }, tree(), own),
        );
        const byCode = new Map(second?.units.map((unit) => [unit.unit, unit]));
        first?.units.forEach((unit) => expect(byCode.get(unit.unit)?.ranks).toEqual(unit.ranks));
      }),
      { numRuns: 20 },
    );
  });

  it('keeps the first draws when there are more of them', () => {
    const noise: UncertainInput = {
      name: 'd',
      kind: 'data',
      noise: { distribution: 'normal', scale: 'relative', size: 0.1 },
    };
    const inputs = [WEIGHTS, noise, RULES];
    const spread = (draws: number) => simulated({ inputs, draws }).units.map(({ score }) => score);
    spread(1).forEach((one, unit) => {
      const two = spread(2)[unit];
      const first = one?.mean ?? NaN;
      expect([two?.lowest, two?.highest]).toContain(first);
    });
  });
});
