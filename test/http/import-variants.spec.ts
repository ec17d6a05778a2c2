import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReport } from '../../api/src/features/imports/import.dto.ts';
import { publishedTable, sendFile, storedFigures } from '../support/import-files.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

/**
 * The table of 2022 in every form that people send: the same figures are read. They are already
 * stored, so a file that is read right changes nothing.
 */
let served: ServedApplication;
let before: readonly string[];
beforeAll(async () => {
  served = await serveApplication();
  before = await storedFigures(served, '2022');
}, 60_000);
afterAll(() => served?.close());

const PLAIN = publishedTable();
const PROVINCES_2022 = { framework: 'dti-922-province', period: '2022' };

/** Semicolons between cells and commas in numbers, as a spreadsheet with Vietnamese settings writes. */
function vietnamese(text: string): string {
  const [header = '', ...rows] = text.split('\n');
  const cells = rows.map((row) =>
    row.split(',').map((cell) => (/^\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell)),
  );
  return [header.replaceAll(',', ';'), ...cells.map((row) => row.join(';'))].join('\n');
}

const quoted = PLAIN.split('\n')
  .map((row) =>
    row === ''
      ? ''
      : row
          .split(',')
          .map((cell) => `"${cell}"`)
          .join(','),
  )
  .join('\n');
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

const columns = PLAIN.split('\n').map((row) => row.split(','));
/** The columns of a table in another order. */
const reordered = columns.map((row) => [...row].reverse().join(',')).join('\n');
const VIETNAMESE_NAMES: Readonly<Record<string, string>> = {
  unit: 'Đơn vị',
  group: 'Nhóm',
  source: 'Nguồn',
  confidence: 'Độ tin cậy',
  note: 'Ghi chú',
  'dti.total': 'Chỉ số chuyển đổi số (DTI)',
  'dti.rank': 'XẾP HẠNG DTI',
};
const renamed = PLAIN.replace(/^.*/, (header) =>
  header
    .split(',')
    .map((name) => VIETNAMESE_NAMES[name] ?? name)
    .join(','),
);

const VARIANTS: readonly (readonly [string, string | Buffer])[] = [
  ['as it lies in the seeds', PLAIN],
  ['with a byte order mark', `\ufeff${PLAIN}`],
  ['with semicolons and decimal commas', vietnamese(PLAIN)],
  ['with tabs', PLAIN.replaceAll(',', '\t')],
  ['decomposed (NFD)', PLAIN.normalize('NFD')],
  ['with CR LF', PLAIN.replaceAll('\n', '\r\n')],
  ['with CR alone', PLAIN.replaceAll('\n', '\r')],
  ['in UTF-16, little end first', utf16(PLAIN)],
  ['in UTF-16, big end first', utf16(PLAIN).swap16()],
  ['with every cell quoted', quoted],
  ['with spaces around cells and blank lines', PLAIN.replaceAll(',', ' , ').replaceAll('\n', '\n\n')],
  ['with columns in another order', reordered],
  ['with Vietnamese names of columns', renamed],
  [
    'as Excel saves "Unicode text": tabs, CR LF, UTF-16',
    utf16(vietnamese(PLAIN).replaceAll(';', '\t').replaceAll('\n', '\r\n')),
  ],
  [
    'all at once: semicolons, decimal commas, NFD, CR LF and a mark',
    `\ufeff${vietnamese(PLAIN).normalize('NFD').replaceAll('\n', '\r\n')}`,
  ],
];

describe('the published table of 2022', () => {
  it.each(VARIANTS)('%s gives the figures that are stored', async (_form, body) => {
    const answer = await sendFile(served, body, PROVINCES_2022);
    expect(answer.status).toBe(201);
    const report = answer.json<ImportReport>();
    expect(report).toMatchObject({
      state: 'imported',
      newCount: 0,
      changedCount: 0,
      changes: [],
      unitCount: 63,
    });
    expect(report.file.rows).toBe(63);
    expect(report.unchangedCount).toBeGreaterThan(63 * 7);
    expect(await storedFigures(served, '2022')).toEqual(before);
  });

  it('would be seen to differ: a single digit is one changed figure, on its line', async () => {
    const answer = await sendFile(
      served,
      PLAIN.replace('0.6975', '0.6976'),
      PROVINCES_2022,
      '/imports/preview',
    );
    const { changes, changedCount } = answer.json<ImportReport>();
    expect(changedCount).toBe(1);
    expect(changes).toEqual([
      {
        line: 5,
        unitId: 'hue',
        unitNameVi: 'Thừa Thiên Huế',
        unitNameEn: 'Thua Thien Hue',
        dataElement: 'dti.total',
        change: 'changed',
        before: '0.6975',
        after: '0.6976',
        status: 'A',
      },
    ]);
  });
});
