import type { Bridge } from '../../api-client/models/bridge.js';
import type { BridgeStanding } from '../../api-client/models/bridge-standing.js';
import type { BridgedUnit } from '../../api-client/models/bridged-unit.js';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import type { ChartTable } from '../../shared/charts/chart-table.js';
import type { Wording } from '../../shared/language/wording.js';
import type { LoadState } from '../../shared/loading/loaded.js';
import type { BridgeBar } from './bridge-chart-options.js';

/** Units that both versions give a score, for the chart; the others are in the table alone. */
export function bridgeBars({ units }: Bridge, { name }: Wording): readonly BridgeBar[] {
  return units.flatMap((unit) => {
    const [before, after] = [unit.before?.score ?? null, unit.after?.score ?? null];
    return before === null || after === null ? [] : [{ id: unit.unitId, name: name(unit), before, after }];
  });
}

/** Each unit's score and rank under both, with the differences; what has no score says why. */
export function bridgeTable(bridge: Bridge, wording: Wording): ChartTable {
  const { t, formats, name } = wording;
  return {
    columns: [
      { label: t('word.unit') },
      { label: t('methodology.bridge.scoreBefore'), number: true },
      { label: t('methodology.bridge.scoreAfter'), number: true },
      { label: t('methodology.bridge.difference'), number: true },
      { label: t('methodology.bridge.rankBefore'), number: true },
      { label: t('methodology.bridge.rankAfter'), number: true },
      { label: t('methodology.bridge.rankDifference'), number: true },
    ],
    rows: bridge.units.map((unit) => [
      name(unit),
      scoreText(unit.before, wording),
      scoreText(unit.after, wording),
      unit.scoreDifference === null ? '' : formats.signed(unit.scoreDifference, 4),
      rankText(unit.before, wording),
      rankText(unit.after, wording),
      unit.rankDifference === null ? '' : placesText(unit, wording),
    ]),
  };
}

function scoreText(standing: BridgeStanding | null, { t, formats }: Wording): string {
  if (standing === null) return '–';
  return standing.score === null ? t(`state.${standing.state}`) : formats.ratio(standing.score);
}

function rankText(standing: BridgeStanding | null, { formats }: Wording): string {
  return standing?.rank == null ? '–' : formats.number(standing.rank, 1);
}

/** A rise in rank is a smaller number: said as places, up with a plus. */
function placesText({ rankDifference }: BridgedUnit, { formats }: Wording): string {
  return formats.signed(-(rankDifference ?? 0), 0);
}

/** A period without figures is nothing to show, and no failure. */
export function bridgeState(state: LoadState<Bridge>): LoadState<Bridge> {
  return state.status === 'failed' && state.failure.code === 'NOTHING_TO_SCORE' ? { status: 'empty' } : state;
}

/** What the change of method does, in one sentence. */
export function bridgeFinding(bridge: Bridge, { t, formats }: Wording): string {
  const { scoredByBoth, meanDifference, period } = bridge;
  if (scoredByBoth === 0 || meanDifference === null) return t('methodology.bridge.none', { period });
  const moved = bridge.units.filter(({ rankDifference }) => (rankDifference ?? 0) !== 0).length;
  return t('methodology.bridge.finding', {
    period,
    moved,
    count: scoredByBoth,
    mean: formats.signed(meanDifference, 4),
  });
}

/** Years that either version measures, up to this one, the newest first. */
export function bridgeYears(
  versions: readonly Pick<FrameworkVersionSummary, 'periodFrom' | 'periodTo'>[],
  thisYear: number,
): readonly string[] {
  const from = Math.min(...versions.map(({ periodFrom }) => Number(periodFrom)));
  const to = Math.max(...versions.map(({ periodTo }) => Number(periodTo ?? thisYear)));
  const last = Math.min(to, thisYear);
  return Array.from({ length: Math.max(0, last - from + 1) }, (_, back) => String(last - back));
}
