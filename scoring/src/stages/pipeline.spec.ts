import { describe, expect, it } from '@jest/globals';
import type { Assessment, NodeResult, UnitResult } from '../model/assessment.js';
import type { DataColumn, Dataset } from '../model/dataset.js';
import type { Framework, FrameworkNode, Method } from '../model/framework.js';
import { compute } from './compute.js';

/** Equal weights over raw values as they are: ranks 1 to n, so that every result is a small number. */
const PLAIN: Method = {
  normalise: { method: 'rank' },
  weights: { method: 'equal' },
  aggregation: { method: 'arithmetic' },
  missing: 'reweight',
  notApplicable: 'reweight',
  rank: { method: 'competition', decimals: null, rounding: 'half_up_decimal', direction: 'descending' },
};

function framework(
  method: Partial<Method> = {},
  children: readonly FrameworkNode[] = leaves('a', 'b'),
): Framework {
  return { code: 'f', method: { ...PLAIN, ...method }, root: { code: 'r', children } };
}

function leaves(...codes: readonly string[]): readonly FrameworkNode[] {
  return codes.map((code) => ({ code }));
}

function data(columns: Readonly<Record<string, DataColumn['values']>>, more: Partial<Dataset> = {}): Dataset {
  const size = Object.values(columns)[0]?.length ?? 0;
  return {
    units: Array.from({ length: size }, (_, u) => ({ code: `u${u + 1}`, group: 'g' })),
    columns: Object.entries(columns).map(([element, values]) => ({ element, values })),
    ...more,
  };
}

