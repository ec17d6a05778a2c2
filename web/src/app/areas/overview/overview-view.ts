import type { Edition } from '../../api-client/models/edition.js';
import type { Ranking } from '../../api-client/models/ranking.js';
import type { UnitResult } from '../../api-client/models/unit-result.js';
import type { ChartTable } from '../../shared/charts/chart-table.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';
import {
  byRegion,
  isComplete,
  levelNoun,
  medianOf,
  type ScoredResult,
  withTotal,
} from '../../shared/results/results.js';
import { spreadTiles, type Tile } from '../../shared/results/stat-tiles.js';
import type { DotsRow } from './overview-chart-options.js';
import type { EndsRow } from './ui/ends-list.js';

const ENDS = 5;

/** The four numbers of the page: the nation's value if there is one, then the group's. */
export function tilesOf(edition: Edition, ranking: Ranking, wording: Wording): readonly Tile[] {
  const { t, formats } = wording;
  const { nationalValue, nationalDecimals } = edition;
  return [
    {
      label: t('overview.tile.nation'),
      value: nationalValue === null ? '–' : formats.fixed(nationalValue, nationalDecimals ?? 4),
      note: t(nationNote(edition)),
    },
    ...spreadTiles(ranking, wording),
  ];
}

function nationNote({ nationalValue, kind }: Edition): TextKey {
  if (nationalValue === null) return 'state.not_collected';
  return kind === 'computed' ? 'overview.tile.nationComputed' : 'overview.tile.nationNote';
}

export interface Ends {
  /** How far the first and the last lie apart. */
  readonly finding: string;
  readonly first: readonly EndsRow[];
  readonly last: readonly EndsRow[];
  readonly between: string;
}

/** The first and the last five; a list of ten or fewer is shown whole. */
export function endsOf(ranking: Ranking, wording: Wording): Ends {
  const scored = withTotal(ranking.rows);
  const row = endsRow(ranking, wording);
  const finding = gapFinding(scored, wording);
  if (scored.length <= ENDS * 2) return { finding, first: scored.map(row), last: [], between: '' };
  return {
    finding,
    first: scored.slice(0, ENDS).map(row),
    last: scored.slice(-ENDS).map(row),
    between: wording.t('overview.between', {
      count: scored.length - ENDS * 2,
      noun: wording.t(levelNoun(ranking.group.level)),
    }),
  };
}

function gapFinding(scored: readonly ScoredResult[], { t, formats, unitName }: Wording): string {
  const first = scored[0];
  const last = scored.at(-1);
  if (!first || !last || first === last) return t('overview.ends.plain');
  return t('overview.ends.finding', {
    first: unitName(first),
    last: unitName(last),
    gap: formats.ratio(first.total - last.total),
  });
}

function endsRow(ranking: Ranking, wording: Wording): (row: ScoredResult) => EndsRow {
  const { unitName, formats } = wording;
  return (row) => ({
    unitId: row.unitId,
    rank: row.rank === null ? '–' : String(row.rank),
    name: unitName(row),
    note: regionNameOf(ranking, row, wording),
    total: row.total,
    written: formats.ratio(row.total),
  });
}

function regionNameOf(ranking: Ranking, row: UnitResult, wording: Wording): string {
  const region = ranking.regions.find(({ id }) => id === row.regionId);
  return region ? wording.name(region) : '';
}

/** The whole group first, then its regions by their median. */
export function dotsRowsOf(ranking: Ranking, wording: Wording): readonly DotsRow[] {
  const dot = (row: ScoredResult): DotsRow['dots'][number] => ({
    id: row.unitId,
    name: wording.unitName(row),
    value: row.total,
  });
  const all = withTotal(ranking.rows);
  const median = medianOf(all.map((row) => row.total));
  const regions = byRegion(ranking.rows, ranking.regions).map((one) => ({
    label: wording.name(one.region),
    median: one.median,
    dots: one.rows.map(dot),
  }));
  if (median === null) return [];
  return [{ label: wording.t('overview.wholeCountry'), median, dots: all.map(dot) }, ...regions];
}

/** "Vùng A có trung vị cao nhất (0,6326), vùng B thấp nhất (0,5406)"; rows as `dotsRowsOf` gives them. No comparison of regions while units are missing. */
export function regionFinding(ranking: Ranking, rows: readonly DotsRow[], { t, formats }: Wording): string {
  if (!isComplete(ranking.group)) return t('overview.dots.partial', { count: ranking.statistics.count });
  const highest = rows[1];
  const lowest = rows.at(-1);
  if (!highest || !lowest || highest === lowest) return t('overview.dots.plain');
  return t('overview.dots.finding', {
    highest: highest.label,
    high: formats.ratio(highest.median),
    lowest: lowest.label,
    low: formats.ratio(lowest.median),
  });
}

/** Half of the units reach the median; while units are missing, half of those with figures. */
export function mapFinding(ranking: Ranking, { t, formats }: Wording): string {
  const { median, count } = ranking.statistics;
  if (median === null) return t('chart.noData');
  const value = formats.ratio(median);
  return isComplete(ranking.group)
    ? t('overview.map.finding', { value })
    : t('overview.map.partial', { value, count });
}

export function dotsTable(rows: readonly DotsRow[], { t, formats }: Wording): ChartTable {
  return {
    columns: [
      { label: t('word.region') },
      { label: t('overview.dots.count'), number: true },
      { label: t('word.lowest'), number: true },
      { label: t('word.median'), number: true },
      { label: t('word.highest'), number: true },
    ],
    rows: rows.map((row) => {
      const values = row.dots.map((dot) => dot.value);
      return [
        row.label,
        String(values.length),
        formats.ratio(Math.min(...values)),
        formats.ratio(row.median),
        formats.ratio(Math.max(...values)),
      ];
    }),
  };
}
