import { describe, expect, it } from '@jest/globals';
import type { Succession } from '../../api-client/models/succession.js';
import type { UnitDetail } from '../../api-client/models/unit-detail.js';
import { entryOf as entry, resultOf } from '../../../testing/rankings.js';
import { wordingOf } from '../../../testing/wording.js';
import {
  changeWord,
  entryOf,
  provenanceOf,
  successionsOf,
  unitHeadline,
  unitTiles,
  validityText,
} from './unit-view.js';

const vi = wordingOf('vi');
const detail: UnitDetail = {
  id: 'hue',
  level: 'province',
  kind: 'city',
  nameVi: 'Thành phố Huế',
  shortNameVi: 'Huế',
  nameEn: 'Hue',
  regionId: null,
  validFrom: null,
  validTo: null,
  names: [],
  kinds: [],
  codes: [],
  regions: [],
  aliases: [],
  predecessors: [],
  successors: [],
  confidence: 'high',
  legalBasis: null,
  note: null,
  sourceIds: [],
};
const of2020 = entry('2020', '1726', resultOf('hue', { total: 0.4097, rank: 2 }));
const of2021 = entry('2021', '922', resultOf('hue', { total: 0.5, rank: 3 }));
const of2022 = entry('2022', '922', resultOf('hue', { total: 0.6975, rank: 4 }));

describe('the entry on view', () => {
  it('is the one of the address, or the newest', () => {
    expect(entryOf([of2020, of2022], 'dti-2020')).toBe(of2020);
    expect(entryOf([of2020, of2022], undefined)).toBe(of2022);
    expect(entryOf([], 'dti-2020')).toBeNull();
  });
});

describe('the headline of a unit', () => {
  it('is rank of how many, year and total', () => {
    expect(unitHeadline(detail, of2022, true, vi)).toBe(
      'Thành phố Huế: hạng 4/63 năm 2022 với giá trị 0,6975',
    );
  });

  it('says that the total was not published', () => {
    const ranked = entry('2021', '922', resultOf('x', { total: null, rank: 6 }));
    expect(unitHeadline(detail, ranked, true, vi)).toContain(
      'hạng 6/63 năm 2021, giá trị không được công bố',
    );
  });

  it('says whose results are shown instead, or that there are none', () => {
    expect(unitHeadline(detail, null, true, vi)).toContain('các đơn vị hợp thành');
    expect(unitHeadline(detail, null, false, vi)).toContain('chưa có kết quả');
  });
});

describe('the numbers of a unit', () => {
  const last = (entries: Parameters<typeof unitTiles>[0], on: typeof of2022) => unitTiles(entries, on, vi);

  it('compare with the edition before within one framework', () => {
    expect(last([of2021, of2022], of2022).at(-1)).toMatchObject({
      value: '+0,1975',
      note: 'so với năm 2021',
    });
  });

  it('do not compare across frameworks', () => {
    expect(last([of2020, of2022], of2022).at(-1)).toMatchObject({
      value: '–',
      note: 'không so sánh với năm 2020: khác bộ chỉ số',
    });
  });

  it('say what recomputation gives where it differs', () => {
    const differing = entry(
      '2022',
      '922',
      resultOf('hcm', { total: 0.7163, agrees: false, computedTotal: 0.71638 }),
    );
    expect(last([differing], differing)[0]).toMatchObject({
      value: '0,7163',
      note: 'theo công bố; tính lại được 0,7164',
    });
  });

  it('measure the distance to the median of the group', () => {
    expect(last([of2022], of2022)[2]).toMatchObject({ value: '+0,1975', note: 'trung vị 0,5000' });
    const few = { ...of2022, statistics: { ...of2022.statistics, count: 9 } };
    expect(last([few], few)[2]?.note).toBe('trung vị 0,5000 của 9 đơn vị có số liệu');
  });
});

describe('successions', () => {
  const one = (
    effectiveDate: string,
    predecessorId: string,
    successorId: string,
    change = 'merge',
  ): Succession => ({
    change,
    effectiveDate,
    predecessorId,
    predecessorNameVi: predecessorId,
    predecessorNameEn: predecessorId,
    successorId,
    successorNameVi: successorId,
    successorNameEn: successorId,
    legalBasis: null,
    confidence: 'high',
    note: null,
    sourceIds: [],
  });

  it('stand once each, oldest first, though a renaming is both before and after', () => {
    const renaming = one('2025-01-01', 'hue', 'hue', 'rename');
    const unit = {
      ...detail,
      predecessors: [renaming, one('1989-07-01', 'binh-tri-thien', 'hue')],
      successors: [renaming],
    };
    expect(successionsOf(unit).map((found) => found.effectiveDate)).toEqual(['1989-07-01', '2025-01-01']);
  });

  it('have a word, and an unknown kind keeps its own', () => {
    expect(changeWord('merge', vi)).toBe('Sắp xếp, hợp nhất thành đơn vị mới');
    expect(changeWord('split', vi)).toBe('split');
  });
});

describe('validity', () => {
  it('says in words where an end is open', () => {
    expect(validityText({ validFrom: '2008-08-01', validTo: '2025-06-30' }, vi)).toBe(
      '01/08/2008 – 30/06/2025',
    );
    expect(validityText({ validFrom: null, validTo: null }, vi)).toBe('chưa rõ ngày bắt đầu – đang hiệu lực');
  });
});

describe('provenance', () => {
  const copy = {
    id: 'copy',
    kind: 'third-party-copy',
    titleVi: 'Bản sao',
    titleEn: 'Copy',
    url: null,
    note: null,
  };

  it('says when a result rests on a copy alone, and how far it is trusted', () => {
    const found = provenanceOf(
      entry('2022', 'f', resultOf('x', { sourceIds: ['copy'], confidence: 'medium-high' })),
      [copy],
      vi,
    );
    expect(found).toMatchObject({ copyOnly: true, sources: [copy], confidence: 'Độ tin cậy: khá.' });
  });

  it('says that trust was not assessed', () => {
    expect(
      provenanceOf(entry('2022', 'f', resultOf('x', { confidence: null })), [], vi).confidence,
    ).toContain('chưa đánh giá');
  });
});
