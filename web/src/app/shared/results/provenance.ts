import type { Source } from '../../api-client/models/source.js';
import type { UnitResult } from '../../api-client/models/unit-result.js';

/** Kinds of source that somebody else could check a figure against. */
const FIRST_HAND: readonly string[] = ['official', 'press'];

/** Rows with figures of which no official text and no newspaper is known: copies and recollection alone. */
export function restingOnCopies(
  rows: readonly UnitResult[],
  sources: readonly Source[],
): readonly UnitResult[] {
  const firstHand = new Set(sources.filter(({ kind }) => FIRST_HAND.includes(kind)).map(({ id }) => id));
  return rows.filter((row) => row.sourceIds.length > 0 && !row.sourceIds.some((id) => firstHand.has(id)));
}
