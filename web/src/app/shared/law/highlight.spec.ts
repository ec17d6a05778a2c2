import { describe, expect, it } from '@jest/globals';
import { highlight } from './highlight.js';

const marked = (text: string, words: string): string =>
  highlight(text, words)
    .map((part) => (part.found ? `[${part.text}]` : part.text))
    .join('');

describe('what a search found', () => {
  it.each([
    ['mở và cung cấp dữ liệu mở', 'dữ liệu mở', 'mở và cung cấp [dữ liệu mở]'],
    ['mở và cung cấp dữ liệu mở', 'du lieu mo', 'mở và cung cấp [dữ liệu mở]'],
    ['Đô thị, đô thị', 'do thi', '[Đô thị], [đô thị]'],
    ['DỮ LIỆU', 'dữ liệu', '[DỮ LIỆU]'],
    ['100% hồ sơ', 'quan trắc', '100% hồ sơ'],
    ['100% hồ sơ', '', '100% hồ sơ'],
    ['a  b', ' b ', 'a  [b]'],
    ['dữ liệu', 'dữ liệu'.normalize('NFD'), '[dữ liệu]'],
  ])('in "%s" by "%s" is marked: %s', (text, words, expected) => {
    expect(marked(text, words)).toBe(expected);
  });

  it('leaves out no character', () => {
    const text = 'dữ liệu mở đảm bảo chất lượng (không trùng lắp, dư thừa)…';
    for (const words of ['d', 'dữ', 'o', '…', text]) {
      expect(
        highlight(text, words)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }
  });
});
