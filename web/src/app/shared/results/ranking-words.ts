import type { Ranking } from '../../api-client/models/ranking.js';
import type { ChartTable } from '../charts/chart-table.js';
import type { LanguageCode } from '../language/text-key.js';
import type { Wording } from '../language/wording.js';
import { levelNoun } from './results.js';

/** What a ranking speaks of: edition, publication, basis, framework. */
export function rankingContext(ranking: Ranking, wording: Wording, language: LanguageCode): string {
  const { t, formats } = wording;
  return [
    titleOf(ranking, wording, language),
    ...(ranking.publishedOn === null
      ? []
      : [t('edition.publishedOn', { date: formats.date(ranking.publishedOn) })]),
    basisOf(ranking, wording),
    ranking.legalBasis,
  ].join(' · ');
}

/** What stands under a chart: where its figures come from, and for which period. */
export function sourceLine(ranking: Ranking, wording: Wording, language: LanguageCode): string {
  return `${titleOf(ranking, wording, language)} (${basisOf(ranking, wording)})`;
}

function titleOf(ranking: Ranking, { t }: Wording, language: LanguageCode): string {
  const title = language === 'en' ? ranking.editionTitleEn : ranking.editionTitleVi;
  return title ?? t('ranking.unpublished', { period: ranking.period });
}

/** "As published" of results that are not published would contradict itself. */
function basisOf(ranking: Ranking, { t }: Wording): string {
  const unpublished = ranking.editionCode === null && ranking.basis === 'as_published';
  return unpublished ? t('ranking.byPublished') : t(`basis.${ranking.basis}`);
}

/** Rank, unit, region and total of every row: the table behind bars and map. */
export function resultsTable(ranking: Ranking, wording: Wording): ChartTable {
  const { t, formats } = wording;
  const regions = new Map(ranking.regions.map((region) => [region.id, wording.name(region)]));
  const withRegions = ranking.regions.length > 0;
  return {
    columns: [
      { label: t('word.unit') },
      ...(withRegions ? [{ label: t('word.region') }] : []),
      { label: t('word.rank'), number: true },
      { label: t('word.total'), number: true },
    ],
    rows: ranking.rows.map((row) => [
      wording.unitName(row),
      ...(withRegions ? [regions.get(row.regionId ?? '') ?? '–'] : []),
      row.rank === null ? '–' : String(row.rank),
      row.total === null ? t(`state.${row.state}`) : formats.ratio(row.total),
    ]),
  };
}

/** "63 tỉnh, thành phố" of the group, by how many it should have. */
export function groupSize(ranking: Ranking, { t }: Wording): string {
  return `${ranking.group.expected ?? ranking.group.listed} ${t(levelNoun(ranking.group.level))}`;
}
