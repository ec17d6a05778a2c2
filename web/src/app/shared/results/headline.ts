import type { Ranking } from '../../api-client/models/ranking.js';
import type { Wording } from '../language/wording.js';
import { coverageText, isComplete, levelNoun, withTotal } from './results.js';

/**
 * The answer of a ranking in one sentence: who leads with what and where the middle half lies; or,
 * where only some have figures, who leads among those; or that there are none.
 */
export function rankingHeadline(ranking: Ranking, wording: Wording): string {
  const { t, formats } = wording;
  const noun = t(levelNoun(ranking.group.level));
  const leaders = ranking.rows.filter((row) => row.rank === 1);
  const first = leaders[0] ?? withTotal(ranking.rows)[0];
  const names = (leaders.length > 0 ? leaders : first ? [first] : []).map(wording.unitName).join(', ');
  if (!first || first.total === null) {
    return first ? t('headline.rankOnly', { names, noun }) : t('headline.none', { noun });
  }
  const total = formats.ratio(first.total);
  if (ranking.regionId !== null) return regionHeadline(ranking, wording);
  const { q1, q3 } = ranking.statistics;
  if (!isComplete(ranking.group) || q1 === null || q3 === null) {
    return t('headline.partial', { names, total, noun, coverage: coverageText(ranking.group) });
  }
  return t('headline.full', { names, total, noun, q1: formats.fixed(q1, 2), q3: formats.fixed(q3, 2) });
}

/** Within one region the ranks stay those of the whole group; the first row is its best. */
function regionHeadline(ranking: Ranking, { t, formats, unitName }: Wording): string {
  const best = withTotal(ranking.rows)[0];
  if (!best) return t('headline.none', { noun: t(levelNoun(ranking.group.level)) });
  return t('headline.region', {
    name: unitName(best),
    total: formats.ratio(best.total),
    rank: best.rank ?? '–',
    median: formats.ratio(ranking.statistics.median ?? best.total),
  });
}
