import type { Aggregation } from './model/aggregation.js';
import type { Unit } from './model/dataset.js';
import type { Formula } from './model/formula.js';
import type { Framework, FrameworkNode, Method } from './model/framework.js';
import type { Direction, Normalisation } from './model/normalisation.js';
import type { RankRule } from './model/ranking.js';
import { fixedNumbersProblems } from './stages/normalise/fixed-numbers-problems.js';
import type { Imputation, Screening } from './model/screening.js';
import type { Transformation, Treatment } from './model/treatment.js';
import { drawnTable, elementKinds, pick, type ElementTable, type ValueOptions } from './door-data.fixture.js';
import { randomGenerator, type RandomGenerator } from './numeric/random.js';

/*
 * Frameworks and data drawn from a seed, for properties of the whole door: trees of up to three levels,
 * any method at any stage, data of every kind that arithmetic is afraid of.
 */

export interface DrawOptions extends ValueOptions {
  /** Leaves with formulas of several elements. Default `true`. */
  readonly formulas?: boolean;
  /** Rules of single nodes, beside the method's. Default `true`. */
  readonly ownRules?: boolean;
  /** Stands for what would be drawn. */
  readonly method?: Partial<Method>;
}

export interface Drawn {
  readonly framework: Framework;
  readonly units: readonly Unit[];
  readonly tables: readonly ElementTable[];
  readonly earlier: readonly ElementTable[];
}

export function drawn(seed: number, options: DrawOptions = {}): Drawn {
  const random = randomGenerator(seed);
  const units = Array.from({ length: 1 + random.below(12) }, (_, u) => ({
    code: `u${u}`,
    group: pick(random, ['g', 'h', 'g', null]),
  }));
  const framework = drawnFramework(random, units, options);
  const kinds = elementKinds(framework);
  const tables = [...kinds].map(([element, kind]) =>
    drawnTable(random, element, kind, units.length, options),
  );
  const earlier = random.below(2) === 0 ? [] : tables.filter(() => random.below(2) === 0);
  return { framework, units, tables, earlier };
}

function drawnFramework(random: RandomGenerator, units: readonly Unit[], options: DrawOptions): Framework {
  const method: Method = {
    ...(random.below(3) === 0 ? { screen: screening(random) } : {}),
    ...(random.below(2) === 0 ? { impute: imputation(random) } : {}),
    ...(random.below(2) === 0 ? { treat: treatment(random) } : {}),
    normalise: normalisation(random, units, 'higher_is_better'),
    weights: { method: pick(random, ['points', 'given', 'equal']) },
    aggregation: aggregation(random),
    missing: pick(random, ['no_value', 'zero', 'reweight']),
    notApplicable: pick(random, ['reweight', 'no_value']),
    ...(random.below(3) === 0 ? { availability: random.uniform() } : {}),
    ...(random.below(3) === 0 ? { availabilityBy: pick(random, ['weight', 'children']) } : {}),
    rank: rankRule(random),
    ...(random.below(2) === 0
      ? {
          bands: [
            { code: 'high', from: 0.6 },
            { code: 'low', from: -1e9 },
          ],
        }
      : {}),
    ...options.method,
  };
  const { treat, ...withoutTreatment } = method;
  // What `validate` refuses together is not drawn together.
  const sound = suits(treat, method.normalise) ? method : withoutTreatment;
  const next = { leaf: 0, parent: 0 };
  const root = drawnNode(random, units, 1 + random.below(3), next, sound, options);
  return { code: 'drawn', root, method: sound };
}

function suits(treat: Treatment | undefined, normalise: Normalisation | undefined): boolean {
  const rule = normalise ?? { method: 'ratio_to_maximum' };
  return treat === undefined || fixedNumbersProblems(treat, rule, '').length === 0;
}

function drawnNode(
  random: RandomGenerator,
  units: readonly Unit[],
  levels: number,
  next: { leaf: number; parent: number },
  method: Method,
  options: DrawOptions,
): FrameworkNode {
  const own = options.ownRules ?? true;
  const some = (odds: number): boolean => own && random.below(odds) === 0;
  const weight = 1 + random.below(4);
  if (levels === 0) return drawnLeaf(random, units, `n${next.leaf++}`, method, options);
  const code = `p${next.parent++}`;
  const children = Array.from({ length: 1 + random.below(4) }, (_, i) => {
    const child = drawnNode(random, units, random.below(3) === 0 ? 0 : levels - 1, next, method, options);
    return i > 0 && some(6) ? { ...child, scored: false } : child;
  });
  const points = children.reduce((all, child) => all + (child.scored === false ? 0 : (child.points ?? 0)), 0);
  return {
    code,
    points,
    weight,
    children,
    ...(some(4) ? { weights: { method: pick(random, ['points', 'given', 'equal'] as const) } } : {}),
    ...(some(3) ? { aggregation: aggregation(random) } : {}),
    ...(some(4) ? { missing: pick(random, ['no_value', 'zero', 'reweight'] as const) } : {}),
    ...(some(5) ? { availability: random.uniform() } : {}),
  };
}

