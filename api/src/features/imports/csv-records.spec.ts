import { describe, expect, it } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { CsvError, splitRecords } from './csv-records.js';

const LONGEST = 1_000;

function split(
  text: string,
  delimiter = ',',
  longest = LONGEST,
): readonly (readonly [number, readonly string[]])[] {
  const records: [number, readonly string[]][] = [];
  splitRecords(text, delimiter, longest, (cells, line) => records.push([line, cells]));
  return records;
}

function defectOf(text: string, longest = LONGEST): string {
  try {
    split(text, ',', longest);
    return 'none';
  } catch (error) {
    return error instanceof CsvError ? `${error.code} ${error.line}` : String(error);
  }
}

describe('splitRecords', () => {
  it.each([
    [
      'a,b\nc,d',
      [
        [1, ['a', 'b']],
        [2, ['c', 'd']],
      ],
    ],
    [
      'a,b\nc,d\n',
      [
        [1, ['a', 'b']],
        [2, ['c', 'd']],
      ],
    ],
    [
      'a,\n,b\n,',
      [
        [1, ['a', '']],
        [2, ['', 'b']],
        [3, ['', '']],
      ],
    ],
    [
      '\n\na\n',
      [
        [1, ['']],
        [2, ['']],
        [3, ['a']],
      ],
    ],
    ['"a,b","c ""d"" e",""\n', [[1, ['a,b', 'c "d" e', '']]]],
    [
      '"a\nb",c\nd\n"e\n\n",f\ng',
      [
        [1, ['a\nb', 'c']],
        [3, ['d']],
        [4, ['e\n\n', 'f']],
        [7, ['g']],
      ],
    ],
    ['""""', [[1, ['"']]]],
    ['', []],
  ])('takes %j apart', (text, records) => expect(split(text)).toEqual(records));

  it.each([
    ['"a', 'CSV_QUOTE_NOT_CLOSED 1'],
    ['a\n"b\nc\n', 'CSV_QUOTE_NOT_CLOSED 2'],
    ['a\n"b\n"c\nd', 'CSV_INVALID_CLOSING_QUOTE 2'],
    ['a\nb"c', 'CSV_INVALID_OPENING_QUOTE 2'],
    ['a\n "b"', 'CSV_INVALID_OPENING_QUOTE 2'],
  ])('refuses %j by the line on which the row begins', (text, defect) => {
    expect(defectOf(text)).toBe(defect);
  });

  it.each([
    ['a bare cell', 'x'.repeat(10), 'x'.repeat(11)],
    ['a quoted cell', `"${'x'.repeat(8)}"`, `"${'x'.repeat(10)}"`],
    ['empty cells', ','.repeat(10), ','.repeat(12)],
  ])('measures a row by all its characters: %s', (_what, fits, tooLong) => {
    expect(defectOf(`a\n${fits}\nb`, 10)).toBe('none');
    expect(defectOf(`a\n${tooLong}\nb`, 10)).toBe('CSV_ROW_TOO_LARGE 2');
  });

  it('gives back whatever a writer of CSV wrote, with any delimiter', () => {
    const cell = fc.string({ unit: fc.constantFrom(...'ab",;\t\n ế='), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t'), (rows, delimiter) => {
        const text = stringify(rows, { delimiter, quoted: true });
        expect(split(text, delimiter).map(([, cells]) => cells)).toEqual(rows);
      }),
    );
  });

  it('never takes more rows or cells from a text than it has line ends and delimiters', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a",\n'), maxLength: 60 }), (text) => {
        const defect = defectOf(text);
        if (defect !== 'none') return;
        const records = split(text);
        expect(records.length).toBeLessThanOrEqual(text.split('\n').length);
        expect(records.map(([line]) => line)).toEqual(
          [...records.map(([line]) => line)].sort((a, b) => a - b),
        );
      }),
    );
  });
});
