import type { UnitHistoryEntry } from '../../api-client/models/unit-history-entry.js';

/** One bar of a waterfall from 0 to the total. */
export interface ContributionRow {
  readonly label: string;
  /** part: a scored index; rest: what the parts not collected must have added; total: the sum. */
  readonly kind: 'part' | 'not_collected' | 'rest' | 'total';
  /** Where the bar begins. */
  readonly from: number;
  /** What it adds; null when it was not collected. */
  readonly value: number | null;
  /** What it could have added beyond that; null where that is not known or makes no sense. */
  readonly lost: number | null;
}

export interface ContributionWords {
  readonly name: (node: { readonly nameVi: string; readonly nameEn: string }) => string;
  readonly rest: string;
  readonly total: string;
}

/**
 * The main indices of a result as a waterfall: those known in the method's order, those not
 * collected, the rest that these must have added together (published total less the known), and
 * the total. Empty when the framework has no parts, or nothing of them is known.
 */
export function contributionRows(
  entry: UnitHistoryEntry,
  words: ContributionWords,
): readonly ContributionRow[] {
  const parts = entry.nodes
    .filter((node) => node.depth === 1 && node.scored)
    .map((node) => ({ node, result: entry.result.nodes.find((result) => result.code === node.code) }));
  const known = parts.flatMap(({ node, result }) =>
    result?.value == null ? [] : [{ node, result, value: result.value }],
  );
  if (known.length === 0) return [];
  let from = 0;
  const rows: ContributionRow[] = known.map(({ node, result, value: ratio }) => {
    // Where a part is missing the engine computes no total, and so no contribution to one.
    const value = result.contribution ?? ratio * result.weightAsked;
    const row: ContributionRow = {
      label: words.name(node),
      kind: 'part',
      from,
      value,
      lost: Math.max(0, result.weightAsked - value),
    };
    from += value;
    return row;
  });
  const unknown = parts.filter(({ result }) => result?.value == null);
  for (const { node } of unknown) {
    rows.push({ label: words.name(node), kind: 'not_collected', from, value: null, lost: null });
  }
  const total = entry.result.total;
  if (total === null) return rows;
  if (unknown.length > 0 && total > from) {
    rows.push({ label: words.rest, kind: 'rest', from, value: total - from, lost: null });
  }
  return [...rows, { label: words.total, kind: 'total', from: 0, value: total, lost: null }];
}

/** The known index that adds most, and the one that leaves most on the table. */
export function strongestAndWeakest(rows: readonly ContributionRow[]): {
  readonly strongest: ContributionRow;
  readonly weakest: ContributionRow;
} | null {
  const parts = rows.filter((row) => row.kind === 'part');
  const share = (row: ContributionRow): number =>
    (row.value ?? 0) / ((row.value ?? 0) + (row.lost ?? 0) || 1);
  const sorted = [...parts].sort((a, b) => share(b) - share(a));
  const strongest = sorted[0];
  const weakest = sorted.at(-1);
  return strongest && weakest && strongest !== weakest ? { strongest, weakest } : null;
}