function computed(of: Framework, dataset: Dataset, detail: 'nodes' | 'scores' = 'nodes'): Assessment {
  const outcome = compute(of, dataset, { detail });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

function at(assessment: Assessment, unit: string, node: string): NodeResult {
  const found = assessment.units.find((own) => own.unit === unit)?.nodes.find(({ code }) => code === node);
  if (found === undefined) throw new Error(`${unit} ${node}`);
  return found;
}

const scores = (assessment: Assessment): readonly (number | null)[] =>
  assessment.units.map(({ score }) => score);
const ranks = (assessment: Assessment): readonly (number | null)[] =>
  assessment.units.map(({ rank }) => rank?.rank ?? null);

describe('compute, screening', () => {
  const columns = { a: [1, 2, 3], b: [1, 2, null], c: [4, 5, null] };
  const three = leaves('a', 'b', 'c');

  it('leaves a unit out, says why, and takes it out of every statistic', () => {
    const result = computed(framework({ screen: { unitAvailability: 0.5 } }, three), data(columns));
    expect(result.leftOut).toEqual([
      { kind: 'unit', code: 'u3', threshold: 'unitAvailability', share: 1 / 3, asked: 0.5 },
    ]);
    const third = result.units[2] as UnitResult;
    expect(third).toMatchObject({ state: 'not_scored', score: null, rank: null });
    expect(third.nodes.map(({ code, value, reasons }) => [code, value, reasons])).toEqual([
      ['r', null, ['SCREENED_OUT']],
      ['a', null, ['SCREENED_OUT']],
      ['b', null, ['SCREENED_OUT']],
      ['c', null, ['SCREENED_OUT']],
    ]);
    // Its value of 3 would have been the best of a: the rank of the second would then be 2 of 3.
    expect(at(result, 'u3', 'a').raw).toBe(3);
    expect(scores(result)).toEqual([1, 2, null]);
    expect(ranks(result)).toEqual([2, 1, null]);
  });

  it('does not count a unit left out as zero where gaps do', () => {
    const method = { screen: { unitAvailability: 0.5 }, missing: 'zero' } as const;
    expect(scores(computed(framework(method, three), data(columns)))).toEqual([1, 2, null]);
  });

  it('leaves an indicator out, and a node of which nothing is left', () => {
    const children = [{ code: 'a' }, { code: 'p', children: leaves('b', 'c') }];
    const result = computed(framework({ screen: { indicatorAvailability: 0.7 } }, children), data(columns));
    expect(result.leftOut.map(({ code, share }) => [code, share])).toEqual([
      ['b', 2 / 3],
      ['c', 2 / 3],
    ]);
    expect(scores(result)).toEqual([1, 2, 3]);
    expect(at(result, 'u1', 'p')).toMatchObject({
      state: 'not_scored',
      value: null,
      weightAsked: 0.5,
      weightEffective: 0,
      contribution: 0,
      reasons: ['SCREENED_OUT'],
    });
    expect(at(result, 'u1', 'a')).toMatchObject({ weightAsked: 0.5, weightEffective: 1, contribution: 1 });
    expect(at(result, 'u1', 'b')).toMatchObject({ state: 'not_scored', raw: 1, weightEffective: null });
  });

  it('may leave nothing to score', () => {
    const result = computed(
      framework({ screen: { indicatorAvailability: 1 } }, leaves('b', 'c')),
      data({ b: columns.b, c: columns.c }),
    );
    expect(scores(result)).toEqual([null, null, null]);
    expect(result.units[0]).toMatchObject({ state: 'not_scored', coverage: 0, rank: null });
  });
});

describe('compute, what was done to a cell', () => {
  it('marks what was imputed with I, and keeps what there was', () => {
    const result = computed(
      framework({ impute: { method: 'mean' } }),
      data({ a: [1, 3, null], b: [1, 2, 3] }),
    );
    expect(at(result, 'u3', 'a')).toMatchObject({ raw: null, status: 'I', value: 2, reasons: ['IMPUTED'] });
    expect(at(result, 'u1', 'a')).toMatchObject({ raw: 1, status: 'A', reasons: [] });
    expect(at(result, 'u1', 'r')).toMatchObject({ raw: null, status: null });
  });

  it('lists the cells that treatment changed', () => {
    const method = { treat: { method: 'limits', upper: 10 } } as const;
    const result = computed(framework(method), data({ a: [1, 2, 50], b: [1, 2, 3] }));
    expect(result.treated.map(({ node, winsorised, cells }) => [node, winsorised, cells])).toEqual([
      ['a', 1, [{ unit: 'u3', before: 50, after: 10 }]],
      ['b', 0, []],
    ]);
    expect(at(result, 'u3', 'a')).toMatchObject({ raw: 50, value: 3, reasons: ['WINSORISED'] });
  });

  it('takes earlier periods for growth and for the last value', () => {
    const dataset = data(
      { a: [2, 3], b: [null, 5] },
      {
        earlier: [
          { columns: [{ element: 'a', values: [1, 2] }] },
          { columns: [{ element: 'b', values: [4, 9] }] },
        ],
      },
    );
    const children: readonly FrameworkNode[] = [
      { code: 'growth', formula: { kind: 'growth', element: 'a', zeroBefore: 'undetermined' } },
      { code: 'b', impute: { method: 'last_value', periods: 2 } },
    ];
    const result = computed(framework({}, children), dataset);
    expect(at(result, 'u1', 'growth').raw).toBe(1);
    expect(at(result, 'u2', 'growth').raw).toBe(0.5);
    expect(at(result, 'u1', 'b')).toMatchObject({ raw: null, status: 'I', value: 1 });
  });

  it('names the status of one data element, and what several come to', () => {
    const dataset: Dataset = {
      units: [
        { code: 'u1', group: 'g' },
        { code: 'u2', group: 'g' },
        { code: 'u3', group: 'g' },
        { code: 'u4', group: 'g' },
      ],
      columns: [
        { element: 'x', values: [1, 2, null, null], statuses: ['E', 'P', 'M', 'O'] },
        { element: 'y', values: [1, 1, null, null], statuses: ['A', 'A', 'M', 'O'] },
      ],
    };
    const children: readonly FrameworkNode[] = [
      { code: 'x' },
      { code: 'sum', formula: { kind: 'sum', elements: ['x', 'y'], gap: 'missing' } },
    ];
    const result = computed(framework({}, children), dataset);
    const statuses = (node: string): readonly unknown[] =>
      ['u1', 'u2', 'u3', 'u4'].map((unit) => at(result, unit, node).status);
    expect(statuses('x')).toEqual(['E', 'P', 'M', 'O']);
    expect(statuses('sum')).toEqual(['E', 'P', 'M', 'O']);
  });
});

describe('compute, weights and contributions', () => {
  it('shows the share asked, the share used, and none where the parent has no value', () => {
    const children = [
      { code: 'a', weight: 1 },
      { code: 'b', weight: 3 },
    ];
    const columns = { a: [1, 2, null], b: [1, null, null] };
    const result = computed(framework({ weights: { method: 'given' } }, children), data(columns));
    const shares = (unit: string): readonly unknown[] =>
      ['a', 'b'].map((node) => [at(result, unit, node).weightAsked, at(result, unit, node).weightEffective]);
    expect(shares('u1')).toEqual([
      [0.25, 0.25],
      [0.75, 0.75],
    ]);
    expect(shares('u2')).toEqual([
      [0.25, 1],
      [0.75, 0],
    ]);
    expect(shares('u3')).toEqual([
      [0.25, null],
      [0.75, null],
    ]);
    expect(at(result, 'u2', 'r')).toMatchObject({ coverage: 0.25, reasons: ['WEIGHT_SHARED_BY_OTHERS'] });
    expect(result.weights).toEqual([
      { node: 'r', ofParent: 1, ofWhole: 1 },
      { node: 'a', ofParent: 0.25, ofWhole: 0.25 },
      { node: 'b', ofParent: 0.75, ofWhole: 0.75 },
    ]);
  });

  it('states no contribution where aggregation is not additive', () => {
    const of = framework({ aggregation: { method: 'minimum' } });
    const result = computed(of, data({ a: [1, 2], b: [2, 1] }));
    expect(at(result, 'u1', 'a')).toMatchObject({ contribution: null, weightEffective: 0.5 });
    expect(scores(result)).toEqual([1, 1]);
  });

  it('lets a node stand before the method', () => {
    const children: readonly FrameworkNode[] = [
      { code: 'p', children: leaves('a', 'b'), aggregation: { method: 'minimum' }, missing: 'no_value' },
      {
        code: 'c',
        normalise: { method: 'min_max', to: [0, 10], constant: 'undetermined' },
        direction: 'lower_is_better',
      },
    ];
    const result = computed(framework({}, children), data({ a: [1, 2], b: [2, null], c: [5, 7] }));
    expect(at(result, 'u1', 'p').value).toBe(1);
    expect(at(result, 'u2', 'p')).toMatchObject({ value: null, state: 'incomplete' });
    expect(scores(result)).toEqual([5.5, 0]);
  });

  it('shows what the method lists without weight, and nothing hangs on it', () => {
    const children = [{ code: 'a' }, { code: 'b', scored: false }];
    const columns = { a: [1, 2], b: [9, null] };
    const result = computed(framework({}, children), data(columns));
    expect(scores(result)).toEqual([1, 2]);
    expect(at(result, 'u1', 'b')).toMatchObject({
      state: 'not_scored',
      raw: 9,
      weightAsked: 0,
      weightEffective: 0,
      contribution: 0,
      coverage: 0,
      reasons: ['LISTED_WITHOUT_POINTS'],
    });
    expect(scores(computed(framework({}, children), data(columns), 'scores'))).toEqual([1, 2]);
  });
});

describe('compute, ranks and bands', () => {
  const columns = { a: [1, 2, 3, 2], b: [3, 2, 1, 2] };

  it('breaks ties by a node, also where only scores are asked for', () => {
    const rank = { ...PLAIN.rank, tieBreaks: [{ by: 'node', node: 'a', direction: 'descending' }] } as const;
    for (const detail of ['nodes', 'scores'] as const) {
      expect(ranks(computed(framework({ rank }), data(columns), detail))).toEqual([2, 3, 1, 3]);
    }
    expect(ranks(computed(framework(), data(columns)))).toEqual([1, 3, 1, 3]);
  });

  it('puts scores into bands, and says so with scores alone too', () => {
    const bands = [
      { code: 'high', from: 3 },
      { code: 'low', from: 1.5 },
    ];
    for (const detail of ['nodes', 'scores'] as const) {
      const result = computed(framework({ bands }, leaves('a')), data({ a: [1, 2, 3] }), detail);
      expect(result.units.map(({ band }) => band)).toEqual([null, 'low', 'high']);
    }
  });

  it('gives scores alone as it gives them with nodes, without nodes or records', () => {
    const method = { treat: { method: 'limits', upper: 2 } } as const;
    const whole = computed(framework(method), data(columns));
    const alone = computed(framework(method), data(columns), 'scores');
    expect(alone.units).toEqual(whole.units.map((unit) => ({ ...unit, nodes: [] })));
    expect([whole.treated.length, alone.treated.length]).toEqual([2, 0]);
  });
});

describe('compute, the input', () => {
  it('refuses with every problem, and says nothing else', () => {
    const outcome = compute(framework({ missing: 'guess' as 'zero' }), { units: [] });
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ code: 'MISSING_RULE_UNKNOWN' }, { code: 'NO_UNITS' }],
    });
  });

  it('tells what cannot be determined from what is not there', () => {
    const normalise = { method: 'min_max', constant: 'undetermined' } as const;
    const result = computed(framework({ normalise, missing: 'no_value' }), data({ a: [5, 5], b: [1, 2] }));
    expect(at(result, 'u1', 'a')).toMatchObject({
      state: 'undetermined',
      value: null,
      reasons: ['CONSTANT_INDICATOR'],
    });
    expect(at(result, 'u1', 'r')).toMatchObject({ state: 'incomplete', value: null });
  });
});
