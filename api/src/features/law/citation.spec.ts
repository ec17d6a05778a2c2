import { describe, expect, it } from '@jest/globals';
import { citationOf, parseReference, placeOf, referenceOf } from './citation.js';

describe('a reference', () => {
  it.each([
    ['decree-47-2020', { document: 'decree-47-2020', clause: null }],
    ['decision-142-2024#III.2.đ', { document: 'decision-142-2024', clause: 'III.2.đ' }],
    ['decision-142-2024#A.I.3', { document: 'decision-142-2024', clause: 'A.I.3' }],
    ['decree-47-2020#16.2.a', { document: 'decree-47-2020', clause: '16.2.a' }],
  ])('%s is document and clause', (text, parts) => {
    expect(parseReference(text)).toEqual(parts);
    expect(referenceOf(parts.document, parts.clause)).toBe(text);
  });

  it('is read whether đ is written in one character or two', () => {
    expect(parseReference('decision-142-2024#III.2.đ'.normalize('NFD'))?.clause).toBe('III.2.đ');
  });

  it.each(['', '#III', 'decision-142-2024#', 'Decision-142#III', 'a#b#c', 'a #b', 'Nghị định 47/2020/NĐ-CP'])(
    'is not: %j',
    (text) => {
      expect(parseReference(text)).toBeNull();
    },
  );
});

describe('a place', () => {
  it.each([
    ['III', 'mục III', 'section III'],
    ['III.2.đ', 'mục III.2.đ', 'section III.2.đ'],
    ['VIII.16.e', 'mục VIII.16.e', 'section VIII.16.e'],
    ['A.I.3', 'phụ lục, mục A.I.3', 'annex, A.I.3'],
    ['C.XVI.1', 'phụ lục, mục C.XVI.1', 'annex, C.XVI.1'],
    ['20', 'Điều 20', 'Article 20'],
    ['16.4', 'khoản 4 Điều 16', 'clause 4, Article 16'],
    ['16.2.đ', 'điểm đ khoản 2 Điều 16', 'point đ, clause 2, Article 16'],
  ])('%s is named %s', (code, vi, en) => {
    expect(placeOf(code)).toEqual({ vi, en });
  });

  it('stands before its document', () => {
    const document = { vi: 'Nghị định 47/2020/NĐ-CP', en: 'Decree 47/2020/NĐ-CP' };
    expect(citationOf(document, placeOf('20')).vi).toBe('Điều 20, Nghị định 47/2020/NĐ-CP');
    expect(citationOf(document, null)).toBe(document);
  });
});
