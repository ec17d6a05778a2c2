import type { Cell, Dataset } from '@dti-monitor/scoring';
import type { StoredResult } from './assessments.repository.js';

const STATUS_OF_STATE = { missing: 'O', not_applicable: 'M' } as const;

/** The leaves of a stored result as engine input, so that the explanation is worked out again, not remembered. */
export function traceInput({ unit, nodes }: StoredResult): Dataset {
  const parents = new Set(nodes.map((node) => node.parentCode));
  const cells = nodes
    .filter((node) => !parents.has(node.nodeCode))
    .map((node): Cell => {
      const about = { unit: unit.unitId, node: node.nodeCode };
      if (node.value !== null) return { ...about, value: node.value, status: 'A' };
      const status = STATUS_OF_STATE[node.state as keyof typeof STATUS_OF_STATE] ?? 'L';
      return { ...about, value: null, status };
    });
  return { units: [{ code: unit.unitId, group: unit.groupCode }], cells };
}
