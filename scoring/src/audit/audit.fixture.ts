import type { Audit, AuditOptions, WeightAid, WeightProposal } from '../model/audit.js';
import type { DataColumn, Dataset } from '../model/dataset.js';
import type { Framework, FrameworkNode, Method } from '../model/framework.js';
import { audit } from './audit.js';
import { proposeWeights } from './propose-weights.js';

export const GAP = null;

/** Values as they are, equal weights, gaps shared by the siblings: every result is a small number. */
const AS_THEY_ARE: Method = {
  normalise: { method: 'goalposts', from: 0, upTo: 1, clamp: 'keep' },
  weights: { method: 'equal' },
  aggregation: { method: 'arithmetic' },
  missing: 'reweight',
  notApplicable: 'reweight',
  rank: { method: 'competition', decimals: null, rounding: 'half_up_decimal', direction: 'descending' },
};

/** A tree from its shape: a code for an indicator, a code with children for a parent. */
export type Shape = string | FrameworkNode | readonly [code: string, children: readonly Shape[]];

export function framework(children: readonly Shape[], method: Partial<Method> = {}): Framework {
  return { code: 'f', method: { ...AS_THEY_ARE, ...method }, root: node(['index', children]) };
}

function node(shape: Shape): FrameworkNode {
  if (typeof shape === 'string') return { code: shape };
  if (!Array.isArray(shape)) return shape as FrameworkNode;
  const [code, children] = shape as readonly [string, readonly Shape[]];
  return { code, children: children.map(node) };
}

export function dataset(columns: Readonly<Record<string, DataColumn['values']>>): Dataset {
  const size = Object.values(columns)[0]?.length ?? 0;
  return {
    units: Array.from({ length: size }, (_, u) => ({ code: `u${u + 1}`, group: 'g' })),
    columns: Object.entries(columns).map(([element, values]) => ({ element, values })),
  };
}

export function audited(of: Framework, data: Dataset, options?: AuditOptions): Audit {
  const outcome = audit(of, data, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

export function proposed(of: Framework, data: Dataset, aid: WeightAid): WeightProposal {
  const outcome = proposeWeights(of, data, aid);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/**
 * Four units on three directions at right angles: a = h₁ + h₂, b = h₁ + h₃, c = h₁. So a and b correlate
 * by 1/2, each of them with c by √½.
 */
export const ORTHOGONAL = { a: [2, 0, 0, -2], b: [2, 0, -2, 0], c: [1, 1, -1, -1] };
