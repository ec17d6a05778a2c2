import { describe, expect, it } from '@jest/globals';
import type { ContentTable } from 'pdfmake/interfaces.js';
import { contentTexts } from '../printed-text.fixture.js';
import { publishedReport, type PublishedYear } from '../published-editions.fixture.js';
import { groupFindings } from '../findings/group-findings.js';
import type { ReportGroup } from '../report-input.js';
import { needsLandscape, rankingNotes, rankingTable } from './ranking-table.js';

function groupOf(year: PublishedYear, code: string): ReportGroup {
  const group = publishedReport(year).groups.find((each) => each.code === code);
  if (group === undefined) throw new Error(`no group ${code}`);
  return group;
}

function notesOf(group: ReportGroup, year: PublishedYear): readonly string[] {
  return rankingNotes(group, groupFindings(group), publishedReport(year).sources);
}

function tableOf(group: ReportGroup): ContentTable['table'] {
  const found = rankingTable(group, 2, publishedReport('2022')).find(
    (each) => typeof each === 'object' && 'table' in each,
  );
  if (found === undefined) throw new Error('no table');
  return (found as ContentTable).table;
}

/** The cells of a row as read; cells that another spans read as nothing. */
function rowTexts(group: ReportGroup): readonly (readonly string[])[] {
  return tableOf(group).body.map((row) => row.map((cell) => contentTexts(cell).join('')));
}

describe('the table of the provinces of 2022', () => {
  const group = groupOf('2022', 'province_63');
  const rows = rowTexts(group);

  it('has a head of two rows that repeats, and 63 rows that are never broken', () => {
    const table = tableOf(group);
    expect(table).toMatchObject({ headerRows: 2, dontBreakRows: true, keepWithHeaderRows: 1 });
    expect(table.body).toHaveLength(2 + 63);
    expect(rows[0]).toEqual([
      'Hạng',
      'Đơn vị',
      'DTI',
      'Giá trị các chỉ số chính',
      ...Array<string>(7).fill(''),
    ]);
    expect(rows[1]?.slice(3)).toEqual([
      'Nhận thức số',
      'Thể chế số',
      'Hạ tầng số',
      'Nhân lực số',
      'An toàn thông tin mạng',
      'Hoạt động chính quyền số',
      'Hoạt động kinh tế số',
      'Hoạt động xã hội số',
    ]);
  });

  it('prints four decimals with a comma, and "…" where nothing was collected', () => {
    expect(rows[2]).toEqual([
      ...['1', 'Đà Nẵng', '0,8002'],
      ...['1,0000', '0,9000', '0,8253', '0,8487', '0,7578', '0,8575', '0,7836', '0,5197'],
    ]);
    expect(rows[7]).toEqual([
      ...['6', 'Lạng Sơn', '0,6837'],
      ...['…', '…', '0,7522', '…', '…', '0,7342', '0,6499', '0,3678'],
    ]);
  });

  it('shows ties as ties: 15, 15, 17', () => {
    expect(rows.slice(16, 19).map((row) => row.slice(0, 3))).toEqual([
      ['15', 'Thanh Hóa', '0,6350'],
      ['15', 'Yên Bái', '0,6350'],
      ['17', 'Hậu Giang', '0,6342'],
    ]);
  });

  it('keeps the published 0,7163 of TP. Hồ Chí Minh and says below that 0,7164 is recomputed', () => {
    expect(rows[3]?.slice(0, 3)).toEqual(['2', 'TP. Hồ Chí Minh (1)', '0,7163']);
    expect(notesOf(group, '2022')).toEqual([
      'Ký hiệu: “…” là chưa thu thập.',
      'Đồng hạng 15: Thanh Hóa và Yên Bái; thứ hạng kế tiếp là 17.',
      '(1) TP. Hồ Chí Minh: giá trị công bố là 0,7163, giá trị tính lại từ các chỉ số chính (đã làm tròn khi công bố) là 0,7164, chênh lệch 0,0001; bảng này giữ giá trị và thứ hạng đã công bố.',
      'Giá trị DTI tính lại được cho 5/63 đơn vị có đủ các chỉ số chính: 4 đơn vị khớp với giá trị công bố, 1 đơn vị chênh lệch.',
      'Chỉ có nguồn là bản sao của bên thứ ba: tất cả các đơn vị, trừ Đà Nẵng, TP. Hồ Chí Minh, Quảng Ninh, Thừa Thiên Huế, Cần Thơ và Trà Vinh.',
      'Không có cột Đô thị thông minh: có trong danh mục nhưng không tính điểm.',
    ]);
  });
});

describe('tables of groups with gaps', () => {
  it('a rank without a total is "–", with its meaning below', () => {
    const group = groupOf('2021', 'with_public_service');
    const rows = rowTexts(group);
    expect(rows[0]).toEqual(['Hạng', 'Đơn vị', 'DTI']);
    expect(rows.slice(5, 7)).toEqual([
      ['5', 'Bộ Công Thương', '0,5219'],
      ['6', 'Bộ Thông tin và Truyền thông', '–'],
    ]);
    expect(notesOf(group, '2021')).toEqual([
      'Ký hiệu: “–” ở cột DTI là nguồn chỉ công bố thứ hạng, không công bố giá trị.',
    ]);
  });

  it('a total without a rank is listed last', () => {
    const rows = rowTexts(groupOf('2020', 'without_public_service'));
    expect(rows.at(-1)).toEqual(['–', 'Viện Hàn lâm Khoa học và Công nghệ Việt Nam', '0,2848']);
  });

  it('the nine rows of 2020 are all reproduced', () => {
    const group = groupOf('2020', 'province_63');
    expect(notesOf(group, '2020')).toEqual([
      'Giá trị DTI tính lại được cho 9/9 đơn vị có đủ các chỉ số chính: tất cả đều khớp với giá trị công bố.',
      'Chỉ có nguồn là bản sao của bên thứ ba: tất cả các đơn vị.',
    ]);
  });

  it('not applicable, not collected and zero are three things', () => {
    const group = groupOf('2020', 'province_63');
    const [first] = group.rows;
    if (first === undefined) throw new Error('a row is needed');
    const states = (['scored', 'not_applicable', 'not_collected'] as const).map((state, at) => ({
      code: group.framework.indices[at]?.code ?? '',
      value: state === 'scored' ? 0 : null,
      state,
    }));
    const changed = { ...group, rows: [{ ...first, indices: states }] };
    expect(rowTexts(changed).at(-1)?.slice(3)).toEqual(['0,0000', 'x', '…']);
    expect(notesOf(changed, '2020')[0]).toBe('Ký hiệu: “x” là không áp dụng; “…” là chưa thu thập.');
  });
});

describe('the page of a table', () => {
  it('is turned when more than nine main indices would not fit', () => {
    const group = groupOf('2022', 'province_63');
    const [index] = group.framework.indices;
    if (index === undefined) throw new Error('an index is needed');
    const indices = Array.from({ length: 10 }, (_, at) => ({ ...index, code: `index-${at}` }));
    expect(needsLandscape(group)).toBe(false);
    expect(needsLandscape({ ...group, framework: { ...group.framework, indices } })).toBe(true);
  });
});
