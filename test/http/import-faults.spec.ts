import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { publishedTable, refusedFile, sendFile } from '../support/import-files.ts';
import { rowCounts } from '../support/refused-statements.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

const HEADER = 'unit,dti.total,dti.rank,source';

/** The faults of a file as lines: `line column code found expected`. */
async function faultsOf(
  body: string | Buffer,
  query?: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { faults, faultCount, faultTotals } = await refusedFile(served, body, query);
  expect(faultTotals.reduce((sum, { count }) => sum + count, 0)).toBe(faultCount);
  expect(faults.every(({ expected }) => expected !== null)).toBe(true);
  return faults.map(({ line, column, code, found, expected }) =>
    [line, column ?? '–', code, found ?? '–', expected].join(' '),
  );
}

describe('a file that is no table', () => {
  it.each([
    ['empty', '', '0 – FILE_EMPTY – CSV, UTF-8'],
    ['a mark alone', '\ufeff', '0 – FILE_EMPTY – CSV, UTF-8'],
    ['a header alone', `${HEADER}\n`, '0 – FILE_WITHOUT_ROWS 0 ≥ 1'],
    ['a header and blank cells', `${HEADER}\n,,,\n\n`, '0 – FILE_WITHOUT_ROWS 0 ≥ 1'],
    [
      'a PNG',
      Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex'),
      '0 – FILE_NOT_TEXT 89 50 4E 47 0D 0A 1A 0A CSV, UTF-8',
    ],
    [
      'a workbook',
      Buffer.from('504b0304140006000800', 'hex'),
      '0 – FILE_NOT_TEXT 50 4B 03 04 14 00 06 00 CSV, UTF-8',
    ],
    [
      // Windows-1258 writes ế as ê and a combining acute: EA EC.
      'Windows-1258',
      Buffer.concat([Buffer.from(`${HEADER}\nHu`), Buffer.from([0xea, 0xec]), Buffer.from(',0.5,1,press\n')]),
      '0 – FILE_NOT_TEXT 75 6E 69 74 2C 64 74 69 CSV, UTF-8',
    ],
    [
      'UTF-16 without a mark',
      Buffer.from(`${HEADER}\n`, 'utf16le'),
      '0 – FILE_NOT_TEXT 75 00 6E 00 69 00 74 00 CSV, UTF-8',
    ],
    [
      'a quote never closed',
      `${HEADER}\nHuế,0.5,1,"press\nHà Nội,0.5,1,press\n`,
      '2 – CSV_MALFORMED CSV_QUOTE_NOT_CLOSED "…"',
    ],
    ['JSON', '{"unit": "Huế"}', '1 – CSV_MALFORMED CSV_INVALID_OPENING_QUOTE "… "" …"'],
  ])('%s', async (_what, body, fault) => {
    expect(await faultsOf(body)).toEqual([fault]);
  });

  it('HTML, where a page was saved instead of the table', async () => {
    const report = await refusedFile(served, '<!doctype html>\n<html>\n<p>Bảo trì hệ thống</p>\n');
    expect(report.faultTotals.map(({ code }) => code).sort()).toEqual([
      'HEADER_MISSING_COLUMN',
      'HEADER_UNKNOWN_COLUMN',
      'HEADER_WITHOUT_FIGURES',
    ]);
  });
});

describe('a header', () => {
  it.each([
    ['without the unit', 'dti.total,source\n0.5,press\n', ['HEADER_MISSING_COLUMN unit']],
    ['without the source', 'unit,dti.total\nHuế,0.5\n', ['HEADER_MISSING_COLUMN source']],
    ['without figures', 'unit,source\nHuế,press\n', ['HEADER_WITHOUT_FIGURES –']],
    [
      'with an unknown column',
      'unit,dti.total,dti.tatol,source\nHuế,0.5,1,press\n',
      ['HEADER_UNKNOWN_COLUMN dti.tatol'],
    ],
    [
      'with a figure of another framework',
      'unit,dti.national,dti.total,source\n',
      ['HEADER_UNKNOWN_COLUMN dti.national', 'FILE_WITHOUT_ROWS –'],
    ],
    [
      'with a doubled column',
      'unit,dti.total,dti.total,source\nHuế,0.5,0.6,press\n',
      ['HEADER_DOUBLED_COLUMN dti.total'],
    ],
    [
      'with several faults',
      'don vi,dti.total,dti.total\nHuế,0.5,0.6\n',
      [
        'HEADER_UNKNOWN_COLUMN don vi',
        'HEADER_DOUBLED_COLUMN dti.total',
        'HEADER_MISSING_COLUMN unit',
        'HEADER_MISSING_COLUMN source',
      ],
    ],
  ])('%s', async (_what, body, expected) => {
    const { faults } = await refusedFile(served, body);
    expect(faults.map(({ code, column }) => `${code} ${column ?? '–'}`)).toEqual(expected);
  });

  it('of ministries without the group, which tells whom each is ranked with', async () => {
    const query = { framework: 'dti-922-ministry', period: '2022' };
    expect(await faultsOf('unit,dti.total,source\nBộ Tài chính,0.5,press\n', query)).toEqual([
      '1 group HEADER_MISSING_COLUMN – group',
    ]);
  });
});

