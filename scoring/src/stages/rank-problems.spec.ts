import { describe, expect, it } from '@jest/globals';
import type { Band, RankRule } from '../model/ranking.js';
import { rankingProblems } from './rank.js';

const RULE: RankRule = {
  method: 'competition',
  decimals: 4,
  rounding: 'half_up_decimal',
  direction: 'descending',
};

const AT = 'framework.method.rank';

describe('problems of a rule of ranking', () => {
  it.each<[Partial<RankRule>]>([
    [{}],
    [{ method: 'dense', decimals: null, direction: 'ascending' }],
    [{ method: 'fractional', decimals: 0 }],
    [{ method: 'ordinal', decimals: 15, tieBreaks: [] }],
    [{ tieBreaks: [{ by: 'node', node: 'a', direction: 'ascending' }, { by: 'code' }] }],
    [{ tieBreaks: [{ by: 'node', node: 'a', direction: 'descending' }] }],
  ])('%j: none', (change) => {
    expect(rankingProblems({ ...RULE, ...change }, undefined, AT)).toEqual([]);
  });

  it.each([
    [
      { method: 'best' },
      'RANK_METHOD_UNKNOWN',
      'method',
      { found: 'best', known: 'competition dense fractional ordinal' },
    ],
    [
      { rounding: 'half_even' },
      'RANK_ROUNDING_UNKNOWN',
      'rounding',
      { found: 'half_even', known: 'half_up_decimal' },
    ],
    [
      { direction: 'up' },
      'RANK_DIRECTION_UNKNOWN',
      'direction',
      { found: 'up', known: 'descending ascending' },
    ],
    [{ decimals: -1 }, 'RANK_DECIMALS_INVALID', 'decimals', { decimals: -1 }],
    [{ decimals: 16 }, 'RANK_DECIMALS_INVALID', 'decimals', { decimals: 16 }],
    [{ decimals: 1.5 }, 'RANK_DECIMALS_INVALID', 'decimals', { decimals: 1.5 }],
    [{ decimals: Number.NaN }, 'RANK_DECIMALS_INVALID', 'decimals', { decimals: 'NaN' }],
    [{ decimals: '4' }, 'RANK_DECIMALS_INVALID', 'decimals', { decimals: '4' }],
    [{ decimals: undefined }, 'RANK_DECIMALS_INVALID', 'decimals', { decimals: null }],
    [{ tieBreaks: 'code' }, 'TIE_BREAKS_INVALID', 'tieBreaks', { found: 'code' }],
    [{ tieBreaks: null }, 'TIE_BREAKS_INVALID', 'tieBreaks', { found: null }],
    [{ tieBreaks: ['code'] }, 'TIE_BREAK_UNKNOWN', 'tieBreaks[0]', { found: 'code', known: 'node code' }],
    [
      { tieBreaks: [{ by: 'age' }] },
      'TIE_BREAK_UNKNOWN',
      'tieBreaks[0]',
      { found: 'age', known: 'node code' },
    ],
    [
      { tieBreaks: [{ by: 'code' }, { by: 'node', node: 'a' }] },
      'TIE_BREAK_DIRECTION_UNKNOWN',
      'tieBreaks[1].direction',
      { found: null, known: 'descending ascending' },
    ],
  ])('%j: %s', (change, code, path, params) => {
    const rule = { ...RULE, ...change } as never;
    expect(rankingProblems(rule, undefined, AT)).toEqual([{ code, path: `${AT}.${path}`, params }]);
  });

  it.each([
    [null, null],
    ['competition', 'competition'],
    [[], 'object'],
    [undefined, null],
  ])('%j: RANK_INVALID', (rule, found) => {
    expect(rankingProblems(rule as never, undefined, AT)).toEqual([
      { code: 'RANK_INVALID', path: AT, params: { found } },
    ]);
  });

  it('are told of all at once', () => {
    expect(rankingProblems({} as never, [], AT).map(({ code }) => code)).toEqual([
      'RANK_METHOD_UNKNOWN',
      'RANK_ROUNDING_UNKNOWN',
      'RANK_DIRECTION_UNKNOWN',
      'RANK_DECIMALS_INVALID',
      'BANDS_INVALID',
    ]);
  });
});

describe('problems of bands', () => {
  const at = 'framework.method.bands';
  const found = (bands: unknown): unknown => rankingProblems(RULE, bands as readonly Band[], AT);

  it('are none where each has a code and a start of its own', () => {
    expect(
      found([
        { code: 'b', from: 0.8 },
        { code: 'a', from: -1 },
      ]),
    ).toEqual([]);
  });

  it.each([
    ['high', 'BANDS_INVALID', '', { found: 'high' }],
    [[], 'BANDS_INVALID', '', { found: 'object' }],
    [[3], 'BAND_INVALID', '[0]', { found: 3 }],
    [[{ from: 1 }], 'BAND_CODE_EMPTY', '[0].code', {}],
    [[{ code: '', from: 1 }], 'BAND_CODE_EMPTY', '[0].code', {}],
    [
      [
        { code: 'a', from: 1 },
        { code: 'a', from: 2 },
      ],
      'BAND_CODE_DOUBLED',
      '[1].code',
      { band: 'a' },
    ],
    [[{ code: 'a' }], 'BAND_FROM_INVALID', '[0].from', { from: null }],
    [[{ code: 'a', from: '0.8' }], 'BAND_FROM_INVALID', '[0].from', { from: '0.8' }],
    [[{ code: 'a', from: Infinity }], 'BAND_FROM_INVALID', '[0].from', { from: 'Infinity' }],
    [
      [
        { code: 'a', from: 0.8 },
        { code: 'b', from: 0.8 },
      ],
      'BAND_FROM_DOUBLED',
      '[1].from',
      { from: 0.8 },
    ],
  ])('%j: %s', (bands, code, path, params) => {
    expect(found(bands)).toEqual([{ code, path: `${at}${path}`, params }]);
  });
});
