import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawn, type Drawn, type DrawOptions } from './door.fixture.js';
import { near, SHAPES } from './door-shapes.fixture.js';
import {
  compute,
  type Aggregation,
  type Assessment,
  type Framework,
  type FrameworkNode,
  type Method,
  type Treatment,
} from './index.js';

// The same cases each time, so that what fails can be looked at again; another seed looks elsewhere.
fc.configureGlobal({ seed: 20_261_122 });

/**
 * What must not change a result, and what may change it one way only. Where a setting does not have the
 * property, it is left out of the draw by name, with the reason.
 */
const seed = fc.integer({ min: 0, max: 2 ** 31 });
const runs = { numRuns: 60 };

function assess({ framework, ...data }: Drawn): Assessment {
  const outcome = compute(framework, SHAPES.typed({ framework, ...data }));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

interface Standing {
  readonly score: number | null;
  readonly rank: number | null;
}

function standings(assessment: Assessment): ReadonlyMap<string, Standing> {
  return new Map(
    assessment.units.map(({ unit, score, rank }) => [unit, { score, rank: rank?.rank ?? null }]),
  );
}

/** The same scores, to within what the order of additions can do. */
function expectSameScores(a: Assessment, b: Assessment, tolerance: number): void {
  const other = standings(b);
  const apart = [...standings(a)].filter(
    ([unit, { score }]) => !near(score, other.get(unit)?.score ?? null, tolerance),
  );
  expect(apart).toEqual([]);
}

function mapNodes(node: FrameworkNode, change: (node: FrameworkNode) => FrameworkNode): FrameworkNode {
  const own = change(node);
  return own.children === undefined
    ? own
    : { ...own, children: own.children.map((child) => mapNodes(child, change)) };
}

function withRoot(framework: Framework, change: (node: FrameworkNode) => FrameworkNode): Framework {
  return { ...framework, root: mapNodes(framework.root, change) };
}

function leavesOf(node: FrameworkNode): readonly FrameworkNode[] {
  return node.children === undefined ? [node] : node.children.flatMap(leavesOf);
}

/** An order drawn from a number: where each place comes from. */
function shuffled(length: number, from: number): readonly number[] {
  const keys = Array.from({ length }, (_, i) => (Math.imul(from + i, 0x9e3779b1) ^ (i << 7)) >>> 0);
  return keys.map((_, i) => i).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0));
}

function take<T>(list: readonly T[], order: readonly number[]): readonly T[] {
  return order.map((i) => list[i] as T);
}

function permuteUnits({ framework, units, tables, earlier }: Drawn, from: number): Drawn {
  const order = shuffled(units.length, from);
  const table = (own: Drawn['tables'][number]): Drawn['tables'][number] => ({
    element: own.element,
    values: take(own.values, order),
    statuses: take(own.statuses, order),
  });
  return { framework, units: take(units, order), tables: tables.map(table), earlier: earlier.map(table) };
}

/** Benign numbers. */
const CALM: DrawOptions = { hostile: false };

/**
 * Without what turns a difference in the last digit into a whole point: who is ahead of whom (Copeland) of
 * two that are equal but for rounding, and what is done at zero and below. Those have a test of their own.
 * And without an exponent of Box and Cox that is searched for: where it is far below zero, the values that
 * it gives are so close to each other that its last digit shows in the ninth of a score.
 */
function steady(case_: Drawn): Drawn {
  const calm = (aggregation: Aggregation): Aggregation => {
    if (aggregation.method === 'copeland') return { method: 'median' };
    return 'nonPositive' in aggregation ? { ...aggregation, nonPositive: { floor: 0.01 } } : aggregation;
  };
  const stated = (treat: Treatment): Treatment =>
    'transformation' in treat && treat.transformation?.kind === 'box_cox'
      ? { ...treat, transformation: { ...treat.transformation, lambda: 0.5 } }
      : treat;
  const { method, ...framework } = withRoot(case_.framework, ({ aggregation, treat, ...node }) => ({
    ...node,
    ...(aggregation === undefined ? {} : { aggregation: calm(aggregation) }),
    ...(treat === undefined ? {} : { treat: stated(treat) }),
  }));
  const rules: Method = {
    ...method,
    aggregation: calm(method.aggregation),
    ...(method.treat === undefined ? {} : { treat: stated(method.treat) }),
  };
  return { ...case_, framework: { ...framework, method: rules } };
}

/** Ranks as whole numbers, one level, whole weights: no rounding anywhere. */
const EXACT: DrawOptions = {
  ownRules: false,
  formulas: false,
  method: { normalise: { method: 'rank' }, treat: { method: 'none' } },
};
/** Two values that are equal but for rounding may change places, and ordinal ranks follow the input's order. */
const UNROUNDED: Pick<Method, 'rank'> = {
  rank: { method: 'competition', decimals: 6, rounding: 'half_up_decimal', direction: 'descending' },
};