function drawnLeaf(
  random: RandomGenerator,
  units: readonly Unit[],
  code: string,
  method: Method,
  options: DrawOptions,
): FrameworkNode {
  const own = options.ownRules ?? true;
  const some = (odds: number): boolean => own && random.below(odds) === 0;
  const direction: Direction = pick(random, ['higher_is_better', 'higher_is_better', 'lower_is_better']);
  // Steps go with one direction; a leaf of the other one needs a rule of its own.
  const needsOwn = direction === 'lower_is_better' && method.normalise?.method === 'steps';
  const leaf: FrameworkNode = {
    code,
    points: 1 + random.below(9),
    weight: 1 + random.below(4),
    direction,
    ...((options.formulas ?? true) && some(3) ? { formula: formula(random, code) } : {}),
    ...(needsOwn || some(3) ? { normalise: normalisation(random, units, direction) } : {}),
    ...(some(6) ? ratioToMaximum(random, code) : {}),
    ...(some(5) ? { impute: imputation(random) } : {}),
    ...(some(5) ? { treat: treatment(random) } : {}),
  };
  const together = suits(leaf.treat ?? method.treat, leaf.normalise ?? method.normalise);
  return together ? leaf : { ...leaf, treat: { method: 'limits', upper: 60 } };
}

/** A leaf whose raw values are shares or points, as the DTI has them; what they may be is checked. */
function ratioToMaximum(random: RandomGenerator, code: string): Partial<FrameworkNode> {
  const clamp = pick(random, [undefined, 'clamp', 'keep'] as const);
  return {
    formula: { kind: 'value', element: `${code}-share` },
    normalise: { method: 'ratio_to_maximum', ...(clamp === undefined ? {} : { clamp }) },
    ...(random.below(2) === 0 ? { input: 'points' } : { bounds: { minimum: 0, maximum: 1 } }),
  };
}

/** One of rules that the compiler has checked to be rules of one kind. */
function one<Rule>(random: RandomGenerator, rules: readonly Rule[]): Rule {
  return rules[random.below(rules.length)] as Rule;
}

export function imputation(random: RandomGenerator): Imputation {
  return one<Imputation>(random, [
    { method: 'none' },
    { method: 'constant', value: 3 },
    { method: 'mean' },
    { method: 'median' },
    { method: 'group_mean', fallback: 'mean' },
    { method: 'group_mean', fallback: 'none' },
    { method: 'group_median', fallback: 'median' },
    { method: 'last_value', periods: 2 },
  ]);
}

function transformation(random: RandomGenerator): Transformation {
  return one<Transformation>(random, [
    { kind: 'log_shifted' },
    { kind: 'log_shifted_by_one' },
    { kind: 'log_against_skew' },
    { kind: 'log_gii' },
    { kind: 'log' },
    { kind: 'box_cox', lambda: 'maximum_likelihood' },
    { kind: 'box_cox', lambda: 'maximum_likelihood', shifted: true },
    { kind: 'box_cox', lambda: 0.5 },
    { kind: 'box_cox', lambda: -1, shifted: true },
  ]);
}

export function treatment(random: RandomGenerator): Treatment {
  return one<Treatment>(random, [
    { method: 'none' },
    { method: 'limits', lower: -1, upper: 60 },
    { method: 'limits', upper: 1e300 },
    { method: 'transform', transformation: transformation(random) },
    {
      method: 'test_and_treat',
      test: { skewness: pick(random, [2, 0.5]), kurtosis: pick(random, [3.5, 0]) },
      points: pick(random, [5, 0, 1, null]),
      force: random.below(2) === 0,
      transformation: random.below(3) === 0 ? null : transformation(random),
      combine: random.below(2) === 0,
    },
  ]);
}