describe('a row', () => {
  it.each([
    [
      'of an unknown unit, with the name that was meant',
      'Hà Nôi,0.5,1,press',
      'unit UNIT_UNKNOWN Hà Nôi Hà Nội',
    ],
    ['of a unit unlike any', 'Atlantis,0.5,1,press', 'unit UNIT_UNKNOWN Atlantis province 2023-12-31'],
    ['of a unit not yet made', 'da-nang-2025,0.5,1,press', 'unit UNIT_NOT_VALID da-nang-2025 2025-07-01 – …'],
    ['of a ministry', 'Bộ Tài chính,0.5,1,press', 'unit UNIT_WRONG_LEVEL Bộ Tài chính province'],
    ['of no unit', ',0.5,1,press', 'unit UNIT_MISSING – province 2023-12-31'],
    ['with a value above its bounds', 'Huế,1.5,1,press', 'dti.total VALUE_OUT_OF_BOUNDS 1.5 0 – 1'],
    ['with a value below its bounds', 'Huế,-0.5,1,press', 'dti.total VALUE_OUT_OF_BOUNDS -0.5 0 – 1'],
    [
      'with points where the ratio is asked for',
      'Huế,697.5,1,press',
      'dti.total VALUE_OUT_OF_BOUNDS 697.5 0 – 1',
    ],
    ['with text for a number', 'Huế,không có,1,press', 'dti.total VALUE_NOT_NUMBER không có 0 – 1'],
    ['with NaN', 'Huế,NaN,1,press', 'dti.total VALUE_NOT_NUMBER NaN 0 – 1'],
    ['with an exponent', 'Huế,5e-1,1,press', 'dti.total VALUE_NOT_NUMBER 5e-1 0 – 1'],
    [
      'with a formula for a number',
      'Huế,=SUM(A1:A9),1,press',
      'dti.total VALUE_NOT_NUMBER =SUM(A1:A9) 0 – 1',
    ],
    ['with a broken rank', 'Huế,0.5,1.5,press', 'dti.rank VALUE_NOT_WHOLE 1.5 1 – …'],
    ['with a rank of zero', 'Huế,0.5,0,press', 'dti.rank VALUE_OUT_OF_BOUNDS 0 1 – …'],
    ['with a status that is none', 'Huế,X,1,press', 'dti.total VALUE_NOT_NUMBER X 0 – 1'],
    ['without a source', 'Huế,0.5,1,', 'source SOURCE_MISSING – id | https://… | text'],
    ['with more cells than columns', 'Huế,0.5,1,press,x', '– ROW_TOO_LONG 5 ≤ 4'],
    [
      'with a cell of a million letters',
      `${'a'.repeat(90_000)},0.5,1,press`,
      `unit UNIT_UNKNOWN ${'a'.repeat(80)}… province 2023-12-31`,
    ],
    [
      'with a source of a chapter',
      `Huế,0.5,1,${'b'.repeat(3_000)}`,
      `source TEXT_TOO_LONG ${'b'.repeat(80)}… ≤ 2000`,
    ],
  ])('%s', async (_what, row, fault) => {
    expect(await faultsOf(`${HEADER}\nHà Giang,0.5,2,press\n${row}\n`)).toEqual([`3 ${fault}`]);
  });

  it('twice for one unit, under two of its names', async () => {
    expect(
      await faultsOf(`${HEADER}\nHuế,0.5,1,press\nHà Nội,0.5,1,press\nThừa Thiên Huế,0.6,1,press\n`),
    ).toEqual(['4 unit ROW_DOUBLED Thừa Thiên Huế 2']);
  });

  it('of formulas in every cell: nothing of it is stored or computed', async () => {
    const evil = `"=HYPERLINK(""http://evil.example"",""Huế"")",@SUM(1+1),+1+cmd|' /C calc'!A0,press`;
    expect(
      (await faultsOf(`${HEADER}\n${evil}\n`)).map((line) => line.split(' ').slice(0, 3).join(' ')),
    ).toEqual(['2 unit UNIT_UNKNOWN', '2 dti.total VALUE_NOT_NUMBER', '2 dti.rank VALUE_NOT_NUMBER']);
  });

  it('each with its own faults, all of them listed, and not one good row among them is kept', async () => {
    const table = publishedTable()
      .replace('Đà Nẵng,province_63,0.8002', 'Đà Nẵng,province_64,0.8002')
      .replace('Cần Thơ,province_63,0.6924', 'Cần Thơ,province_63,O.6924')
      .replace(',medium-high,', ',fairly high,');
    const report = await refusedFile(served, table);
    expect(report.faults.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'group', 'GROUP_UNKNOWN'],
      [6, 'dti.total', 'VALUE_NOT_NUMBER'],
      [7, 'confidence', 'CONFIDENCE_UNKNOWN'],
    ]);
    expect(report).toMatchObject({ newCount: 0, changedCount: 0, unchangedCount: 0, changes: [] });
  });
});

