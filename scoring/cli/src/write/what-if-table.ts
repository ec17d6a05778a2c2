import type { Perturbation, Standing } from '@dti-monitor/scoring';
import { decimalsOf } from './decimals.js';
import type { Table, TableValue } from './text-table.js';

/** Who is affected by a what-if, before and after; units that stay as they were are counted, not listed. */
export function whatIfTable({ before, changes, differences }: Perturbation): Table {
  const decimals = decimalsOf(before.recipe);
  const moved = differences.filter(({ before: was, after: is }) => differ(was, is));
  const rows = moved.map(({ unit, before: was, after: is, score, rank }): readonly TableValue[] => [
    unit,
    was?.score ?? null,
    is?.score ?? null,
    score,
    was?.rank ?? null,
    is?.rank ?? null,
    rank,
  ]);
  const made = changes.flatMap((change) =>
    change.kind === 'value'
      ? [`${change.element} of ${change.unit} = ${change.value ?? `none (${change.status ?? 'L'})`}`]
      : [],
  );
  const still = differences.length - moved.length;
  return {
    title: `What if: ${made.join('; ')}`,
    columns: [
      { heading: 'unit', key: 'unit' },
      { heading: 'score before', key: 'score_before', decimals },
      { heading: 'after', key: 'score_after', decimals },
      { heading: 'change', key: 'score_change', decimals },
      { heading: 'rank before', key: 'rank_before' },
      { heading: 'after', key: 'rank_after' },
      { heading: 'change', key: 'rank_change' },
    ],
    rows,
    notes: [`${still} of ${differences.length} units stay as they were.`],
  };
}

function differ(before: Standing | null, after: Standing | null): boolean {
  return before?.score !== after?.score || before?.rank !== after?.rank || before?.state !== after?.state;
}
