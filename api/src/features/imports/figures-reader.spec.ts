import { describe, expect, it } from '@jest/globals';
import { MINISTRIES, PROVINCES, readRows } from './import-spec.fixture.js';

const HEADER = ['unit', 'dti.total', 'dti.rank', 'source', 'confidence', 'note'];

/** Faults as one line each: `line column code found expected`. */
function faultsOf(rows: readonly (readonly string[])[], spec = PROVINCES): readonly string[] {
  const { faults } = readRows(rows, spec);
  return faults.kept.map(({ line, column, code, found, expected }) =>
    [line, column ?? '–', code, found ?? '–', expected ?? '–'].join(' '),
  );
}

describe('the header', () => {
  it('is understood by codes and by Vietnamese names, in any order and case', () => {
    const { figures, faults } = readRows([
      ['Nguồn', 'XẾP HẠNG DTI', 'Đơn vị', 'Chỉ số chuyển đổi số (DTI)'],
      ['press', '4', 'Huế', '0,6975'],
    ]);
    expect(faults.kept).toEqual([]);
    expect(figures.map(({ element, value }) => [element, value])).toEqual([
      ['dti.rank', 4],
      ['dti.total', 0.6975],
      ['dti.group', null],
    ]);
  });

  const columns = 'unit, group, source, confidence, note, dti.total, dti.rank';
  it.each([
    ['a missing unit', ['dti.total', 'source'], ['1 unit HEADER_MISSING_COLUMN – unit']],
    ['a missing source', ['unit', 'dti.total'], ['1 source HEADER_MISSING_COLUMN – source']],
    ['no figures', ['unit', 'source'], ['1 – HEADER_WITHOUT_FIGURES – dti.total, dti.rank']],
    [
      'a column it does not know',
      ['unit', 'dti.total', 'dti.totl', 'source'],
      [`1 dti.totl HEADER_UNKNOWN_COLUMN dti.totl ${columns}`],
    ],
    [
      'a column twice, once by its code and once by its name',
      ['unit', 'dti.total', 'Đơn vị', 'source', 'Chỉ số chuyển đổi số (DTI)'],
      [
        '1 Đơn vị HEADER_DOUBLED_COLUMN Đơn vị 1',
        '1 Chỉ số chuyển đổi số (DTI) HEADER_DOUBLED_COLUMN Chỉ số chuyển đổi số (DTI) 1',
      ],
    ],
  ])('is refused for %s, and no row is read by it', (_what, header, expected) => {
    expect(faultsOf([header, ['Atlantis', 'x', 'y', 'z', '1', '2', '3']])).toEqual(expected);
  });

  it('needs the group where there are several, and no source where one is given for all', () => {
    expect(faultsOf([['unit', 'dti.total', 'source']], MINISTRIES)).toEqual([
      '1 group HEADER_MISSING_COLUMN – group',
    ]);
    expect(faultsOf([['unit', 'dti.total']], { ...PROVINCES, defaultSource: 'press' })).toEqual([]);
  });

  it('with a hundred thousand names is one fault', () => {
    const header = Array.from({ length: 100_000 }, (_, index) => `x${index}`);
    expect(faultsOf([header])).toEqual(['1 – ROW_TOO_LONG 100000 ≤ 7']);
  });
});

