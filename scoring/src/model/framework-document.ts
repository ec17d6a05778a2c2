import { daysSince1970 } from '../numeric/day.js';
import type { Aggregation, Weighting } from './aggregation.js';
import {
  asItIs,
  isObject,
  leftOut,
  listOf,
  objectOf,
  readDocument,
  readKeys,
  wordOf,
  type KeysOf,
  type Place,
  type Read,
  type WordsOf,
} from './document-shapes.js';
import type { Condition, Formula, Step } from './formula.js';
import type { Bounds, Framework, FrameworkNode, Method } from './framework.js';
import type { Normalisation, NormalisationStep } from './normalisation.js';
import type { Outcome } from './outcome.js';
import type { Band, RankRule, TieBreak } from './ranking.js';
import type { Imputation, Screening } from './screening.js';
import type { OutlierTest, Transformation, Treatment } from './treatment.js';

const steps = listOf(objectOf<Step & NormalisationStep>({ from: asItIs, value: asItIs }));

const impute = wordOf<'method', Imputation>('method', {
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

const treat = wordOf<'method', Treatment>('method', {
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

const normalise = wordOf<'method', Normalisation>('method', {
  ratio_to_maximum: { clamp: asItIs },
  min_max: { to: asItIs, constant: asItIs },
  goalposts: { from: asItIs, up_to: asItIs, logarithm: asItIs, to: asItIs, clamp: asItIs },
  ratio_to_target: { target: asItIs, to: asItIs, clamp: asItIs },
  distance_to_target: { target: asItIs, to: asItIs, clamp: asItIs, constant: asItIs },
  z_score: { limits: asItIs, constant: asItIs },
  scaled_z_score: { mean: asItIs, deviation: asItIs, limits: asItIs, constant: asItIs },
  rank: { ties: asItIs },
  percentile_rank: { ties: asItIs, to: asItIs, constant: asItIs },
  borda: { ties: asItIs },
  distance_to_maximum: { to: asItIs, constant: asItIs },
  distance_to_reference: { unit: asItIs, to: asItIs, clamp: asItIs, constant: asItIs },
  fraction_of_maximum: { to: asItIs, clamp: asItIs, constant: asItIs },
  steps: { steps, below: asItIs },
  boolean: { threshold: asItIs },
});

const weights = wordOf<'method', Weighting>('method', { points: {}, given: {}, equal: {} });

const aggregation = wordOf<'method', Aggregation>('method', {
  arithmetic: {},
  geometric: { non_positive: asItIs },
  harmonic: { non_positive: asItIs },
  generalised_mean: { power: asItIs, non_positive: asItIs },
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
    zero_denominator: asItIs,
    nothing_to_count: asItIs,
    exceeding: asItIs,
  },
  sum: { elements: asItIs, gap: asItIs },
  per_head: { element: asItIs, population: asItIs, per: asItIs, zero_population: asItIs },
  growth: { element: asItIs, scale: asItIs, zero_before: asItIs },
  share_of_yes: { elements: asItIs, gap: asItIs },
  age: { element: asItIs, at: day, future: asItIs },
  yes_no: {
    conditions: listOf(objectOf<Condition>({ element: asItIs, is: asItIs, value: asItIs })),
    holds: asItIs,
  },
  levels: { element: asItIs, steps, below: asItIs },
  count_against_target: { element: asItIs, target: asItIs, zero_target: asItIs, exceeding: asItIs },
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

const METHOD: KeysOf<Method> = {
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

const method: Read = (value, at) =>
  isObject(value) ? { rank: DEFAULT_RANK, ...readKeys(value, METHOD, at) } : value;

/** What may stand beside the rules for whoever reads the file. */
const TOLD_OF_A_NODE = {
  name: leftOut,
  kind: leftOut,
  description: leftOut,
  source: leftOut,
  confidence: leftOut,
  note: leftOut,
};

const node: Read = (value, at) => {
  if (!isObject(value)) return value;
  const { element, ...read } = readKeys(value, NODE, at);
  if (element === undefined) return read;
  if (read['formula'] !== undefined) {
    at.problems.push({ code: 'ELEMENT_AND_FORMULA', path: `${at.path}.element`, params: {} });
  }
  // The data element of its own code is what a leaf takes anyway.
  return element === read['code'] ? read : { ...read, formula: { kind: 'value', element } };
};

const NODE: KeysOf<FrameworkNode & { element: string }> & typeof TOLD_OF_A_NODE = {
  ...TOLD_OF_A_NODE,
  code: asItIs,
  element: asItIs,
  points: asItIs,
  weight: asItIs,
  scored: asItIs,
  children: (value, at) => listOf(node)(value, at),
  formula: wordOf<'kind', Formula>('kind', FORMULAS),
  unit: asItIs,
  bounds: objectOf<Bounds>({ minimum: asItIs, maximum: asItIs }),
  input: asItIs,
  direction: asItIs,
  impute,
  treat,
  normalise,
  weights,
  aggregation,
  missing: asItIs,
  not_applicable: asItIs,
  availability: asItIs,
  availability_by: asItIs,
};

const TOLD_OF_A_FRAMEWORK = {
  $schema: leftOut,
  name: leftOut,
  description: leftOut,
  index: leftOut,
  level: leftOut,
  version: leftOut,
  legal_basis: leftOut,
  issued: leftOut,
  periods: leftOut,
  status: leftOut,
  status_reason: leftOut,
  source: leftOut,
  confidence: leftOut,
  note: leftOut,
  published: leftOut,
  uncertainty: leftOut,
};

/**
 * The framework that a file describes: plain JSON, or YAML read as such, with keys of words and underscores
 * (`not_applicable`), a bare word for a method without parameters (`aggregation: arithmetic`), `tree` for
 * the root, `element: x` for the formula that takes a data element as it is, and days as YYYY-MM-DD. What
 * only describes (`name`, `source`, …) is left out. See docs/guides/framework-file.md.
 *
 * Keys are checked here and their values by `validate`, which every computation starts with.
 *
 * @returns the framework, or every key that has no meaning where it stands
 */
export function frameworkOf(document: unknown): Outcome<Framework> {
  return readDocument<Framework>(readFramework, document);
}

function readFramework(document: unknown, at: Place): unknown {
  if (!isObject(document)) {
    at.problems.push({ code: 'DOCUMENT_NOT_AN_OBJECT', path: at.path, params: {} });
    return document;
  }
  const keys = { ...TOLD_OF_A_FRAMEWORK, code: asItIs, method, tree: node };
  const { code, tree, method: rules } = readKeys(document, keys, at);
  return { code, root: tree, method: rules };
}
