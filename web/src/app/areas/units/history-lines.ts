import type { UnitHistory } from '../../api-client/models/unit-history.js';
import type { UnitHistoryEntry } from '../../api-client/models/unit-history-entry.js';

/** One edition's result of one unit, as far as a line over the years needs it. */
export interface HistoryPoint {
  readonly year: number;
  /** The code of the framework: what tells two of them apart. */
  readonly framework: string;
  readonly frameworkNameVi: string;
  readonly frameworkNameEn: string;
  readonly total: number | null;
  readonly rank: number | null;
  /** How many units the group has, or has listed. */
  readonly groupSize: number | null;
  readonly median: number | null;
}

export interface HistoryLine {
  readonly unitId: string;
  readonly name: string;
  /** True for the unit itself, false for a unit it was made of. */
  readonly own: boolean;
  readonly points: readonly HistoryPoint[];
}

/** The unit's own line first, then one for each predecessor that has results; none is computed across a merger. */
export function historyLines(
  history: Omit<UnitHistory, 'dataSet' | 'sample'>,
  name: string,
  predecessorName: (unit: { readonly nameVi: string; readonly nameEn: string }) => string,
): readonly HistoryLine[] {
  const lines: readonly HistoryLine[] = [
    { unitId: history.unitId, name, own: true, points: pointsOf(history.entries) },
    // A renaming is recorded as a succession too; it is the same unit and the same line.
    ...history.predecessors
      .filter((unit) => unit.unitId !== history.unitId)
      .map((unit) => ({
        unitId: unit.unitId,
        name: predecessorName(unit),
        own: false,
        points: pointsOf(unit.entries),
      })),
  ];
  return lines.filter((line) => line.points.length > 0);
}

/** How many results there are in all; one alone is no history. */
export function pointCount(lines: readonly HistoryLine[]): number {
  return lines.reduce((count, line) => count + line.points.length, 0);
}

function pointsOf(entries: readonly UnitHistoryEntry[]): readonly HistoryPoint[] {
  return entries
    .filter(({ result }) => result.total !== null || result.rank !== null)
    .map((entry) => ({
      year: Number(entry.period),
      framework: entry.frameworkVersion,
      frameworkNameVi: entry.frameworkNameVi,
      frameworkNameEn: entry.frameworkNameEn,
      total: entry.result.total,
      rank: entry.result.rank,
      groupSize: entry.groupExpected ?? entry.statistics.count,
      median: entry.statistics.median,
    }));
}
