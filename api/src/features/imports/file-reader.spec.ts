import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readFile } from './file-reader.js';
import { PROVINCES, provinceResolver } from './import-spec.fixture.js';

const PLAIN = 'unit,dti.total,dti.rank,source,note\nĐà Nẵng,0.8002,1,press,\nHuế,0.6975,4,press,"a, b"\n';
/** Of a test that shares its machine; alone each takes a second or two. */
const PATIENCE_MS = 15_000;
const MEGABYTES = 10 * 1024 * 1024;

function read(content: Buffer | string) {
  return readFile(Buffer.from(content as string), PROVINCES, provinceResolver());
}

/** Repeats a text until it fills ten megabytes. */
function tenMegabytes(of: string): string {
  return of.repeat(Math.ceil(MEGABYTES / Buffer.byteLength(of)));
}

function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const started = performance.now();
  return { result: work(), milliseconds: performance.now() - started };
}

describe('readFile', () => {
  it('reads a table and says what it is', () => {
    const file = read(PLAIN);
    expect(file).toMatchObject({ bytes: 92, encoding: 'utf-8', delimiter: ',', rows: 2 });
    expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(file.figures.map(({ unitId, element, value }) => `${unitId} ${element} ${value}`)).toEqual([
      'da-nang dti.total 0.8002',
      'da-nang dti.rank 1',
      'da-nang dti.group null',
      'hue dti.total 0.6975',
      'hue dti.rank 4',
      'hue dti.group null',
    ]);
  });

  const semicolons = PLAIN.replaceAll('"a, b"', '"a# b"')
    .replaceAll(',', ';')
    .replaceAll('#', ',')
    .replaceAll(/(\d)\.(\d)/g, '$1,$2')
    .replaceAll(';total', '.total');
  const variants: readonly (readonly [string, Buffer | string])[] = [
    ['with a byte order mark', `\ufeff${PLAIN}`],
    ['with semicolons and decimal commas', semicolons],
    ['with tabs', PLAIN.replaceAll('"a, b"', 'a, b').replaceAll(/,(?! )/g, '\t')],
    ['decomposed', PLAIN.normalize('NFD')],
    ['with CR LF', PLAIN.replaceAll('\n', '\r\n')],
    ['with CR', PLAIN.replaceAll('\n', '\r')],
    ['with blank lines between', PLAIN.replaceAll('\n', '\n\n')],
    ['without a line ending at the end', PLAIN.trimEnd()],
    ['with every cell quoted', PLAIN.replaceAll(/(?<=^|,)(?! )([^",\n]*)(?=,(?! )|\n)/gm, '"$1"')],
    ['in UTF-16', Buffer.from(`\ufeff${PLAIN}`, 'utf16le')],
    ['in UTF-16, big end first', Buffer.from(`\ufeff${PLAIN}`, 'utf16le').swap16()],
    [
      'with semicolons, in UTF-16, CR LF',
      Buffer.from(`\ufeff${semicolons.replaceAll('\n', '\r\n')}`, 'utf16le'),
    ],
  ];
  it.each(variants)('reads the same figures %s', (_how, content) => {
    const withoutLines = (file: ReturnType<typeof read>) =>
      file.figures.map(({ line: _, ...figure }) => figure);
    const file = read(content);
    expect(file.faults.kept).toEqual([]);
    expect(withoutLines(file)).toEqual(withoutLines(read(PLAIN)));
    expect(content.toString()).not.toBe(PLAIN);
  });

  it('names the line of the file also after a cell of several lines with CR LF', () => {
    const file = read('unit,dti.total,source,note\r\nHuế,0.5,press,"a\r\nb\r\nc"\r\nAtlantis,0.5,press,\r\n');
    expect(file.faults.kept.map(({ line, code }) => [line, code])).toEqual([[5, 'UNIT_UNKNOWN']]);
  });

  it.each([
    ['nothing', '', 'FILE_EMPTY', 0],
    ['a header alone', 'unit,dti.total,source\n', 'FILE_WITHOUT_ROWS', 0],
    ['a quote that is not closed', 'unit,dti.total,source\nHuế,0.5,"press\n', 'CSV_MALFORMED', 2],
  ])('says of %s that it is no table', (_what, content, code, line) => {
    const { faults } = read(content);
    expect(faults.kept).toEqual([expect.objectContaining({ code, line, expected: expect.any(String) })]);
  });

  it('lists the faults of the rows before the one at which the text stops being a table', () => {
    const { faults } = read('unit,dti.total,source\nAtlantis,2,press\nHuế,0.5,"press\n');
    expect(faults.kept.map(({ line, code }) => [line, code])).toEqual([
      [2, 'UNIT_UNKNOWN'],
      [2, 'VALUE_OUT_OF_BOUNDS'],
      [3, 'CSV_MALFORMED'],
    ]);
  });
});

describe('ten megabytes', () => {
  const header = 'unit,dti.total,dti.rank,source,note\n';
  const letters = randomBytes(MEGABYTES).toString('base64').replaceAll('/', '\n').replaceAll('+', ',');

  it.each([
    ['random bytes', randomBytes(MEGABYTES), ['FILE_NOT_TEXT']],
    ['random text', letters, null],
    ['one line without an end', 'x'.repeat(MEGABYTES), ['CSV_MALFORMED']],
    ['names of columns', 'a,'.repeat(MEGABYTES / 2), ['CSV_MALFORMED']],
    ['delimiters', ','.repeat(MEGABYTES), ['CSV_MALFORMED']],
    ['line ends', '\n'.repeat(MEGABYTES), ['FILE_EMPTY']],
    ['quotes', '"'.repeat(MEGABYTES), ['CSV_MALFORMED']],
    ['one cell', `${header}"${'x\n'.repeat(MEGABYTES / 2)}"`, ['CSV_MALFORMED']],
    ['blank cells', `${header}${tenMegabytes(',,,,\n')}`, ['FILE_WITHOUT_ROWS']],
  ])('of %s are refused within seconds', (_what, content, codes) => {
    const { result, milliseconds } = timed(() => read(content));
    expect(result.faults.count).toBeGreaterThan(0);
    expect(result.figures).toEqual([]);
    if (codes !== null) expect(result.faults.totals.map(({ code }) => code)).toEqual(codes);
    expect(milliseconds).toBeLessThan(PATIENCE_MS);
  });

  it('of rows that are each wrong keep the first 1,000 faults, count all, and need little memory', () => {
    const row = 'Atlantis,2,0,press,\n';
    const content = Buffer.from(header + tenMegabytes(row));
    const rows = (content.length - header.length) / row.length;
    const before = process.memoryUsage().rss;
    const { result, milliseconds } = timed(() => read(content));
    expect(result.rows).toBe(rows);
    expect(result.faults.kept).toHaveLength(1_000);
    expect(result.faults.totals.sort((a, b) => a.code.localeCompare(b.code))).toEqual([
      { code: 'UNIT_UNKNOWN', count: rows },
      { code: 'VALUE_OUT_OF_BOUNDS', count: rows * 2 },
    ]);
    expect(milliseconds).toBeLessThan(PATIENCE_MS);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
  });
});
