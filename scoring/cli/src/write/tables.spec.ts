import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';
import { writeJson } from './json.js';
import { progressOf } from './progress.js';
import { fixed, textOf, type Table } from './text-table.js';

const TABLE: Table = {
  title: 'Scores',
  columns: [
    { heading: 'unit', key: 'unit' },
    { heading: 'score', key: 'score', decimals: 2 },
    { heading: 'n', key: 'count' },
    { heading: 'rank', key: 'rank', right: true },
  ],
  rows: [
    ['Đà Nẵng', 0.125, 58.900000000000006, '1='],
    ['Huế, "xưa"', null, 3, null],
  ],
  notes: ['Two units.'],
};

describe('a table', () => {
  it('as text is aligned by what is seen, numbers to the right, with a dash for nothing', () => {
    const text = [
      'Scores',
      '',
      'unit        score     n  rank',
      '----------  -----  ----  ----',
      'Đà Nẵng      0.13  58.9    1=',
      'Huế, "xưa"      –     3     –',
      '',
      'Two units.',
    ].join('\n');
    expect(textOf(TABLE)).toBe(text);
    const rows = TABLE.rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.normalize('NFD') : cell)),
    );
    expect(textOf({ ...TABLE, rows }).normalize('NFC')).toBe(text);
  });

  it('as text shows what would move the cursor of a terminal as one character', () => {
    const rows = [['\u001b[2Jgone'], ['two\nlines'], ['tab\there']];
    const columns = [{ heading: 'unit', key: 'unit' }];
    expect(textOf({ title: 'a\rb', columns, rows, notes: [] })).toBe(
      'a\uFFFDb\n\nunit\n---------\n\uFFFD[2Jgone\ntwo\uFFFDlines\ntab\uFFFDhere',
    );
  });

  it('as CSV is unrounded, with nothing for nothing', () => {
    expect(csvOf(TABLE)).toBe(
      'unit,score,count,rank\nĐà Nẵng,0.125,58.900000000000006,1=\n"Huế, ""xưa""",,3,\n',
    );
  });

  it('as CSV has what would be misread in quotes', () => {
    const columns = [{ heading: 'x', key: 'a,b' }];
    const rows = [['plain'], ['a, b'], ['"'], ['two\nlines'], [' before'], ['after '], [-1e-7], [null]];
    const lines = [
      ...['"a,b"', 'plain', '"a, b"', '""""'],
      ...['"two', 'lines"', '" before"', '"after "', '-1e-7', '', ''],
    ];
    expect(csvOf({ title: null, columns, rows, notes: [] })).toBe(lines.join('\n'));
  });

  it('may be notes alone, or rows alone', () => {
    expect(textOf({ title: null, columns: [], rows: [], notes: ['a', 'b'] })).toBe('a\nb');
    expect(textOf({ ...TABLE, title: null, rows: [], notes: [] })).toBe(
      'unit  score  n  rank\n----  -----  -  ----',
    );
  });
});

describe('a number with decimals', () => {
  it.each([
    [0.40965, 4, '0.4097'],
    [-0.00001, 2, '0.00'],
    [12, 0, '12'],
    [2.5, 0, '3'],
    [1.005, 2, '1.01'],
  ])('%f to %i', (value, decimals, text) => {
    expect(fixed(value, decimals)).toBe(text);
  });
});

describe('JSON', () => {
  const written = (answer: Readonly<Record<string, unknown>>): string => {
    let text = '';
    writeJson(answer, (piece) => (text += piece));
    return text;
  };

  it('is what JSON.parse gives back, lists entry by entry', () => {
    const answer = {
      ok: true,
      value: { list: [{ a: 1, deep: { b: [1, 2] } }, null, 'x'], empty: [], nothing: {}, text: 'Đ', n: null },
    };
    expect(JSON.parse(written(answer))).toEqual(answer);
    expect(written(answer).split('\n')).toHaveLength(15);
  });

  it('has typed arrays as lists, and leaves out what is not there', () => {
    const answer = {
      value: { values: new Float64Array([1, 2]), of: [new Uint8Array([3])], gone: undefined },
    };
    expect(JSON.parse(written(answer))).toEqual({ value: { values: [1, 2], of: [[3]] } });
  });

  it('is one object, even of nothing', () => {
    expect(JSON.parse(written({}))).toEqual({});
  });
});

describe('progress', () => {
  const shownAt = (isTTY: boolean, seconds: readonly number[]) => {
    let text = '';
    let now = 0;
    const progress = progressOf('simulating', { isTTY, write: (own) => (text += own) }, () => now * 1000);
    for (const second of seconds) {
      now = second;
      progress.show(second, 40);
    }
    progress.end();
    return text;
  };

  it('is silent for a second', () => {
    expect([shownAt(true, [0.2, 0.9]), shownAt(false, [0.2, 0.9])]).toEqual(['', '']);
  });

  it('redraws one line on a terminal, and takes it away', () => {
    expect(shownAt(true, [1, 1.1, 2])).toBe(
      '\r\u001b[2Ksimulating: 1 of 40, 2 %\r\u001b[2Ksimulating: 2 of 40, 5 %\r\u001b[2K',
    );
  });

  it('writes a line now and then elsewhere', () => {
    expect(shownAt(false, [1, 2, 10, 11, 12])).toBe('simulating: 1 of 40, 2 %\nsimulating: 11 of 40, 27 %\n');
  });
});
