import { daysSince1970 } from '../numeric/day.js';
import type { Aggregation, Weighting } from './aggregation.js';
import {
  asItIs,
  isObject,
  leftOut,
  listOf,
  objectOf,
  readKeys,
  wordOf,
  type KeysOf,
  type Read,
  type WordsOf,
} from './document-shapes.js';
import type { Condition, Formula, Step } from './formula.js';
import type { Method } from './framework.js';
import type { Normalisation, NormalisationStep } from './normalisation.js';
import type { Band, RankRule, TieBreak } from './ranking.js';
import type { Imputation, Screening } from './screening.js';
import type { OutlierTest, Transformation, Treatment } from './treatment.js';

/*
 * The keys of every rule of a framework, as files write them. Typed by the model: a rule that gets a key
 * there and not here does not compile.
 */

/** No number by a word, or a number that is stated. */
const stated = objectOf<{ readonly value: number }>({ value: asItIs });
const floored = objectOf<{ readonly floor: number }>({ floor: asItIs });

const steps = listOf(objectOf<Step & NormalisationStep>({ from: asItIs, value: asItIs }));

export const impute = wordOf<'method', Imputation>('method', {
  none: {},
  constant: { value: asItIs },
  mean: {},
  median: {},
  group_mean: { fallback: asItIs },
  group_median: { fallback: asItIs },
  last_value: { periods: asItIs },
});

const transformation = wordOf<'kind', Transformation>('kind', {
  log_shifted: {},
  log_shifted_by_one: {},
  log_against_skew: {},
  log_gii: {},
  log: {},
  box_cox: { lambda: asItIs, shifted: asItIs },
});

export const treat = wordOf<'method', Treatment>('method', {
  none: {},
  limits: { lower: asItIs, upper: asItIs },
  transform: { transformation },
  test_and_treat: {
    test: objectOf<OutlierTest>({ skewness: asItIs, kurtosis: asItIs }),
    points: asItIs,
    force: asItIs,
    transformation,
    combine: asItIs,
  },
});

export const normalise = wordOf<'method', Normalisation>('method', {
  ratio_to_maximum: { clamp: asItIs },
  min_max: { to: asItIs, constant: stated },
  goalposts: { from: asItIs, up_to: asItIs, logarithm: asItIs, to: asItIs, clamp: asItIs },
  ratio_to_target: { target: asItIs, to: asItIs, clamp: asItIs },
  distance_to_target: { target: asItIs, to: asItIs, clamp: asItIs, constant: stated },
  z_score: { limits: asItIs, constant: stated },
  scaled_z_score: { mean: asItIs, deviation: asItIs, limits: asItIs, constant: stated },
  rank: { ties: asItIs },
  percentile_rank: { ties: asItIs, to: asItIs, constant: stated },
  borda: { ties: asItIs },
  distance_to_maximum: { to: asItIs, constant: stated },
  distance_to_reference: { unit: asItIs, to: asItIs, clamp: asItIs, constant: stated },
  fraction_of_maximum: { to: asItIs, clamp: asItIs, constant: stated },
  steps: { steps, below: asItIs },
  boolean: { threshold: asItIs },
});

export const weights = wordOf<'method', Weighting>('method', { points: {}, given: {}, equal: {} });

export const aggregation = wordOf<'method', Aggregation>('method', {
  arithmetic: {},
  geometric: { non_positive: floored },
  harmonic: { non_positive: floored },
  generalised_mean: { power: asItIs, non_positive: floored },
  median: {},
  minimum: {},
  copeland: { among: asItIs, pairs: asItIs, scale: asItIs },
});

/** A day by the calendar, or by its number as in the model. */
const day: Read = (value) => (typeof value === 'string' ? (daysSince1970(value) ?? value) : value);

const FORMULAS: WordsOf<'kind', Formula> = {
  value: { element: asItIs },
  ratio: {
    numerator: asItIs,
    denominator: asItIs,
    scale: asItIs,
    zero_denominator: stated,
    nothing_to_count: stated,
    exceeding: asItIs,
  },
  sum: { elements: asItIs, gap: asItIs },
  per_head: { element: asItIs, population: asItIs, per: asItIs, zero_population: stated },
  growth: { element: asItIs, scale: asItIs, zero_before: stated },
  share_of_yes: { elements: asItIs, gap: asItIs },
  age: { element: asItIs, at: day, future: asItIs },
  yes_no: {
    conditions: listOf(objectOf<Condition>({ element: asItIs, is: asItIs, value: asItIs })),
    holds: asItIs,
  },
  levels: { element: asItIs, steps, below: asItIs },
  count_against_target: { element: asItIs, target: asItIs, zero_target: stated, exceeding: asItIs },
};

const tieBreaks = listOf(
  wordOf<'by', TieBreak>('by', { node: { node: asItIs, direction: asItIs }, code: {} }),
);

const DEFAULT_RANK: RankRule = {
  method: 'competition',
  decimals: null,
  rounding: 'half_up_decimal',
  direction: 'descending',
};

/** What a rank does not say is as by default; the bare word is the method. */
const rank: Read = (value, at) => {
  if (typeof value === 'string') return { ...DEFAULT_RANK, method: value };
  if (!isObject(value)) return value;
  const keys: KeysOf<RankRule> = {
    method: asItIs,
    decimals: asItIs,
    rounding: asItIs,
    direction: asItIs,
    tie_breaks: tieBreaks,
  };
  return { ...DEFAULT_RANK, ...readKeys(value, keys, at) };
};

export const METHOD: KeysOf<Method> = {
  screen: objectOf<Screening>({
    unit_availability: asItIs,
    unit_non_zero: asItIs,
    indicator_availability: asItIs,
  }),
  impute,
  treat,
  normalise,
  weights,
  aggregation,
  missing: asItIs,
  not_applicable: asItIs,
  availability: asItIs,
  availability_by: asItIs,
  rank,
  bands: listOf(objectOf<Band & { name: string }>({ code: asItIs, from: asItIs, name: leftOut })),
};

export const method: Read = (value, at) =>
  isObject(value) ? { rank: DEFAULT_RANK, ...readKeys(value, METHOD, at) } : value;

export const formula = wordOf<'kind', Formula>('kind', FORMULAS);
