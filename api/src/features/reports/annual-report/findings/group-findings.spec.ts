import { describe, expect, it } from '@jest/globals';
import { publishedReport } from '../published-editions.fixture.js';
import type { ReportGroup, ReportRow } from '../report-input.js';
import { groupFindings, inTableOrder } from './group-findings.js';

function groupOf(year: '2020' | '2021' | '2022', code: string): ReportGroup {
  const group = publishedReport(year).groups.find((each) => each.code === code);
  if (group === undefined) throw new Error(`no group ${code} in ${year}`);
  return group;
}

describe('the provinces of 2022, published 12/07/2023', () => {
  const findings = groupFindings(groupOf('2022', 'province_63'));

  it('are complete: 63 totals, 63 ranks', () => {
    expect(findings).toMatchObject({ listed: 63, withTotal: 63, withRank: 63, complete: true });
  });

  it('have their leader, their last, mean and median', () => {
    expect(findings.leaders.map((row) => row.unit)).toEqual(['Đà Nẵng']);
    expect(findings.lowest).toMatchObject({ unit: 'Bắc Kạn', total: 0.3941 });
    expect(findings.mean).toBe(0.5787);
    expect(findings.median).toBe(0.5796);
  });

  it('are tied once: Thanh Hóa and Yên Bái at 15, the next is 17', () => {
    expect(findings.ties.map(({ rank, rows, next }) => [rank, rows.map((row) => row.unit), next])).toEqual([
      [15, ['Thanh Hóa', 'Yên Bái'], 17],
    ]);
  });

  it('fall into six regions with every unit in one', () => {
    expect(findings.regions.map(({ region, count, mean }) => [region, count, mean])).toEqual([
      ['Đồng bằng sông Hồng', 11, 0.6166],
      ['Đông Nam Bộ', 6, 0.6149],
      ['Bắc Trung Bộ và duyên hải miền Trung', 14, 0.5817],
      ['Đồng bằng sông Cửu Long', 13, 0.5709],
      ['Trung du và miền núi phía Bắc', 14, 0.5557],
      ['Tây Nguyên', 5, 0.5278],
    ]);
  });

  it('are compared by the four main indices that all 63 have', () => {
    expect(findings.heldIndices.map(({ index, mean }) => [index.name, mean])).toEqual([
      ['Hạ tầng số', 0.6168],
      ['Hoạt động chính quyền số', 0.6067],
      ['Hoạt động kinh tế số', 0.562],
      ['Hoạt động xã hội số', 0.2776],
    ]);
  });

  it('can be recomputed in five rows, and differ in TP. Hồ Chí Minh: 0.7164 against 0.7163', () => {
    expect(findings.comparable).toBe(5);
    expect(findings.differing.map((row) => [row.unit, row.difference])).toEqual([
      ['TP. Hồ Chí Minh', 0.0001],
    ]);
    expect(findings.reranked).toEqual([]);
  });
});

describe('a group of which a part is known', () => {
  it('says nothing of mean, last unit and regions: the nine provinces of 2020', () => {
    const findings = groupFindings(groupOf('2020', 'province_63'));
    expect(findings).toMatchObject({
      listed: 9,
      withTotal: 9,
      complete: false,
      mean: null,
      median: null,
      lowest: null,
      regions: [],
    });
    expect(findings.comparable).toBe(9);
    expect(findings.differing).toEqual([]);
  });

  it('keeps ranks without totals: ministries of 2021 from 6 to 10', () => {
    const findings = groupFindings(groupOf('2021', 'with_public_service'));
    expect(findings).toMatchObject({ listed: 10, withRank: 10, withTotal: 5, complete: false });
  });
});

describe('the order of the table', () => {
  const row = (unit: string, rank: number | null, total: number | null): ReportRow => ({
    unit,
    region: null,
    rank,
    computedRank: null,
    total,
    totalBasis: null,
    difference: null,
    indices: [],
    sourceIds: [],
    confidence: null,
  });

  it('is by rank, then total, then Vietnamese name; what has neither stands last', () => {
    const rows = [
      row('Không có gì', null, null),
      row('Chỉ có giá trị', null, 0.9),
      row('Đồng hạng B', 2, 0.5),
      row('Ầ', 2, 0.5),
      row('Đầu', 1, null),
    ];
    expect(inTableOrder(rows).map((each) => each.unit)).toEqual([
      'Đầu',
      'Ầ',
      'Đồng hạng B',
      'Chỉ có giá trị',
      'Không có gì',
    ]);
  });

  it('names rows whose ranks or totals are not the published ones', () => {
    const group = groupOf('2021', 'with_public_service');
    const [first, second] = group.rows;
    if (first === undefined || second === undefined) throw new Error('two rows are needed');
    const findings = groupFindings({
      ...group,
      rows: [
        { ...first, computedRank: 2 },
        { ...second, totalBasis: 'computed', computedRank: 2 },
      ],
    });
    expect(findings.reranked.map(({ unit }) => unit)).toEqual(['Bộ Tài chính']);
    expect(findings.filledIn.map(({ unit }) => unit)).toEqual(['Bộ Kế hoạch và Đầu tư']);
  });
});
