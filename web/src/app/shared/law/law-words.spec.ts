import { describe, expect, it } from '@jest/globals';
import type { LegalBasis } from '../../api-client/models/legal-basis.js';
import { wordingOf } from '../../../testing/wording.js';
import { asSentence, basisRemark, dayAfter, lawDays, lawLink } from './law-words.js';

const openData: LegalBasis = {
  reference: 'decree-47-2020#20',
  document: 'decree-47-2020',
  clause: '20',
  citationVi: 'Điều 20, Nghị định 47/2020/NĐ-CP',
  citationEn: 'Article 20, Decree 47/2020/NĐ-CP',
  standing: 'binding',
  validFrom: '2020-05-25',
  validTo: '2025-08-18',
  lapsed: true,
  successor: 'decree-194-2025',
  successorCitationVi: 'Nghị định 194/2025/NĐ-CP',
  successorCitationEn: 'Decree 194/2025/NĐ-CP',
};
const vi = wordingOf('vi');
const en = wordingOf('en');

describe('what is said of a basis', () => {
  it('names the first day without it and what took its place', () => {
    expect(basisRemark(openData, vi)).toBe('hết hiệu lực từ 19/08/2025, thay bằng Nghị định 194/2025/NĐ-CP');
    expect(basisRemark(openData, en)).toBe('lapsed on 19/08/2025, replaced by Decree 194/2025/NĐ-CP');
  });

  it('names the day alone where nothing took its place', () => {
    const alone = { ...openData, successor: null, successorCitationVi: null, successorCitationEn: null };
    expect(basisRemark(alone, vi)).toBe('hết hiệu lực từ 19/08/2025');
  });

  it('is nothing while it holds, even when its last day is known', () => {
    expect(basisRemark({ ...openData, lapsed: false }, vi)).toBeNull();
  });

  it('says of what is no law that it is none', () => {
    const draft = { ...openData, lapsed: false, validTo: null, standing: 'draft' as const };
    expect(basisRemark(draft, vi)).toBe('dự thảo, không phải luật');
  });
});

it('begins with a capital where it stands alone', () => {
  expect(asSentence('đã qua, chỉ để tra cứu')).toBe('Đã qua, chỉ để tra cứu');
});

describe('days', () => {
  it.each([
    ['2025-08-18', '2025-08-19'],
    ['2024-02-28', '2024-02-29'],
    ['2024-12-31', '2025-01-01'],
  ])('after %s comes %s', (day, next) => {
    expect(dayAfter(day)).toBe(next);
  });

  it.each([
    [{ validFrom: '2020-05-25', validTo: '2025-08-18', state: 'lapsed' }, '25/05/2020 – 18/08/2025'],
    [{ validFrom: '2024-02-02', validTo: null, state: 'in_force' }, 'từ 02/02/2024'],
    [{ validFrom: null, validTo: '2025-08-18', state: 'lapsed' }, 'đến 18/08/2025'],
    [{ validFrom: null, validTo: null, state: 'unverified' }, 'chưa rõ, cần đối chiếu'],
    [{ validFrom: null, validTo: null, state: 'not_law' }, '–'],
  ] as const)('of %j are written %s', (of, text) => {
    expect(lawDays(of, vi)).toBe(text);
  });
});

describe('a link to a clause', () => {
  it('keeps đ as it is; the router writes it into the address', () => {
    expect(lawLink({ document: 'decision-142-2024', clause: 'III.2.đ' })).toEqual({
      path: ['/law', 'decision-142-2024'],
      query: { clause: 'III.2.đ' },
    });
  });

  it('to a document alone asks for no clause', () => {
    expect(lawLink({ document: 'decree-47-2020', clause: null }).query).toEqual({});
  });
});
