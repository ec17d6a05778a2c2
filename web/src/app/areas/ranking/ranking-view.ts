import type { Ranking } from '../../api-client/models/ranking.js';
import type { Translate } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';
import { byRegion, coverageText, isComplete, withTotal } from '../../shared/results/results.js';
import type { SegmentedChoice } from '../../shared/ui/segmented.js';
import type { RankedBar } from './ranking-chart-options.js';

export type RankingView = 'table' | 'bars' | 'map';

/** The view an address asks for, as far as the ranking can be shown so; the table otherwise. */
export function viewOf(text: string | undefined, ranking: Ranking | null): RankingView {
  if (text === 'bars') return 'bars';
  return text === 'map' && (ranking === null || hasMap(ranking)) ? 'map' : 'table';
}

/** Provinces have a place on the map; ministries have not. */
function hasMap(ranking: Ranking): boolean {
  return ranking.group.level === 'province';
}

export function viewsFor(ranking: Ranking | null, t: Translate): readonly SegmentedChoice[] {
  const views: readonly SegmentedChoice[] = [
    { value: 'table', label: t('ranking.view.table'), icon: 'table' },
    { value: 'bars', label: t('ranking.view.bars'), icon: 'bars' },
    { value: 'map', label: t('ranking.view.map'), icon: 'map' },
  ];
  return ranking === null || hasMap(ranking) ? views : views.slice(0, 2);
}

/** The groups of the edition, each with how many of its units have a total. */
export function groupChoices(ranking: Ranking | null, { t, name }: Wording): readonly SegmentedChoice[] {
  // The nation is one value over time and is not ranked (requirement D2).
  return (ranking?.groups ?? [])
    .filter(({ level }) => level !== 'nation')
    .map((group) => ({
      value: group.code,
      label: group.level === 'province' ? t('level.province') : name(group),
      note: coverageText(group),
    }));
}

export function rankedBars(ranking: Ranking, { unitName }: Wording): readonly RankedBar[] {
  return withTotal(ranking.rows).map((row) => ({
    id: row.unitId,
    name: unitName(row),
    rank: row.rank,
    total: row.total,
  }));
}

export function meanOf(
  ranking: Ranking,
  { t, formats }: Wording,
): { readonly value: number; readonly label: string } | null {
  const { mean } = ranking.statistics;
  return mean === null ? null : { value: mean, label: t('ranking.mean', { value: formats.ratio(mean) }) };
}

/** How many lie above the mean. */
export function barsFinding(ranking: Ranking, { t }: Wording): string {
  const scored = withTotal(ranking.rows);
  const mean = ranking.statistics.mean;
  if (mean === null) return t('ranking.bars.none');
  const above = scored.filter((row) => row.total >= mean).length;
  return t('ranking.bars.finding', { above, count: scored.length });
}

/** Which region's median is highest and which lowest; while units are missing, only how many are known. */
export function mapFinding(ranking: Ranking, { t, formats, name }: Wording): string {
  if (ranking.regionId === null && !isComplete(ranking.group)) {
    return t('ranking.map.partial', { coverage: coverageText(ranking.group) });
  }
  const regions = byRegion(ranking.rows, ranking.regions);
  const [highest] = regions;
  const lowest = regions.at(-1);
  if (!highest || !lowest) return t('ranking.map.none');
  if (highest === lowest) {
    return t('ranking.map.one', {
      region: name(highest.region),
      count: highest.rows.length,
      median: formats.ratio(highest.median),
    });
  }
  return t('ranking.map.finding', { highest: name(highest.region), lowest: name(lowest.region) });
}
