import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '../../../../testing/wording.js';
import { changeRows, fieldWords, valueWords } from './change-words.js';

const vi = wordingOf('vi');
const en = wordingOf('en');

describe('what differs between two versions', () => {
  const names = new Map([['data.open', 'Dữ liệu mở']]);

  it('is said line by line, by the names of the nodes', () => {
    const rows = changeRows(
      [
        { node: null, kind: 'changed', field: 'method.rank', before: null, after: { decimals: 4 } },
        { node: 'data.open', kind: 'changed', field: 'weight', before: 1, after: 2.5 },
        { node: 'data.new', kind: 'added', field: null, before: null, after: { vi: 'Mới', en: 'New' } },
        { node: 'data.open', kind: 'moved', field: null, before: 'data', after: 'data.big' },
      ],
      names,
      vi,
    );
    expect(rows.map(({ name, what, before, after }) => [name, what, before, after])).toEqual([
      ['Toàn phiên bản', 'Xếp hạng', '–', 'decimals: 4'],
      ['Dữ liệu mở', 'Trọng số', '1', '2,5'],
      ['data.new', 'Thêm mới', '–', 'Mới'],
      ['Dữ liệu mở', 'Chuyển chỗ', 'data', 'data.big'],
    ]);
  });

  it('knows that a node is scored unless its file says otherwise', () => {
    const change = {
      node: 'data.open',
      kind: 'changed',
      field: 'scored',
      before: null,
      after: false,
    } as const;
    expect(changeRows([change], names, vi)[0]).toMatchObject({ before: 'có', after: 'không' });
  });

  it.each([
    [{ vi: 'Chữ', en: 'Words' }, 'Chữ', 'Words'],
    [['a#1', 'b'], 'a#1, b', 'a#1, b'],
    [false, 'không', 'no'],
    [
      { kind: 'ratio', nothing_to_count: { value: 0 }, elements: ['a', 'b'] },
      'kind: ratio, nothing_to_count: { value: 0 }, elements: [a, b]',
      'kind: ratio, nothing_to_count: { value: 0 }, elements: [a, b]',
    ],
  ])('writes %j', (value, vietnamese, english) => {
    expect([valueWords(value, vi), valueWords(value, en)]).toEqual([vietnamese, english]);
  });

  it('writes a key that it does not know as the file has it', () => {
    expect(fieldWords('uncertainty', vi)).toBe('uncertainty');
  });
});
