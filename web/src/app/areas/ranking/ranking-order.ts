import type { UnitResult } from '../../api-client/models/unit-result.js';
import type { Wording } from '../../shared/language/wording.js';

/** What the table is ordered by: the rank, the unit's name, or the value of one main index. */
export type RankingOrder = 'rank' | 'name' | `node:${string}`;

/** An order from the address; anything else is the rank. */
export function orderOf(text: string | undefined): RankingOrder {
  if (text === 'name') return 'name';
  return text?.startsWith('node:') ? (text as `node:${string}`) : 'rank';
}

/**
 * Rows in an order. Names follow the Vietnamese alphabet; values go from high to low with those
 * not collected last, never among the zeros; equal ones keep the order of the ranking.
 */
export function inOrder(
  rows: readonly UnitResult[],
  order: RankingOrder,
  wording: Wording,
): readonly UnitResult[] {
  if (order === 'rank') return rows;
  if (order === 'name') {
    return [...rows].sort((a, b) => wording.formats.compare(wording.unitName(a), wording.unitName(b)));
  }
  const value = (row: UnitResult): number => nodeOf(row, order.slice('node:'.length))?.value ?? -Infinity;
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    return left === right ? 0 : right - left;
  });
}

/** A unit's result on one node; undefined where the framework of the row has no such node. */
export function nodeOf(row: UnitResult, code: string): UnitResult['nodes'][number] | undefined {
  return row.nodes.find((node) => node.code === code);
}
