import { describe, expect, it } from '@jest/globals';
import { versionOf } from '../../../testing/frameworks.js';
import { wordingOf } from '../../../testing/wording.js';
import { byIndex, levelOf, listFinding, periodsText } from './versions-view.js';

const vi = wordingOf('vi');
const versions = [
  versionOf('dti-old', { index: 'dti', status: 'retired', periodFrom: '2020', periodTo: '2020' }),
  versionOf('dti-new', { index: 'dti', status: 'retired', periodFrom: '2021', periodTo: '2023' }),
  versionOf('own', { index: 'own', status: 'in_use' }),
  versionOf('data-nation', { level: 'nation' }),
  versionOf('data-province'),
];

describe('the list of versions', () => {
  it('has the data sub-index first, then the DTI, then any other by its code', () => {
    expect(byIndex(versions, null, vi).map(({ index, name }) => [index, name])).toEqual([
      ['data', 'Chỉ số đánh giá phát triển dữ liệu'],
      ['dti', 'Bộ chỉ số chuyển đổi số (DTI)'],
      ['own', 'own'],
    ]);
  });

  it('has provinces before the nation, and the newest version first', () => {
    expect(byIndex(versions, null, vi).map((one) => one.versions.map(({ code }) => code))).toEqual([
      ['data-province', 'data-nation'],
      ['dti-new', 'dti-old'],
      ['own'],
    ]);
  });

  it('shows one level where the address names one, and all where it names none that there is', () => {
    expect(byIndex(versions, levelOf('nation'), vi)).toHaveLength(1);
    expect(levelOf('planet')).toBeNull();
  });

  it('says how many are drafts and how many in use', () => {
    expect(listFinding(versions, vi)).toBe('5 phiên bản bộ chỉ số: 1 đang áp dụng, 2 dự thảo');
  });
});

describe('the years of a version', () => {
  it.each([
    ['2021', '2023', '2021–2023'],
    ['2020', '2020', '2020'],
    ['2023', null, 'từ 2023'],
  ])('%s to %s', (periodFrom, periodTo, text) => {
    expect(periodsText({ periodFrom, periodTo }, vi)).toBe(text);
  });
});
