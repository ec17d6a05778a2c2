import { describe, expect, it } from '@jest/globals';
import { readTable, type CsvRow } from './csv-table.js';

const isColumn = (name: string): boolean => ['unit', 'dti.total', 'note'].includes(name);

function read(text: string) {
  const rows: CsvRow[] = [];
  return { table: readTable(text, isColumn, (row) => rows.push(row)), rows };
}

describe('readTable', () => {
  it.each([',', ';', '\t'])('tells the delimiter %j by the names it knows', (delimiter) => {
    const text = [
      ['unit', 'dti.total'],
      ['Huế', '0.5'],
    ]
      .map((row) => row.join(delimiter))
      .join('\n');
    const { table, rows } = read(text);
    expect(table).toEqual({ ok: true, delimiter, rows: 1 });
    expect(rows.map((row) => row.cells)).toEqual([
      ['unit', 'dti.total'],
      ['Huế', '0.5'],
    ]);
  });

  it.each([
    ['sep=;\nunit;dti.total\nHuế;0,5', ';'],
    ['"SEP=,"\nunit,dti.total\nHuế,0.5', ','],
    ['sep=\t\nunit\tdti.total\nHuế\t0,5', '\t'],
  ])('takes a first line as %j for what it says, and for no row', (text, delimiter) => {
    const { table, rows } = read(text);
    expect(table).toEqual({ ok: true, delimiter, rows: 1 });
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, 'unit'],
      [3, 'Huế'],
    ]);
  });

  it('takes a first line that only looks like one for a header', () => {
    expect(read('sep=|\nunit|note\nA|x').rows[0]?.cells).toEqual(['sep=|']);
    expect(read('sep=;x\nunit;note').rows[0]?.cells).toEqual(['sep=', 'x']);
  });

  it('is not led astray by decimal commas below, or by a wrong name in the header', () => {
    expect(read('unit;dti.totl;note\nHuế;0,5;a,b,c,d').table).toMatchObject({ delimiter: ';', ok: true });
    expect(read('unit,dti.total;x\nHuế,1').table).toMatchObject({ delimiter: ',' });
  });

  it('takes cells apart as RFC 4180 says: quotes, doubled quotes, delimiters and line breaks inside', () => {
    const { rows } = read('unit,note\n"Bộ Văn hóa, Thể thao","a ""b"" c"\nHuế,"two\nlines"');
    expect(rows.slice(1).map((row) => row.cells)).toEqual([
      ['Bộ Văn hóa, Thể thao', 'a "b" c'],
      ['Huế', 'two\nlines'],
    ]);
  });

  it('counts lines as an editor does, through blank lines and cells of several lines', () => {
    const { rows, table } = read('\nunit,note\n\nA,"one\ntwo\n\nfour"\n , \n,\nB,x\n\nC,"y\n"\nD,z');
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, 'unit'],
      [4, 'A'],
      [10, 'B'],
      [12, 'C'],
      [14, 'D'],
    ]);
    expect(table).toMatchObject({ ok: true, rows: 4 });
  });

  it.each([
    ['a quote that is never closed', 'unit,note\nA,x\n\nB,"open\nC,y\nD,z\n', 4, 'CSV_QUOTE_NOT_CLOSED'],
    ['a quote inside a bare cell', 'unit,note\nA,12" pipe\nB,x', 2, 'CSV_INVALID_OPENING_QUOTE'],
    ['text after a closing quote', 'unit,note\nA,x\nB,"a"b\n', 3, 'CSV_INVALID_CLOSING_QUOTE'],
  ])('names the line of %s, and keeps the rows before it', (_what, text, line, found) => {
    const { table, rows } = read(text);
    expect(table).toMatchObject({ ok: false, line, found });
    expect(rows.map((row) => row.line)).toEqual(Array.from({ length: rows.length }, (_, i) => i + 1));
    expect(rows.length).toBeLessThan(line);
  });

  it('refuses a row of more than 100,000 characters, on one line or on many', () => {
    const wide = `unit,note\nA,${'x'.repeat(100_001)}\n`;
    expect(read(wide).table).toMatchObject({ ok: false, line: 2, found: 'CSV_ROW_TOO_LARGE' });
    const tall = `unit,note\nA,"${'x\n'.repeat(60_000)}"\n`;
    expect(read(tall).table).toMatchObject({ ok: false, line: 2, found: 'CSV_ROW_TOO_LARGE' });
    expect(read(`unit,note\nA,${'x'.repeat(99_000)}\n`).table).toMatchObject({ ok: true, rows: 1 });
  });

  it('finds no rows below a header alone, and none in blank cells', () => {
    expect(read('unit,note').table).toMatchObject({ ok: true, rows: 0 });
    expect(read('unit,note\n,\n ,\n').table).toMatchObject({ ok: true, rows: 0 });
  });
});
