import type { Cell, Dataset, UnitResult } from '@dti-monitor/scoring';
import type { StoredResult } from './assessments.repository.js';

const STATUS_OF_STATE = { missing: 'O', not_applicable: 'M' } as const;

/**
 * The leaves of a stored result as engine input, so that the explanation is worked out again, not
 * remembered. One unit alone is ranked with nobody: its rank is a matter of all the others.
 */
export function traceInput({ unit, nodes }: StoredResult): Dataset {
  const parents = new Set(nodes.map((node) => node.parentCode));
  const cells = nodes
    .filter((node) => !parents.has(node.nodeCode))
    .map((node): Cell => {
      const about = { unit: unit.unitId, element: node.nodeCode };
      if (node.value !== null) return { ...about, value: node.value, status: 'A' };
      const status = STATUS_OF_STATE[node.state as keyof typeof STATUS_OF_STATE] ?? 'L';
      return { ...about, value: null, status };
    });
  return { units: [{ code: unit.unitId, group: null }], cells };
}

/**
 * The result that the steps are told of, with the rank that the unit had among all. A rank that was
 * published, or taken on a published total, did not come about by these steps and is not among them.
 */
export function ranked(recomputed: UnitResult, { unit }: StoredResult): UnitResult {
  const { computedRank, totalBasis, total, tied, groupCode } = unit;
  if (computedRank === null || total === null || totalBasis !== 'computed') return recomputed;
  return { ...recomputed, group: groupCode, rank: { rank: computedRank, tied, compared: total } };
}
