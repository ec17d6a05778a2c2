import { describe, expect, it } from '@jest/globals';
import { resultOf, unknownResult } from '../../../testing/rankings.js';
import { restingOnCopies } from './provenance.js';

const source = (id: string, kind: string) => ({ id, kind, titleVi: id, titleEn: id, url: null, note: null });

describe('results that rest on copies', () => {
  const sources = [source('gov', 'official'), source('news', 'press'), source('copy', 'third-party-copy')];

  it('have no official source and no newspaper behind them', () => {
    const rows = [
      resultOf('a', { sourceIds: ['copy'] }),
      resultOf('b', { sourceIds: ['gov', 'copy'] }),
      resultOf('c', { sourceIds: ['news'] }),
    ];
    expect(restingOnCopies(rows, sources).map((row) => row.unitId)).toEqual(['a']);
  });

  it('are not those of which nothing is known', () => {
    expect(restingOnCopies([unknownResult('a')], sources)).toEqual([]);
  });
});
