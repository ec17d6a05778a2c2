import type { AuditRefusal, ComponentWeights } from '../model/audit.js';
import { principalComponents } from '../numeric/principal-components.js';
import { sum } from '../numeric/sum.js';
import { whyNoComponents } from './consistency.js';
import { codeAt, countingChildren, nodeAt, valuesAt, type CountedTree } from './counted-tree.js';

/** Two variances closer than this, beside the number of columns, are the same but for rounding. */
const SAME_VARIANCE = 1e-9;

/**
 * Weights of a parent's children from the loadings on their first principal component: the loadings in
 * proportion, as COINr's `get_PCA` takes them, or their squares. A child with a negative loading goes
 * against the others; no share of the whole says that, so the step is refused.
 */
export function componentWeights(
  tree: CountedTree,
  parent: number,
  loadings: 'plain' | 'squared',
): ComponentWeights | AuditRefusal {
  const members = countingChildren(tree, parent);
  const codes = members.map((member) => codeAt(tree, member));
  const about = { step: 'weights', nodes: [codeAt(tree, parent)] } as const;
  const found = principalComponents(members.map((member) => valuesAt(tree, member)));
  if ('reason' in found) return { ...about, ...whyNoComponents(found, codes) };
  const [highest = 0, next = 0] = found.variances;
  if (highest - next <= SAME_VARIANCE * members.length) {
    return { ...about, code: 'FIRST_COMPONENT_NOT_UNIQUE', params: { highest, next } };
  }
  const first = found.loadings[0] as Float64Array;
  const negative = codes.filter((_, at) => (first[at] as number) < 0);
  if (negative.length > 0) {
    return { ...about, code: 'NEGATIVE_LOADING', params: { members: negative.join(' ') } };
  }
  const measures = [...first].map((loading) => (loadings === 'squared' ? loading * loading : loading));
  const ofAll = sum(measures);
  return {
    method: 'principal_component',
    parent: codeAt(tree, parent),
    cases: found.cases,
    explained: found.shares[0] as number,
    weights: members.map((member, at) => ({
      node: codes[at] as string,
      asked: nodeAt(tree, member).asked,
      proposed: (measures[at] as number) / ofAll,
      loading: first[at] as number,
    })),
  };
}
