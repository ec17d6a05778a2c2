import type { Wording } from '../../shared/language/wording.js';
import type { HistoryLine, HistoryPoint } from './history-lines.js';

/**
 * What a history says, in one sentence: change within one framework, two values side by side where
 * the framework changed between them, a single value, or the span of the predecessors' last values.
 */
export function historyFinding(
  lines: readonly HistoryLine[],
  measure: 'total' | 'rank',
  wording: Wording,
): string {
  const own = lines.find((line) => line.own);
  return capitalised(own ? ownFinding(own, measure, wording) : predecessorFinding(lines, measure, wording));
}

function ownFinding(own: HistoryLine, measure: 'total' | 'rank', wording: Wording): string {
  const known = own.points.filter((point) => point[measure] !== null);
  const last = known.at(-1);
  const before = known.at(-2);
  if (!last) return wording.t('unit.history.none');
  const now = { value: written(last, measure, wording), period: last.year };
  if (!before) return wording.t('unit.history.one', now);
  const both = { ...now, before: written(before, measure, wording), from: before.year };
  if (before.framework !== last.framework) return wording.t('unit.history.incomparable', both);
  return wording.t('unit.history.change', both);
}

function predecessorFinding(
  lines: readonly HistoryLine[],
  measure: 'total' | 'rank',
  wording: Wording,
): string {
  const year = Math.max(...lines.flatMap((line) => line.points.map((point) => point.year)));
  const last = lines
    .flatMap((line) =>
      line.points
        .filter((point) => point.year === year && point[measure] !== null)
        .map((point) => ({ line, point })),
    )
    .sort((a, b) => best(a.point, measure) - best(b.point, measure));
  const [first] = last;
  const end = last.at(-1);
  if (!first || !end) return wording.t('unit.history.none');
  if (first === end)
    return wording.t('unit.history.onePredecessor', {
      name: first.line.name,
      value: written(first.point, measure, wording),
      period: year,
    });
  return wording.t('unit.history.predecessors', {
    period: year,
    first: first.line.name,
    high: written(first.point, measure, wording),
    last: end.line.name,
    low: written(end.point, measure, wording),
  });
}

/** A sentence may begin with a rank ("hạng 2 …"). */
function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Smaller is better: a rank as it is, a total turned round. */
function best(point: HistoryPoint, measure: 'total' | 'rank'): number {
  const value = point[measure] ?? 0;
  return measure === 'rank' ? value : -value;
}

function written(point: HistoryPoint, measure: 'total' | 'rank', { t, formats }: Wording): string {
  const value = point[measure] ?? 0;
  return measure === 'rank' ? t('unit.history.rank', { rank: value }) : formats.ratio(value);
}
