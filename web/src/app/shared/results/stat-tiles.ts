import type { Ranking } from '../../api-client/models/ranking.js';
import type { Wording } from '../language/wording.js';
import { coverageText, isComplete, levelNoun, withTotal } from './results.js';

/** One number with its name and its comparison. */
export interface Tile {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/**
 * Mean with median, highest and lowest of the totals in a list, with who holds them. While units of the group
 * are missing the lowest is that of the known ones: those not known are seldom the better ones.
 */
export function spreadTiles(ranking: Ranking, wording: Wording): readonly Tile[] {
  const { t, formats } = wording;
  const { statistics } = ranking;
  const noun = t(levelNoun(ranking.group.level));
  const ratio = (value: number | null): string => (value === null ? '–' : formats.ratio(value));
  const holders = (value: number | null): string =>
    withTotal(ranking.rows)
      .filter((row) => row.total === value)
      .map(wording.unitName)
      .join(', ');
  return [
    {
      label: t('tile.mean', { count: statistics.count, noun }),
      value: ratio(statistics.mean),
      note: t('tile.median', { value: ratio(statistics.median) }),
    },
    { label: t('word.highest'), value: ratio(statistics.highest), note: holders(statistics.highest) },
    {
      label:
        statistics.count === 0 || isComplete(ranking.group)
          ? t('word.lowest')
          : t('tile.lowestOf', { count: statistics.count, noun }),
      value: ratio(statistics.lowest),
      note: holders(statistics.lowest),
    },
  ];
}

/** How many of the group's units have a total. */
export function coverageTile(ranking: Ranking, { t }: Wording): Tile {
  return {
    label: t('tile.coverage'),
    value: coverageText(ranking.group),
    note: t(levelNoun(ranking.group.level)),
  };
}
