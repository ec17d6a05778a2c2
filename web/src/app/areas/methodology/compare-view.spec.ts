import { describe, expect, it } from '@jest/globals';
import type { FrameworkComparison } from '../../api-client/models/framework-comparison.js';
import type { NodeDifference } from '../../api-client/models/node-difference.js';
import { versionOf } from '../../../testing/frameworks.js';
import { wordingOf } from '../../../testing/wording.js';
import { comparedRows, comparisonFinding, versionChanges } from './compare-view.js';

const vi = wordingOf('vi');
const side = (code: string, weightEffective: number, scored = true) => ({
  parentCode: 'data',
  nameVi: `Mục ${code}`,
  nameEn: `Node ${code}`,
  scored,
  weightAsked: weightEffective,
  weightEffective,
});
const node = (code: string, own: Partial<NodeDifference>): NodeDifference => ({
  code,
  state: 'same',
  moved: false,
  reweighted: false,
  before: side(code, 0.25),
  after: side(code, 0.25),
  changes: [],
  ...own,
});
const comparison: FrameworkComparison = {
  a: versionOf('a'),
  b: versionOf('b'),
  counts: { same: 2, changed: 1, added: 1, removed: 1, moved: 0, reweighted: 4 },
  version: [{ node: null, kind: 'changed', field: 'method.missing', before: 'reweight', after: 'zero' }],
  nodes: [
    node('same', {}),
    node('others', { reweighted: true, after: side('others', 0.2) }),
    node('changed', {
      state: 'changed',
      reweighted: true,
      after: side('changed', 0, false),
      changes: [{ node: 'changed', kind: 'changed', field: 'scored', before: true, after: false }],
    }),
    node('new', { state: 'added', reweighted: true, before: null }),
    node('gone', { state: 'removed', reweighted: true, after: null }),
  ],
};

describe('two versions side by side', () => {
  const rows = comparedRows(comparison, false, vi);

  it('show what differs, and everything when asked', () => {
    expect(rows.map(({ code, state }) => [code, state])).toEqual([
      ['others', 'reweighted'],
      ['changed', 'changed'],
      ['new', 'added'],
      ['gone', 'removed'],
    ]);
    expect(comparedRows(comparison, true, vi)).toHaveLength(5);
  });

  it('give weights before and after as shares of the whole, with the difference in points', () => {
    expect(rows.map(({ before, after, difference }) => [before, after, difference])).toEqual([
      ['25%', '20%', '−5,00'],
      ['25%', 'Chỉ mô tả, không tính điểm', '−25,00'],
      ['–', '25%', '+25,00'],
      ['25%', '–', '−25,00'],
    ]);
  });

  it('say what changed in a node by its name', () => {
    expect(rows[1]?.changes).toMatchObject([
      { name: 'Mục changed', what: 'Tính điểm', before: 'có', after: 'không' },
    ]);
    expect(versionChanges(comparison, vi)).toMatchObject([
      { name: 'Toàn phiên bản', what: 'Khi thiếu số liệu' },
    ]);
  });

  it('are summed up in one sentence', () => {
    expect(comparisonFinding(comparison, vi)).toBe(
      '1 mục thay đổi, 1 mục thêm, 1 mục bỏ; 4 mục có trọng số khác trong toàn bộ',
    );
    const none = { same: 5, changed: 0, added: 0, removed: 0, moved: 0, reweighted: 0 };
    expect(comparisonFinding({ ...comparison, counts: none }, vi)).toBe(
      'Cây chỉ số và trọng số giống nhau ở cả 5 mục',
    );
  });
});