export function normalisation(
  random: RandomGenerator,
  units: readonly Unit[],
  direction: Direction,
): Normalisation {
  const to = pick(random, [undefined, [0, 100], [1, 7], [-1, 1]] as const);
  const scale = to === undefined ? {} : { to };
  const constant = pick(random, ['undetermined', { value: 0.5 }] as const);
  const clamp = pick(random, ['clamp', 'keep'] as const);
  const ties = pick(random, ['lowest', 'average'] as const);
  const { code: unit } = one(random, units);
  const rising = direction === 'higher_is_better';
  return one<Normalisation>(random, [
    { method: 'min_max', ...scale, constant },
    { method: 'goalposts', from: -5, upTo: 80, ...scale, clamp },
    { method: 'goalposts', from: 0.5, upTo: 2000, logarithm: true, ...scale, clamp },
    { method: 'ratio_to_target', target: 40, ...scale, clamp },
    { method: 'distance_to_target', target: 55, ...scale, clamp, constant },
    { method: 'z_score', constant },
    { method: 'z_score', limits: [-2, 2], constant },
    { method: 'scaled_z_score', mean: 100, deviation: 15, constant },
    { method: 'rank', ties },
    { method: 'percentile_rank', ties, ...scale, constant },
    { method: 'borda', ties },
    { method: 'distance_to_maximum', ...scale, constant },
    { method: 'distance_to_reference', unit, ...scale, clamp, constant },
    { method: 'fraction_of_maximum', ...scale, clamp, constant },
    {
      method: 'steps',
      steps: [
        { from: 10, value: rising ? 0.5 : 1 },
        { from: 50, value: rising ? 1 : 0.5 },
      ],
      below: 0,
    },
    { method: 'boolean', threshold: 50 },
  ]);
}

export function aggregation(random: RandomGenerator): Aggregation {
  const nonPositive = pick(random, ['undetermined', 'zero', { floor: 0.01 }] as const);
  return one<Aggregation>(random, [
    { method: 'arithmetic' },
    { method: 'arithmetic' },
    { method: 'geometric', nonPositive },
    { method: 'harmonic', nonPositive },
    { method: 'generalised_mean', power: pick(random, [-2, 0, 0.5, 1, 3, 50]), nonPositive },
    { method: 'median' },
    { method: 'minimum' },
    { method: 'copeland' },
    {
      method: 'copeland',
      among: pick(random, ['all', 'group']),
      pairs: pick(random, ['majority', 'weight']),
      scale: pick(random, ['sum', 'share']),
    },
  ]);
}

function screening(random: RandomGenerator): Screening {
  return one<Screening>(random, [
    { unitAvailability: 0.5 },
    { unitNonZero: 0.3 },
    { indicatorAvailability: 0.6 },
    { unitAvailability: 1, unitNonZero: 1, indicatorAvailability: 1 },
    {},
  ]);
}

function rankRule(random: RandomGenerator): RankRule {
  return {
    method: pick(random, ['competition', 'dense', 'fractional', 'ordinal']),
    decimals: pick(random, [null, 4, 0]),
    rounding: 'half_up_decimal',
    direction: pick(random, ['descending', 'ascending']),
    ...(random.below(2) === 0 ? { tieBreaks: [{ by: 'code' }] } : {}),
    ...(random.below(4) === 0 ? { tieBreaks: [{ by: 'node', node: 'p0', direction: 'descending' }] } : {}),
  };
}

function formula(random: RandomGenerator, code: string): Formula {
  const policy = pick(random, ['not_applicable', 'missing', 'undetermined', { value: 0 }] as const);
  const exceeding = pick(random, ['keep', 'cap', 'not_applicable'] as const);
  const [a, b, yes, day] = [`${code}-count-a`, `${code}-count-b`, `${code}-yes`, `${code}-day`];
  return one<Formula>(random, [
    { kind: 'value', element: `${code}-a` },
    {
      kind: 'ratio',
      numerator: a,
      denominator: b,
      zeroDenominator: policy,
      nothingToCount: policy,
      exceeding,
    },
    { kind: 'sum', elements: [`${code}-a`, `${code}-b`], gap: pick(random, ['missing', 'zero']) },
    { kind: 'per_head', element: `${code}-a`, population: a, per: 1e5, zeroPopulation: policy },
    { kind: 'growth', element: `${code}-a`, scale: 100, zeroBefore: policy },
    { kind: 'share_of_yes', elements: [yes, `${yes}-2`], gap: pick(random, ['missing', 'no', 'leave_out']) },
    { kind: 'age', element: day, at: 20_000, future: pick(random, ['zero', 'undetermined']) },
    {
      kind: 'yes_no',
      conditions: [{ element: `${code}-a`, is: 'at_least', value: 1 }],
      holds: pick(random, ['all', 'any']),
    },
    { kind: 'levels', element: `${code}-a`, steps: [{ from: 1, value: 0.5 }], below: 0 },
    {
      kind: 'count_against_target',
      element: a,
      target: pick(random, [b, 12]),
      zeroTarget: policy,
      exceeding,
    },
  ]);
}