describe('a row', () => {
  it('gives a figure for each cell and the group it belongs to', () => {
    const { figures } = readRows([HEADER, ['Huế', '0.6975', '4', 'press', 'high', 'a note']]);
    const about = { line: 2, unitId: 'hue', source: 'press', confidence: 'high', note: 'a note' };
    const given = { ...about, text: null, status: 'A', fromEmptyCell: false };
    expect(figures).toEqual([
      { ...given, element: 'dti.total', value: 0.6975 },
      { ...given, element: 'dti.rank', value: 4 },
      { ...given, element: 'dti.group', value: null, text: 'province_63' },
    ]);
  });

  it.each([
    ['L', 'L'],
    ['O', 'O'],
    ['M', 'M'],
    ['l', 'L'],
  ])('takes %s in a cell for a status without a value', (cell, status) => {
    const { figures } = readRows([HEADER, ['Huế', cell, '', 'press', '', '']]);
    expect(figures[0]).toMatchObject({ element: 'dti.total', value: null, status, fromEmptyCell: false });
  });

  it('with a rank alone says that its total was not collected; an empty rank says nothing', () => {
    const { figures } = readRows([
      HEADER,
      ['Huế', '', '4', 'press', '', ''],
      ['Hòa Bình', '0', '', 'press', '', ''],
    ]);
    expect(
      figures.map(({ unitId, element, value, status, fromEmptyCell }) => [
        unitId,
        element,
        value,
        status,
        fromEmptyCell,
      ]),
    ).toEqual([
      ['hue', 'dti.total', null, 'L', true],
      ['hue', 'dti.rank', 4, 'A', false],
      ['hue', 'dti.group', null, 'A', false],
      ['hoa-binh', 'dti.total', 0, 'A', false],
      ['hoa-binh', 'dti.group', null, 'A', false],
    ]);
  });

  it('without any figure is passed over, group and source or not: a template may be filled in part', () => {
    const header = ['unit', 'group', 'dti.total', 'source'];
    expect(readRows([header, ['Bộ Nội vụ', '', '', '']], MINISTRIES)).toMatchObject({ figures: [] });
    expect(faultsOf([header, ['Bộ Nội vụ', '', '', '']], MINISTRIES)).toEqual([]);
  });

  it.each([
    ['no unit', ['', '0.5', '', 'press'], ['2 unit UNIT_MISSING – province 2022-12-31']],
    ['an unknown unit', ['Huê', '0.5', '', 'press'], ['2 unit UNIT_UNKNOWN Huê Huế']],
    ['a ministry', ['Bộ Nội vụ', '0.5', '', 'press'], ['2 unit UNIT_WRONG_LEVEL Bộ Nội vụ province']],
    ['no source', ['Huế', '0.5', '', ''], ['2 source SOURCE_MISSING – id | https://… | text']],
    ['text for a number', ['Huế', 'n/a', '', 'press'], ['2 dti.total VALUE_NOT_NUMBER n/a 0 – 1']],
    ['a percentage', ['Huế', '69,75%', '', 'press'], ['2 dti.total VALUE_NOT_NUMBER 69,75% 0 – 1']],
    ['a value above', ['Huế', '1.0001', '', 'press'], ['2 dti.total VALUE_OUT_OF_BOUNDS 1.0001 0 – 1']],
    ['a value below', ['Huế', '-0.1', '', 'press'], ['2 dti.total VALUE_OUT_OF_BOUNDS -0.1 0 – 1']],
    ['a rank of zero', ['Huế', '', '0', 'press'], ['2 dti.rank VALUE_OUT_OF_BOUNDS 0 1 – …']],
    ['a broken rank', ['Huế', '', '4.5', 'press'], ['2 dti.rank VALUE_NOT_WHOLE 4.5 1 – …']],
    [
      'a rank of a thousand or of one',
      ['Huế', '', '1.000', 'press'],
      ['2 dti.rank VALUE_NOT_WHOLE 1.000 1 – …'],
    ],
    [
      'a formula',
      ['=HYPERLINK("x")', '=1+1', '@A1', 'press'],
      [
        '2 unit UNIT_UNKNOWN =HYPERLINK("x") province 2022-12-31',
        '2 dti.total VALUE_NOT_NUMBER =1+1 0 – 1',
        '2 dti.rank VALUE_NOT_NUMBER @A1 1 – …',
      ],
    ],
    [
      'a confidence of its own',
      ['Huế', '0.5', '', 'press', 'sure'],
      ['2 confidence CONFIDENCE_UNKNOWN sure high, medium-high, medium, low'],
    ],
    ['more cells than columns', ['Huế', '0.5', '', 'press', '', '', 'x'], ['2 – ROW_TOO_LONG 7 ≤ 6']],
  ])('with %s is refused', (_what, row, expected) => {
    expect(faultsOf([HEADER, row])).toEqual(expected);
  });

  it('may be followed by empty cells, and may stop short', () => {
    expect(
      faultsOf([HEADER, ['Huế', '0.5', '', 'press', '', '', '', ''], ['Hòa Bình', '0.5', '', 'press']]),
    ).toEqual([]);
  });

  it('is refused for a unit that has one already, by whatever name', () => {
    const row = (name: string) => [name, '0.5', '', 'press', '', ''];
    expect(faultsOf([HEADER, row('Huế'), row('Hòa Bình'), row('Thừa Thiên Huế')])).toEqual([
      '4 unit ROW_DOUBLED Thừa Thiên Huế 2',
    ]);
  });

  it('is refused for a source or a note longer than 2,000 characters', () => {
    const text = 'x'.repeat(2_001);
    const found = `${'x'.repeat(80)}…`;
    expect(faultsOf([HEADER, ['Huế', '0.5', '', text, '', text]])).toEqual([
      `2 source TEXT_TOO_LONG ${found} ≤ 2000`,
      `2 note TEXT_TOO_LONG ${found} ≤ 2000`,
    ]);
  });

  it('of a ministry names one of its groups', () => {
    const header = ['unit', 'group', 'dti.total', 'source'];
    const groups = 'with_public_service, without_public_service';
    expect(
      faultsOf(
        [header, ['Bộ Nội vụ', '', '0.5', 'press'], ['Bộ Tài chính', 'both', '0.5', 'press']],
        MINISTRIES,
      ),
    ).toEqual([`2 group GROUP_MISSING – ${groups}`, `3 group GROUP_UNKNOWN both ${groups}`]);
  });
});
