import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '../../../testing/wording.js';
import type { LegalClause } from '../../api-client/models/legal-clause.js';
import type { LegalDocument } from '../../api-client/models/legal-document.js';
import {
  anchorOf,
  clauseLabel,
  contentsOf,
  documentRemark,
  filterOf,
  lawFinding,
  stateCounts,
} from './law-view.js';

const vi = wordingOf('vi');
const en = wordingOf('en');

const documentOf = (own: Partial<LegalDocument>): LegalDocument => ({
  id: 'decree-47-2020',
  number: '47/2020/NĐ-CP',
  kind: 'decree',
  titleVi: 'Quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước',
  titleEn: 'Managing digital data',
  citationVi: 'Nghị định 47/2020/NĐ-CP',
  citationEn: 'Decree 47/2020/NĐ-CP',
  issuedByVi: 'Chính phủ',
  issuedByEn: 'Government',
  issuedOn: '2020-04-09',
  validFrom: '2020-05-25',
  validTo: null,
  standing: 'binding',
  state: 'in_force',
  successor: null,
  clauseCount: 10,
  textCount: 0,
  lapsedCount: 0,
  confidence: 'high',
  noteVi: null,
  noteEn: null,
  ...own,
});

const clauseOf = (own: Partial<LegalClause>): LegalClause => ({
  document: 'decree-47-2020',
  code: '20',
  parent: null,
  depth: 0,
  reference: 'decree-47-2020#20',
  citationVi: 'Điều 20, Nghị định 47/2020/NĐ-CP',
  citationEn: 'Article 20, Decree 47/2020/NĐ-CP',
  headingVi: null,
  headingEn: null,
  textVi: null,
  textCheck: null,
  reportedVi: null,
  reportedBy: null,
  validFrom: null,
  validTo: null,
  state: 'in_force',
  successor: null,
  endedBy: null,
  confidence: 'high',
  noteVi: null,
  noteEn: null,
  sourceIds: [],
  ...own,
});

const all = [
  documentOf({}),
  documentOf({ lapsedCount: 9 }),
  documentOf({ state: 'lapsed', validTo: '2025-08-18' }),
  documentOf({ state: 'unverified', validFrom: null }),
  documentOf({ state: 'not_law', standing: 'draft' }),
];

describe('the documents', () => {
  it('are counted by what the filter leaves, and each is in one of the four', () => {
    const counts = stateCounts(all);
    expect(counts).toEqual({ all: 5, in_force: 2, unverified: 1, lapsed: 1, history: 1, partly: 1 });
    expect(counts.in_force + counts.unverified + counts.lapsed + counts.history).toBe(counts.all);
  });

  it('are announced by what has lapsed', () => {
    expect(lawFinding(stateCounts(all), vi)).toBe(
      '5 văn bản làm căn cứ: 1 văn bản đã hết hiệu lực, 1 văn bản hết hiệu lực một phần',
    );
  });

  it.each([
    ['in_force', 'in_force'],
    ['unverified', 'unverified'],
    ['lapsed', 'lapsed'],
    ['history', 'history'],
    ['anything', undefined],
    [undefined, undefined],
  ])('are filtered by an address that says %s as %s', (text, filter) => {
    expect(filterOf(text)).toBe(filter);
  });

  it.each([
    [0, null],
    [1, 'hết hiệu lực một phần: 9 điều khoản được dẫn ở đây'],
    [2, 'hết hiệu lực từ 19/08/2025'],
    [3, 'cần đối chiếu hiệu lực'],
    [4, 'dự thảo, không phải luật'],
  ])('number %i carry the remark %s', (at, remark) => {
    expect(documentRemark(all[at] ?? documentOf({}), vi)).toBe(remark);
  });
});

describe('the contents', () => {
  const clauses = [
    clauseOf({ code: 'III', headingVi: 'MỤC TIÊU', headingEn: 'Targets' }),
    clauseOf({ code: 'III.2', parent: 'III', depth: 1, headingVi: 'Chính phủ số', headingEn: 'Government' }),
    clauseOf({ code: 'III.2.đ', parent: 'III.2', depth: 2, textVi: 'Tích hợp…' }),
    clauseOf({ code: '20' }),
  ];

  it('hold headings and articles, and no points', () => {
    const tree = contentsOf(clauses);
    expect(tree.map(({ clause }) => clause.code)).toEqual(['III', '20']);
    expect(tree[0]?.parts.map(({ clause }) => clause.code)).toEqual(['III.2']);
    expect(tree[0]?.parts[0]?.parts).toEqual([]);
  });

  it('name a clause without its document', () => {
    expect(clauseLabel(clauseOf({}), vi)).toBe('Điều 20');
    const row = { code: 'III.2.đ', citationVi: 'mục III.2.đ, Quyết định 142/QĐ-TTg' };
    expect(clauseLabel(clauseOf(row), vi)).toBe('III.2.đ');
    const chapter = { code: 'chIII', citationVi: 'Chương III, Nghị định 47/2020/NĐ-CP' };
    expect(clauseLabel(clauseOf(chapter), vi)).toBe('Chương III');
    const point = clauseOf({
      citationVi: 'điểm a khoản 2 Điều 16, Nghị định 47/2020/NĐ-CP',
      citationEn: 'point a, clause 2, Article 16, Decree 47/2020/NĐ-CP',
    });
    expect(clauseLabel(point, vi)).toBe('Điểm a khoản 2 Điều 16');
    expect(clauseLabel(point, en)).toBe('Point a, clause 2, Article 16');
  });

  it('give đ and d places of their own', () => {
    expect(anchorOf('III.2.đ')).not.toBe(anchorOf('III.2.d'));
  });
});
