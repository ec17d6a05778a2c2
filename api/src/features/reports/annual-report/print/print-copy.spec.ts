import { describe, expect, it } from '@jest/globals';
import { printCopy } from './print-copy.js';

describe('printCopy', () => {
  it('composes every text, however deep', () => {
    const decomposed = 'Hà Nội'.normalize('NFD');
    expect(decomposed).not.toBe('Hà Nội');
    expect(
      printCopy({ content: [{ text: [decomposed, { text: decomposed }] }], info: { title: decomposed } }),
    ).toEqual({
      content: [{ text: ['Hà Nội', { text: 'Hà Nội' }] }],
      info: { title: 'Hà Nội' },
    });
  });

  it('shares nothing with the original that the layout writes into', () => {
    const cell = { text: 'a' };
    const definition = { content: [{ table: { body: [[cell]] } }] };
    const copy = printCopy(definition);
    expect(copy).toEqual(definition);
    expect(copy.content[0]?.table.body[0]?.[0]).not.toBe(cell);
  });

  it('composes what functions of the page give, and leaves other functions and dates as they are', () => {
    const width = () => 1;
    const date = new Date(0);
    const copy = printCopy({
      header: (page: number) => `${'ệ'.normalize('NFD')}${page}`,
      layout: { width },
      date,
    });
    expect(copy.header(2)).toBe('ệ2');
    expect(copy.layout.width).toBe(width);
    expect(copy.date).toBe(date);
  });
});
