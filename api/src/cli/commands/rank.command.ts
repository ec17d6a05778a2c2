import type { Command } from 'commander';
import { OFFICIAL } from '../../platform/http/data-set.js';
import type { RankingDto } from '../../features/rankings/ranking.dto.js';
import { RankingsService } from '../../features/rankings/rankings.service.js';
import { rankingCsv } from '../../features/rankings/ranking-table.js';
import { write, type CliContext } from '../context.js';
import { ratio, table } from '../print.js';
import { withService } from '../session.js';

interface Options {
  edition?: string;
  assessment?: string;
  group?: string;
  dataSet: string;
  region?: string;
  json?: boolean;
  csv?: boolean;
}

export function rankCommand(program: Command, context: CliContext): void {
  program
    .command('rank')
    .description('Print the ranking of a group; of the latest published edition when none is named.')
    .option('-e, --edition <code>', 'edition, e.g. dti-2022')
    .option('-a, --assessment <id>', 'an assessment instead of an edition')
    .option('-d, --data-set <code>', 'whose latest edition, where none is named', OFFICIAL)
    .option('-g, --group <code>', 'peer group, e.g. province_63; the first when absent')
    .option('-r, --region <id>', 'only the units of a region, e.g. red-river-delta')
    .option('--csv', 'print CSV')
    .option('--json', 'print JSON')
    .action(async ({ json, csv, ...query }: Options) => {
      const ranking = await withService(context, RankingsService, (service) => service.ranking(query));
      write(json, ranking, () => (csv === true ? rankingCsv(ranking, 'vi').trimEnd() : rankingText(ranking)));
    });
}

function rankingText(ranking: RankingDto): string {
  const { group } = ranking;
  const rows = ranking.rows
    .filter((row) => row.rank !== null || row.total !== null)
    .map((row) => [
      row.rank === null ? '–' : `${row.rank}${row.tied ? '=' : ''}`,
      row.nameVi,
      ratio(row.total),
      ratio(row.computedTotal),
      row.agrees === false ? (row.difference ?? 0).toFixed(4) : '',
    ]);
  const without = ranking.rows.length - rows.length;
  return [
    ...(ranking.sample ? ['DỮ LIỆU MẪU / SAMPLE DATA: none of these figures is real.'] : []),
    `${ranking.editionTitleVi ?? `Assessment ${ranking.assessmentId}`}: ${group.nameVi}`,
    `${ranking.legalBasis}; ${ranking.basis}; ${group.withTotal} of ${group.expected ?? '?'} units with a total`,
    '',
    table(['rank', 'unit', 'total', 'recomputed', 'difference'], rows, [0, 2, 3, 4]),
    ...(without > 0 ? [`${without} units without figures`] : []),
  ].join('\n');
}
