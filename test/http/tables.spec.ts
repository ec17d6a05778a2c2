import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RankingDto } from '../../api/src/features/rankings/ranking.dto.ts';
import { serveApplication, type Answer, type ServedApplication } from '../support/served-application.ts';
import { zipEntries } from '../support/zip-entries.ts';

let served: ServedApplication;
let ranking: RankingDto;
beforeAll(async () => {
  served = await serveApplication();
  ranking = (await served.ask('/rankings?edition=dti-2022')).json<RankingDto>();
}, 60_000);
afterAll(() => served?.close());

const QUERY = 'edition=dti-2022&group=province_63';

/** Cells of a CSV without quotes; the ranking's has none. */
function cells(csv: string): readonly (readonly string[])[] {
  expect(csv).not.toContain('"');
  return csv
    .replace('\ufeff', '')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
}

async function unchanged(path: string, first: Answer): Promise<number> {
  return (await served.ask(path, { headers: { 'if-none-match': String(first.headers['etag']) } })).status;
}

describe('the ranking as CSV', () => {
  it('is UTF-8 with a byte order mark, to be kept as a file, and found unchanged by its tag', async () => {
    const answer = await served.ask(`/rankings.csv?${QUERY}`);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="dti-2022-province_63.csv"',
      'cache-control': 'no-cache',
    });
    expect(answer.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(await unchanged(`/rankings.csv?${QUERY}`, answer)).toBe(304);
  });

  it('has the rows of the ranking in its order, every figure as it is, gaps empty', async () => {
    const [heading, ...rows] = cells((await served.ask(`/rankings.csv?${QUERY}`)).text);
    expect(heading?.slice(0, 8)).toEqual([
      'Hạng',
      'Đơn vị',
      'Mã đơn vị',
      'Vùng',
      'Giá trị',
      'Công bố',
      'Tính lại',
      'Chênh lệch',
    ]);
    expect(rows).toHaveLength(63);
    const written = (value: number | null | undefined): string => (value == null ? '' : String(value));
    expect(rows.map((row) => [row[0], row[2], row[4], row[6], row[8]])).toEqual(
      ranking.rows.map((row) => [
        written(row.rank),
        row.unitId,
        written(row.total),
        written(row.computedTotal),
        written(row.nodes.find(({ code }) => code === 'dti.awareness')?.value),
      ]),
    );
    expect(rows.filter((row) => row[8] === '')).toHaveLength(58);
  });

  it('speaks English when asked, and holds one region when asked', async () => {
    const [heading, ...rows] = cells(
      (await served.ask(`/rankings.csv?${QUERY}&lang=en&region=southeast`)).text,
    );
    expect(heading?.[1]).toBe('Unit');
    expect(rows.map((row) => row[3])).toEqual(Array(rows.length).fill('Southeast'));
    expect(rows.length).toBe(6);
  });
});

describe('the ranking as a workbook', () => {
  it('is a ZIP of the parts that an office program needs, with a sheet of 64 rows', async () => {
    const answer = await served.ask(`/rankings.xlsx?${QUERY}`);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="dti-2022-province_63.xlsx"',
    });
    const parts = zipEntries(answer.bytes);
    expect([...parts.keys()]).toEqual(
      expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']),
    );
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet.match(/<row /g)).toHaveLength(64);
    // Numbers are numbers, and nothing is a formula.
    expect(sheet).toContain('<v>0.8002</v>');
    expect(sheet).not.toMatch(/<f[ >]/);
    const texts = `${parts.get('xl/sharedStrings.xml') ?? ''}${sheet}`;
    expect(texts).toContain('Thừa Thiên Huế');
    expect(texts).toContain('pmnm-haui-dnk-2025');
    expect(parts.get('xl/workbook.xml')).toContain('DTI 2022');
  });
});

describe('the annual report', () => {
  it('is a PDF of the edition, shown by the browser, under a name that says whose it is', async () => {
    const answer = await served.ask('/editions/dti-2021/report.pdf?date=2026-11-22');
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="bao-cao-dti-2021-2026-11-22.pdf"',
      'cache-control': 'no-cache',
    });
    expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(answer.bytes.subarray(-8).toString()).toContain('%%EOF');
    expect(answer.bytes.length).toBeGreaterThan(50_000);
  }, 30_000);
});