describe('a call', () => {
  const file = `${HEADER}\nHuế,0.5,1,press\n`;

  it.each([
    [
      'for a period the framework does not cover',
      { framework: 'dti-922-province', period: '2024' },
      422,
      'PERIOD_OUTSIDE_FRAMEWORK',
    ],
    [
      'for a framework that is not there',
      { framework: 'dti-9999', period: '2022' },
      404,
      'FRAMEWORK_VERSION_NOT_FOUND',
    ],
    ['for no year', { framework: 'dti-922-province', period: '22' }, 400, 'REQUEST_INVALID'],
    [
      'for a year with an injection',
      { framework: 'dti-922-province', period: "2022'; DROP TABLE x" },
      400,
      'REQUEST_INVALID',
    ],
    [
      'with a file name of a page',
      { framework: 'dti-922-province', period: '2022', fileName: 'x'.repeat(300) },
      400,
      'REQUEST_INVALID',
    ],
  ])('%s', async (_what, query, status, code) => {
    const before = await rowCounts(served.database);
    const answer = await sendFile(served, file, query);
    expect([answer.status, answer.json()['code']]).toEqual([status, code]);
    expect(await rowCounts(served.database)).toEqual(before);
  });

  it.each([
    ['JSON', 'application/json', JSON.stringify({ file })],
    ['a form', 'multipart/form-data; boundary=x', '--x\r\n\r\n--x--'],
    ['XML', 'application/xml', '<a/>'],
  ])('that sends the file as %s is told how to send it', async (_what, type, body) => {
    const answer = await served.ask('/imports?framework=dti-922-province&period=2023', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    expect([answer.status, answer.json()['code']]).toEqual([415, 'MEDIA_TYPE_NOT_SUPPORTED']);
  });

  it('with more than 32 megabytes is refused as too large, before anything is read', async () => {
    const answer = await sendFile(served, Buffer.alloc(32 * 1024 * 1024 + 1, 65));
    expect([answer.status, answer.json()['code']]).toEqual([413, 'BODY_TOO_LARGE']);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });
});

describe('ten megabytes of rubbish', () => {
  const SIZE = 10 * 1024 * 1024;

  it.each([
    ['random bytes', randomBytes(SIZE), 'FILE_NOT_TEXT'],
    ['random text on one line', randomBytes(SIZE).toString('base64').slice(0, SIZE), 'CSV_MALFORMED'],
  ])('%s', async (_what, body, code) => {
    const started = performance.now();
    expect((await refusedFile(served, body)).faultTotals).toEqual([{ code, count: 1 }]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('rows that are well formed and each wrong: the first 1,000 faults and exact totals, in bounded memory', async () => {
    const row = 'Atlantis,2,0,press\n';
    const rows = Math.floor(SIZE / row.length);
    const memory = process.memoryUsage().rss;
    const report = await refusedFile(served, `${HEADER}\n${row.repeat(rows)}`);
    expect(report.faults).toHaveLength(1_000);
    expect(report.faults.at(-1)).toMatchObject({ line: 335, code: 'UNIT_UNKNOWN' });
    expect([...report.faultTotals].sort((a, b) => a.count - b.count)).toEqual([
      { code: 'UNIT_UNKNOWN', count: rows },
      { code: 'VALUE_OUT_OF_BOUNDS', count: rows * 2 },
    ]);
    expect(report.faultCount).toBe(rows * 3);
    expect(report.file.rows).toBe(rows);
    expect(process.memoryUsage().rss - memory).toBeLessThan(600 * 1024 * 1024);
  }, 60_000);
});
