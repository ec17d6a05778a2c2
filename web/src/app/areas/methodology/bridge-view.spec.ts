import { describe, expect, it } from '@jest/globals';
import type { Bridge } from '../../api-client/models/bridge.js';
import { versionOf } from '../../../testing/frameworks.js';
import { wordingOf } from '../../../testing/wording.js';
import { bridgeBars, bridgeFinding, bridgeState, bridgeTable, bridgeYears } from './bridge-view.js';

const vi = wordingOf('vi');
const standing = (score: number | null, rank: number | null) => ({
  score,
  state: score === null ? ('incomplete' as const) : ('scored' as const),
  rank,
  group: 'province',
  coverage: 1,
  band: null,
});
const bridge: Bridge = {
  a: versionOf('a'),
  b: versionOf('b'),
  period: '2025',
  rosterDate: '2025-12-31',
  covered: { a: true, b: true },
  dataSet: 'official',
  sample: false,
  parts: [],
  unitCount: 3,
  scoredByBoth: 1,
  meanDifference: -0.05,
  units: [
    {
      unitId: 'a',
      nameVi: 'Tỉnh A',
      nameEn: 'A',
      before: standing(0.6, 3),
      after: standing(0.55, 1),
      scoreDifference: -0.05,
      rankDifference: -2,
      parts: [],
    },
    {
      unitId: 'b',
      nameVi: 'Tỉnh B',
      nameEn: 'B',
      before: standing(null, null),
      after: standing(0.4, 2),
      scoreDifference: null,
      rankDifference: null,
      parts: [],
    },
    {
      unitId: 'c',
      nameVi: 'Tỉnh C',
      nameEn: 'C',
      before: null,
      after: standing(0.3, 3),
      scoreDifference: null,
      rankDifference: null,
      parts: [],
    },
  ],
};

describe('a bridge between two versions', () => {
  it('draws the units that both score, and no other', () => {
    expect(bridgeBars(bridge, vi)).toEqual([{ id: 'a', name: 'Tỉnh A', before: 0.6, after: 0.55 }]);
  });

  it('has every unit in its table; a gap says why and is no number, and a rise is places up', () => {
    expect(bridgeTable(bridge, vi).rows).toEqual([
      ['Tỉnh A', '0,6000', '0,5500', '−0,0500', '3', '1', '+2'],
      ['Tỉnh B', 'chưa đủ số liệu', '0,4000', '', '–', '2', ''],
      ['Tỉnh C', '–', '0,3000', '', '–', '3', ''],
    ]);
  });

  it('says how many change their rank, and by how much scores move on average', () => {
    expect(bridgeFinding(bridge, vi)).toBe(
      'Năm 2025: 1 trong 1 đơn vị có điểm ở cả hai phiên bản đổi hạng; điểm thay đổi trung bình −0,0500',
    );
    expect(bridgeFinding({ ...bridge, scoredByBoth: 0, meanDifference: null }, vi)).toBe(
      'Năm 2025: chưa có đơn vị nào có điểm ở cả hai phiên bản',
    );
  });

  it('takes a period without figures for nothing to show, and any other refusal for a failure', () => {
    const failed = (code: string) => ({
      status: 'failed' as const,
      failure: { status: 422, code, detail: null, errors: [], refusal: null },
    });
    expect(bridgeState(failed('NOTHING_TO_SCORE'))).toEqual({ status: 'empty' });
    expect(bridgeState(failed('SCORING_REFUSED')).status).toBe('failed');
  });

  it('offers the years of either version up to this one, the newest first', () => {
    const years = [
      { periodFrom: '2021', periodTo: '2023' },
      { periodFrom: '2023', periodTo: null },
    ];
    expect(bridgeYears(years, 2026)).toEqual(['2026', '2025', '2024', '2023', '2022', '2021']);
    expect(bridgeYears([{ periodFrom: '2027', periodTo: null }], 2026)).toEqual([]);
  });
});
