import { describe, expect, it } from '@jest/globals';
import type { CheckFigure } from '../../api-client/models/check-figure.js';
import { editionOf } from '../../../testing/rankings.js';
import { wordingOf } from '../../../testing/wording.js';
import { checkRow, revisionOf, revisionRows, todayInVietNam } from './edition-view.js';

const vi = wordingOf('vi');
const check = (change: Partial<CheckFigure>): CheckFigure => ({
  frameworkVersion: 'dti-922-province',
  groupCode: null,
  groupNameVi: null,
  groupNameEn: null,
  statistic: 'mean',
  published: 0.4014,
  decimals: 4,
  recomputed: null,
  held: 0,
  expected: 63,
  agrees: null,
  confidence: 'high',
  sourceIds: [],
  ...change,
});

describe('a check figure', () => {
  it('that cannot be recomputed says so', () => {
    expect(checkRow(check({}), vi)).toEqual({
      group: 'Quốc gia',
      published: '0,4014',
      recomputed: '–',
      held: '0/63',
      verdict: 'chưa đủ số liệu để tính lại',
      agrees: null,
    });
  });

  it('of a group without results here still has the name of its group', () => {
    const named = check({
      groupCode: 'province_63',
      groupNameVi: 'Các tỉnh, thành phố trực thuộc trung ương',
      groupNameEn: 'Provinces and centrally-run cities',
    });
    expect(checkRow(named, vi).group).toBe('Các tỉnh, thành phố trực thuộc trung ương');
  });

  it('agrees or differs', () => {
    expect(checkRow(check({ recomputed: 0.4014, agrees: true }), vi).verdict).toBe('khớp');
    expect(checkRow(check({ recomputed: 0.5, agrees: false }), vi)).toMatchObject({
      recomputed: '0,5000',
      verdict: 'khác',
    });
  });
});

describe('revisions', () => {
  it.each([
    ['2', 2],
    ['0', null],
    ['-1', null],
    ['1e3', null],
    [undefined, null],
  ])('the address %s asks for %s', (text, revision) => {
    expect(revisionOf(text)).toBe(revision);
  });

  it('are listed when there are several, the one on view marked', () => {
    const edition = editionOf({
      revision: 1,
      revisions: [
        { revision: 2, status: 'draft', publishedOn: null },
        { revision: 1, status: 'published', publishedOn: '2023-07-12' },
      ],
    });
    expect(revisionRows(edition, vi)).toEqual([
      { number: 2, text: 'bản số 2 · dự thảo', shown: false },
      { number: 1, text: 'bản số 1 · đã công bố · 12/07/2023', shown: true },
    ]);
    expect(revisionRows(editionOf(), vi)).toEqual([]);
  });
});

describe('today', () => {
  it('is the day in Viet Nam', () => {
    expect(todayInVietNam(new Date('2026-11-21T17:30:00Z'))).toBe('2026-11-22');
  });
});
