import type { RankingDto } from '../../api/src/features/rankings/ranking.dto.ts';
import { readPublishedTable, type PublishedRow } from '../seeds/published-table.ts';
import type { ServedApplication } from '../support/served-application.ts';

export type RankingRow = RankingDto['rows'][number];

/** A published row beside what the product says of the same unit. */
export interface Pair {
  readonly unit: string;
  readonly published: PublishedRow;
  readonly shown: RankingRow;
}

/** Names that published tables use and rosters of the day do not. */
const WRITTEN: Readonly<Record<string, string>> = { Huế: 'Thừa Thiên Huế', 'Hồ Chí Minh': 'TP. Hồ Chí Minh' };

/** A figure as a whole number of ten-thousandths, in which decimals are exact: `0.4874` is 4874. */
export function tenThousandths(figure: string): number {
  const [whole = '0', decimals = ''] = figure.split('.');
  if (!/^\d+$/.test(whole) || !/^\d{0,4}$/.test(decimals))
    throw new Error(`no figure of four decimals: ${figure}`);
  return Number(whole) * 10_000 + Number(decimals.padEnd(4, '0'));
}

export async function rankingOf(served: ServedApplication, query: string): Promise<RankingDto> {
  const answer = await served.ask(`/rankings?${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<RankingDto>();
}

/** Sets every row of a published table beside the row of the ranking. */
export function pairs(path: string, ranking: RankingDto, group?: string): readonly Pair[] {
  const { rows } = readPublishedTable(path);
  return rows
    .filter((row) => group === undefined || row['group'] === group)
    .map((published) => {
      const unit = published['unit'] ?? '';
      const names = [unit, WRITTEN[unit]];
      const shown = ranking.rows.find((row) => names.includes(row.shortNameVi) || names.includes(row.nameVi));
      if (shown === undefined) throw new Error(`${unit} is not in the ranking`);
      return { unit, published, shown };
    });
}

/** Standard competition ranks of whole numbers, highest first: 1, 2, 2, 4. */
export function competitionRanks(values: readonly number[]): readonly number[] {
  return values.map((value) => values.filter((other) => other > value).length + 1);
}
