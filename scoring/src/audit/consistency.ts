import type {
  AuditRefusal,
  AuditStep,
  GroupComponents,
  GroupConsistency,
  RefusalCode,
} from '../model/audit.js';
import { covarianceMatrix } from '../numeric/covariance.js';
import { principalComponents, type NoComponents } from '../numeric/principal-components.js';
import {
  codeAt,
  countingChildren,
  countingLeaves,
  countingParents,
  nodeAt,
  valuesAt,
  type CountedTree,
} from './counted-tree.js';

/** Beside the variances of its parts, a sum whose variance is less than this is constant. */
const NEXT_TO_ZERO = 1e-12;

/** Of variances that add up to the number of columns. */
const ROUNDING = 1e-9;

/** A value, or the code and the numbers of why there is none. */
type Answer<T> =
  | { readonly value: T }
  | { readonly code: RefusalCode; readonly params: Readonly<Record<string, string | number | null>> };

/**
 * How far the parts of each parent measure one thing: its children, and where these are no indicators,
 * every indicator below as well.
 */
export function groupConsistency(tree: CountedTree): {
  readonly groups: readonly GroupConsistency[];
  readonly refusals: readonly AuditRefusal[];
} {
  const groups: GroupConsistency[] = [];
  const refusals: AuditRefusal[] = [];
  for (const parent of countingParents(tree)) {
    const children = countingChildren(tree, parent);
    look(tree, parent, 'children', children, groups, refusals);
    const deeper = children.some((child) => nodeAt(tree, child).leaf === null);
    if (deeper) look(tree, parent, 'indicators', countingLeaves(tree, parent), groups, refusals);
  }
  return { groups, refusals };
}

function look(
  tree: CountedTree,
  parent: number,
  of: GroupConsistency['of'],
  members: readonly number[],
  groups: GroupConsistency[],
  refusals: AuditRefusal[],
): void {
  const node = codeAt(tree, parent);
  const codes = members.map((member) => codeAt(tree, member));
  const columns = members.map((member) => valuesAt(tree, member));
  const answer = <T>(step: AuditStep, found: Answer<T>): T | null => {
    if ('value' in found) return found.value;
    refusals.push({ step, code: found.code, nodes: [node], params: { of, ...found.params } });
    return null;
  };
  groups.push({
    node,
    of,
    members: codes,
    alpha: answer('consistency', cronbachAlpha(columns)),
    components: answer('components', componentsOf(columns, codes)),
  });
}

/**
 * Cronbach's alpha, k / (k − 1) · (1 − Σ variances / variance of the sum), from the covariances of the
 * units that have both values (COINr's `get_cronbach`). 1 = all columns say the same; it can be negative.
 */
export function cronbachAlpha(columns: readonly Float64Array[]): Answer<number> {
  const count = columns.length;
  if (count < 2) return { code: 'SINGLE_CHILD', params: { members: count } };
  const matrix = covarianceMatrix(columns);
  let ofPairs = 0;
  let ofParts = 0;
  for (let at = 0; at < count; at += 1) {
    for (let other = 0; other <= at; other += 1) {
      const value = matrix[at]?.[other] ?? null;
      if (value === null) return whyNoCovariance(columns[at] as Float64Array, columns[other] as Float64Array);
      if (other === at) ofParts += value;
      else ofPairs += 2 * value;
    }
  }
  const ofAll = ofParts + ofPairs;
  if (!Number.isFinite(ofAll)) return { code: 'OUT_OF_RANGE', params: { members: count } };
  if (!(ofAll > NEXT_TO_ZERO * ofParts)) return { code: 'NO_SPREAD', params: { members: count } };
  return { value: ((count / (count - 1)) * ofPairs) / ofAll };
}

function whyNoCovariance(x: Float64Array, y: Float64Array): Answer<number> {
  const units = x.filter((value, u) => !Number.isNaN(value) && !Number.isNaN(y[u])).length;
  return { code: units < 2 ? 'TOO_FEW_VALUES' : 'OUT_OF_RANGE', params: { units, needed: 2 } };
}

function componentsOf(columns: readonly Float64Array[], codes: readonly string[]): Answer<GroupComponents> {
  const found = principalComponents(columns);
  if ('reason' in found) return whyNoComponents(found, codes);
  const { cases, shares, variances, loadings } = found;
  return {
    value: {
      cases,
      shares: [...shares],
      aboveOne: variances.filter((variance) => variance > 1 + ROUNDING).length,
      first: [...(loadings[0] as Float64Array)],
    },
  };
}

/** Why columns have no principal components, in the words of the audit. */
export function whyNoComponents(
  found: NoComponents,
  codes: readonly string[],
): { readonly code: RefusalCode; readonly params: Readonly<Record<string, string | number | null>> } {
  switch (found.reason) {
    case 'too_few_columns':
      return { code: 'SINGLE_CHILD', params: { members: found.columns } };
    case 'too_few_cases':
      return { code: 'TOO_FEW_CASES', params: { cases: found.cases, needed: found.needed } };
    case 'out_of_range':
      return { code: 'OUT_OF_RANGE', params: { member: codes[found.column] ?? null } };
    case 'no_spread':
    default:
      return { code: 'NO_SPREAD', params: { member: codes[found.column] ?? null } };
  }
}
