import { describe, expect, it } from '@jest/globals';
import { excerpt, indexed, questionOf, relevance, type SearchEntry, withoutMarks } from './search-index.js';

function entry(own: Partial<SearchEntry>): SearchEntry {
  return {
    kind: 'clause',
    ref: 'x',
    code: null,
    titleVi: '',
    titleEn: '',
    bodyVi: null,
    bodyEn: null,
    dataSet: null,
    ...own,
  };
}

const TARGET = entry({
  code: 'III.2.đ',
  titleVi: 'Dữ liệu trong điều hành và đánh giá cán bộ',
  titleEn: 'Data in management and staff evaluation',
  bodyVi: 'Tích hợp kết quả xử lý công việc; số hoá hồ sơ, đạt tối thiểu 70%.',
});
const OTHER = entry({ code: 'III.2.d', titleVi: 'Số hóa hồ sơ thủ tục hành chính', titleEn: 'Digitisation' });

const found = (text: string, ...entries: SearchEntry[]) =>
  entries.map((one) => relevance(indexed(one), questionOf(text)));

describe('searching', () => {
  it('finds a code with đ before the one with d, and both by the letter without diacritics', () => {
    const [first = 0, second = 0] = found('III.2.đ', TARGET, OTHER);
    expect([first, second]).toEqual([10, 0]);
    expect(found('iii.2.d', TARGET, OTHER)).toEqual([9, 10]);
  });

  it.each([
    ['du lieu trong dieu hanh', 6],
    ['dữ liệu trong', 8],
    ['trong điều hành', 7],
    ['điều liệu', 5],
    ['staff evaluation', 7],
    ['công việc', 3],
    ['cong viec', 2],
    ['việc kết', 1],
    ['hành chính', 0],
    ['', 0],
    ['  …  ', 0],
  ])('%j is answered with %i', (text, expected) => {
    expect(found(text, TARGET)).toEqual([expected]);
  });

  it('takes a word with diacritics for itself, and one without for any that reads so', () => {
    const sign = entry({ titleVi: 'dấu' });
    const head = entry({ titleVi: 'đầu' });
    expect(found('dấu', sign, head)).toEqual([8, 0]);
    expect(found('dau', sign, head).every((score) => score > 0)).toBe(true);
    expect(relevance(indexed(head), withoutMarks(questionOf('dấu')))).toBeGreaterThan(0);
  });

  it('does not mind where a tone mark is put, nor how letters are composed, nor capitals', () => {
    expect(found('số hóa', TARGET)).toEqual(found('số hoá', TARGET));
    expect(found('SỐ HOÁ'.normalize('NFD'), TARGET)).toEqual([3]);
  });

  it('takes the beginning of the last word, and every other word whole', () => {
    expect(found('du lieu quan ly can b', TARGET)).toEqual([0]);
    expect(found('du lieu can b', TARGET)).toEqual([5]);
    expect(found('li du', TARGET)).toEqual([0]);
    expect(found('eval', TARGET)).toEqual([7]);
    expect(found('valuation', TARGET)).toEqual([0]);
    expect(found('70%', TARGET)).toEqual([3]);
  });

  it('minds no sign that has a meaning elsewhere', () => {
    for (const text of ['%', '_', '.*', '(', "'", '\\', ']']) expect(found(text, TARGET)).toEqual([0]);
  });
});

describe('an excerpt', () => {
  const long = `${'mở đầu dài dòng '.repeat(20)}số hoá hồ sơ ${'và phần sau nữa '.repeat(20)}`.trim();

  it('is the whole of a short text', () => {
    expect(excerpt('Ngắn  gọn', questionOf('gon'))).toBe('Ngắn gọn');
  });

  it('begins a little before what was asked, at a word', () => {
    const shown = excerpt(long, questionOf('so hoa ho so'));
    expect(shown).toMatch(/^… \S/);
    expect(shown).toMatch(/ …$/);
    expect(shown).toContain('số hoá hồ sơ');
    expect(shown.length).toBeLessThan(230);
  });

  it('is the beginning where only the title has the words', () => {
    expect(excerpt(long, questionOf('zzz'))).toMatch(/^mở đầu/);
  });

  it('has no mark of omission at the end of the text', () => {
    expect(excerpt(`${long} hết`, questionOf('hết'))).toMatch(/hết$/);
  });
});