describe('what must not change a result', () => {
  it('the order of the units', () => {
    fc.assert(
      fc.property(seed, (at) => {
        const case_ = steady(drawn(at, { ...CALM, method: UNROUNDED }));
        expectSameScores(assess(case_), assess(permuteUnits(case_, at)), 1e-12);
      }),
      runs,
    );
  });

  it('the order of the units, where who is ahead decides and nothing is rounded before', () => {
    fc.assert(
      fc.property(seed, (at) => {
        const { framework, ...case_ } = drawn(at, EXACT);
        const impute = { method: 'median' } as const;
        const exact: Drawn = {
          ...case_,
          framework: {
            ...framework,
            root: { ...framework.root, children: leavesOf(framework.root) },
            method: { ...framework.method, impute, weights: { method: 'given' }, rank: UNROUNDED.rank },
          },
        };
        expectSameScores(assess(exact), assess(permuteUnits(exact, at)), 1e-13);
      }),
      runs,
    );
  });

  it('the order of the indicators and of the data elements', () => {
    fc.assert(
      fc.property(seed, (at) => {
        const case_ = steady(drawn(at, { ...CALM, method: UNROUNDED }));
        const framework = withRoot(case_.framework, (node) =>
          node.children === undefined
            ? node
            : { ...node, children: take(node.children, shuffled(node.children.length, at)) },
        );
        const tables = take(case_.tables, shuffled(case_.tables.length, at));
        expectSameScores(assess(case_), assess({ ...case_, framework, tables }), 1e-12);
      }),
      runs,
    );
  });

  it('the codes of units and nodes, whatever they are', () => {
    fc.assert(
      fc.property(seed, (at) => {
        const case_ = drawn(at, {
          formulas: false,
          method: { normalise: { method: 'rank' } },
          ownRules: false,
        });
        const name = (code: string): string => `__proto__ ${code} constructor`;
        const renamed: Drawn = {
          ...case_,
          framework: {
            ...withRoot(case_.framework, (node) => ({ ...node, code: name(node.code) })),
            method: { ...case_.framework.method, rank: { ...case_.framework.method.rank, tieBreaks: [] } },
          },
          units: case_.units.map(({ code, group }) => ({ code: name(code), group })),
          tables: case_.tables.map((table) => ({ ...table, element: name(table.element) })),
          earlier: case_.earlier.map((table) => ({ ...table, element: name(table.element) })),
        };
        expect(assess(renamed).units.map(({ score }) => score)).toEqual(
          assess(case_).units.map(({ score }) => score),
        );
      }),
      runs,
    );
  });

  it('weights on another scale', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom(0.001, 3, 1e6), (at, factor) => {
        const case_ = steady(drawn(at, CALM));
        const framework = withRoot(case_.framework, (node) => ({
          ...node,
          weight: factor * (node.weight ?? 1),
        }));
        expectSameScores(assess(case_), assess({ ...case_, framework }), 1e-12);
      }),
      runs,
    );
  });

  it('points on another scale, where they are weights alone and no raw value is measured by them', () => {
    fc.assert(
      fc.property(seed, fc.constantFrom(0.001, 3, 1e6), (at, factor) => {
        const case_ = steady(drawn(at, { ...CALM, ownRules: false }));
        const framework = withRoot(case_.framework, (node) => ({
          ...node,
          points: factor * (node.points ?? 1),
        }));
        expectSameScores(assess(case_), assess({ ...case_, framework }), 1e-12);
      }),
      runs,
    );
  });

  it.each<[string, NonNullable<Method['normalise']>]>([
    ['min_max', { method: 'min_max', to: [0, 100], constant: 'undetermined' }],
    ['z_score', { method: 'z_score', constant: 'undetermined' }],
    ['scaled_z_score', { method: 'scaled_z_score', mean: 100, deviation: 15, constant: 'undetermined' }],
    ['rank', { method: 'rank' }],
    ['percentile_rank', { method: 'percentile_rank', constant: 'undetermined' }],
    ['borda', { method: 'borda', ties: 'average' }],
    ['distance_to_maximum', { method: 'distance_to_maximum', constant: 'undetermined' }],
    [
      'distance_to_reference',
      { method: 'distance_to_reference', unit: 'u0', clamp: 'keep', constant: 'undetermined' },
    ],
  ])('the unit of measure of an indicator, under %s', (_name, normalise) => {
    const treat: Method['treat'] = {
      method: 'test_and_treat',
      test: { skewness: 2, kurtosis: 3.5 },
      points: 5,
      transformation: { kind: 'log_shifted' },
      combine: false,
    };
    fc.assert(
      fc.property(seed, fc.constantFrom(0.5, 8, 1024), fc.constantFrom(0, -64, 100), (at, factor, shift) => {
        const { screen: _screen, ...method } = drawn(at).framework.method;
        const options: DrawOptions = {
          ...{ hostile: false, formulas: false, ownRules: false },
          method: { ...method, normalise, treat, impute: { method: 'mean' } },
        };
        const { framework, ...case_ } = steady(drawn(at, options));
        const { screen: _none, ...rules } = framework.method;
        const tables = case_.tables.map((table) => ({
          ...table,
          values: table.values.map((value) => (value === null ? null : factor * value + shift)),
        }));
        const unscreened = { ...framework, method: rules };
        expectSameScores(
          assess({ ...case_, framework: unscreened }),
          assess({ ...case_, framework: unscreened, tables, earlier: [] }),
          1e-9,
        );
      }),
      { numRuns: 20 },
    );
  });
});
