import {
  asItIs,
  isObject,
  leftOut,
  listOf,
  objectOf,
  readDocument,
  readKeys,
  type KeysOf,
  type Read,
} from './document-shapes.js';
import type { Bounds, Framework, FrameworkNode } from './framework.js';
import type { Outcome } from './outcome.js';
import { aggregation, formula, impute, method, normalise, treat, weights } from './rule-shapes.js';

/** What may stand beside the rules for whoever reads the file. */
const TOLD_OF_A_NODE = {
  name: leftOut,
  kind: leftOut,
  description: leftOut,
  definition: leftOut,
  evidence: leftOut,
  automatic_source: leftOut,
  not_applicable_rule: leftOut,
  legal_basis: leftOut,
  proposed: leftOut,
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
  formula,
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
  legal_basis_text: leftOut,
  author: leftOut,
  change_reason: leftOut,
  copied_from: leftOut,
  data_elements: leftOut,
  issued: leftOut,
  periods: leftOut,
  status: leftOut,
  status_reason: leftOut,
  proposed: leftOut,
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
  return readDocument<Framework>(framework, document);
}

/** Reads the document of a framework where it stands. */
export const framework: Read = (document, at) => {
  if (!isObject(document)) {
    at.problems.push({ code: 'DOCUMENT_NOT_AN_OBJECT', path: at.path, params: {} });
    return document;
  }
  const keys = { ...TOLD_OF_A_FRAMEWORK, code: asItIs, method, tree: node };
  const { code, tree, method: rules } = readKeys(document, keys, at);
  return { code, root: tree, method: rules };
};
