import { describe, expect, it } from '@jest/globals';
import { KINDS, kindOf, marked, placeOf } from './search-view.js';

/** Parts as one text, what is found between brackets. */
const shown = (text: string, question: string) =>
  marked(text, question)
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join('');

describe('where a hit is read', () => {
  it.each([
    ['target', 'III.2.đ', ['/targets', 'III.2.đ'], {}],
    ['clause', 'decision-142-2024#III.2.đ', ['/law', 'decision-142-2024'], { clause: 'III.2.đ' }],
    ['document', 'decree-47-2020', ['/law', 'decree-47-2020'], {}],
    [
      'indicator',
      'data-2026-draft-province#data.open',
      ['/methodology', 'data-2026-draft-province'],
      { node: 'data.open' },
    ],
    ['task', 'A.I.3', ['/tasks', 'A.I.3'], {}],
    ['unit', 'ha-noi', ['/units', 'ha-noi'], {}],
    ['database', '7', ['/databases', '7'], {}],
    ['database', 'national/land', ['/databases', 'national', 'land'], {}],
    ['duty', 'province-report', ['/duties'], { duty: 'province-report' }],
    ['activity', 'V.1', ['/duties', 'framework-2024'], { activity: 'V.1' }],
  ] as const)('%s %s', (kind, ref, path, query) => {
    expect(placeOf({ kind, ref })).toEqual({ path, query });
  });

  it('is known for every kind', () => {
    for (const kind of KINDS) expect(placeOf({ kind, ref: 'a#b' }).path[0]).toMatch(/^\//);
    expect(kindOf('task')).toBe('task');
    expect(kindOf('tasks')).toBeUndefined();
  });
});

describe('what is marked of a text', () => {
  it.each([
    ['Dữ liệu mở, sử dụng dữ liệu', 'du lieu', '[Dữ liệu] mở, sử dụng [dữ liệu]'],
    ['Dữ liệu mở', 'MỞ', 'Dữ liệu [mở]'],
    ['III.2.đ', 'iii.2.d', '[III.2.đ]'],
    ['Dữ liệu, được mở', 'mo du', '[Dữ] liệu, [đư]ợc [mở]'],
    ['Được dùng dữ liệu', 'du mo', 'Được dùng [dữ] liệu'],
    ['Tỷ lệ số hóa', 'so', 'Tỷ lệ [số] hóa'],
    ['thủ tục', 'u', 'thủ tục'],
    ['Đà Nẵng', 'da nang', '[Đà Nẵng]'],
    ['gì cũng được', '', 'gì cũng được'],
    ['a+b', '+', 'a+b'],
  ])('%j asked by %j', (text, question, expected) => {
    expect(shown(text, question)).toBe(expected);
  });

  it('is the same however the letters are composed', () => {
    expect(shown('Dữ liệu'.normalize('NFD'), 'dữ'.normalize('NFD'))).toBe('[Dữ] liệu');
  });
});
