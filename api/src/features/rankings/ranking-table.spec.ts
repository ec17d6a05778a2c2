import { describe, expect, it } from '@jest/globals';
import type { RankingDto } from './ranking.dto.js';
import { rankingCsv, rankingRows } from './ranking-table.js';

type Row = RankingDto['rows'][number];

function row(own: Partial<Row>): Row {
  return {
    unitId: 'hue',
    nameVi: 'Thừa Thiên Huế',
    shortNameVi: 'Huế',
    nameEn: 'Thua Thien Hue',
    regionId: 'coast',
    groupCode: 'province_63',
    state: 'scored',
    total: 0.4097,
    totalBasis: 'published',
    publishedTotal: 0.4097,
    computedTotal: 0.40965,
    difference: 0,
    agrees: true,
    rank: 2,
    rankBasis: 'published',
    publishedRank: 2,
    computedRank: 2,
    tied: false,
    coverage: 1,
    band: null,
    confidence: 'high',
    sourceIds: ['press', 'copy'],
    nodes: [],
    checks: [],
    ...own,
  };
}

/** As much of a ranking as its table shows. */
function ranking(rows: readonly Row[]): RankingDto {
  return {
    period: '2020',
    dataSet: 'official',
    regions: [{ id: 'coast', nameVi: 'Duyên hải', nameEn: 'Coast' }],
    nodes: [{ code: 'dti.economy', nameVi: 'Kinh tế số', nameEn: 'Digital economy' }],
    rows,
  } as unknown as RankingDto;
}

describe('the table of a ranking', () => {
  it('has a heading and a row for each unit in the language asked for, numbers unrounded', () => {
    const node = { code: 'dti.economy', value: 0.304 } as Row['nodes'][number];
    expect(rankingRows(ranking([row({ nodes: [node] })]), 'en')).toEqual([
      [
        'Rank',
        'Unit',
        'Unit id',
        'Region',
        'Value',
        'Published',
        'Recomputed',
        'Difference',
        'Digital economy',
        'Confidence',
        'Sources',
      ],
      [2, 'Thua Thien Hue', 'hue', 'Coast', 0.4097, 0.4097, 0.40965, 0, 0.304, 'high', 'press copy'],
    ]);
    expect(rankingRows(ranking([row({})]), 'vi')[1]?.slice(1, 4)).toEqual([
      'Thừa Thiên Huế',
      'hue',
      'Duyên hải',
    ]);
  });

  it('leaves a gap empty, never zero', () => {
    const [, gap] = rankingRows(
      ranking([
        row({
          rank: null,
          total: null,
          publishedTotal: null,
          computedTotal: null,
          difference: null,
          regionId: null,
        }),
      ]),
      'vi',
    );
    expect(gap).toEqual([
      null,
      'Thừa Thiên Huế',
      'hue',
      null,
      null,
      null,
      null,
      null,
      null,
      'high',
      'press copy',
    ]);
    expect(rankingCsv(ranking([row({ rank: null, total: null })]), 'vi')).toContain(
      '\n,Thừa Thiên Huế,hue,Duyên hải,,0.4097',
    );
  });

  it('as CSV begins with a byte order mark and keeps a negative difference a number', () => {
    const csv = rankingCsv(ranking([row({ difference: -0.0001 })]), 'vi');
    expect(csv.startsWith('\ufeffHạng,Đơn vị,')).toBe(true);
    expect(csv).toContain(',-0.0001,');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '=HYPERLINK("http://evil.example")'])(
    'as CSV makes %j text that no spreadsheet computes',
    (name) => {
      const csv = rankingCsv(ranking([row({ nameVi: name })]), 'vi');
      const cell = /\n2,"?(.)/.exec(csv)?.[1];
      expect(cell).toBe("'");
    },
  );
});

describe('the table of a sample', () => {
  const sample = { ...ranking([row({}), row({ unitId: 'ha-noi' })]), dataSet: 'sample' } as RankingDto;

  it('says so in the first column of every row, so that a copied row stays marked', () => {
    expect(rankingRows(sample, 'vi').map(([mark]) => mark)).toEqual([
      'Bộ số liệu',
      'DỮ LIỆU MẪU',
      'DỮ LIỆU MẪU',
    ]);
    expect(rankingRows(sample, 'en').map(([mark]) => mark)).toEqual([
      'Data set',
      'SAMPLE DATA',
      'SAMPLE DATA',
    ]);
  });

  it('says so in CSV; an official one does not', () => {
    expect(rankingCsv(sample, 'vi').match(/DỮ LIỆU MẪU,/g)).toHaveLength(2);
    expect(rankingCsv(ranking([row({})]), 'vi')).not.toContain('MẪU');
  });
});
