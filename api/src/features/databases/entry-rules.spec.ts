import { describe, expect, it } from '@jest/globals';
import { entryFaults } from './entry-rules.js';
import type { DatabaseEntry } from './register.dto.js';

const WORDS = {
  classes: [
    { code: 'national', levels: ['ministry'] },
    { code: 'shared-locality', levels: ['province'] },
    { code: 'internal', levels: ['ministry', 'province'] },
  ],
  marks: [
    { code: 'important', needs: [] },
    { code: 'special-purpose', needs: ['reason', 'approver'] },
  ],
  nationalIds: ['population'],
};
const SOUND: DatabaseEntry = { nameVi: 'Hộ tịch', class: 'shared-locality', marks: [] };
const codes = (entry: Partial<DatabaseEntry>, level = 'province') =>
  entryFaults({ ...SOUND, ...entry }, level, WORDS).map(({ code, path }) => `${code} ${path}`);

describe('an entry of the register', () => {
  it('that is sound has no fault', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ marks: ['important'] })).toEqual([]);
    expect(
      codes({ marks: ['special-purpose'], specialReason: 'Bí mật nhà nước', specialApprover: 'Bộ trưởng' }),
    ).toEqual([]);
    expect(codes({ class: 'national', nationalDatabase: 'population' }, 'ministry')).toEqual([]);
  });

  it.each<[string, Partial<DatabaseEntry>, string[]]>([
    ['a class that is none', { class: 'secret' }, ['DATABASE_CLASS_UNKNOWN class']],
    ['a class of another level', { class: 'national' }, ['DATABASE_CLASS_NOT_OF_LEVEL class']],
    ['a mark that is none', { marks: ['blue'] }, ['DATABASE_MARK_UNKNOWN marks']],
    [
      'nghiệp vụ đặc thù without a reason',
      { marks: ['special-purpose'], specialApprover: 'Bộ trưởng' },
      ['SPECIAL_PURPOSE_WITHOUT_REASON specialReason'],
    ],
    [
      'nghiệp vụ đặc thù without an approver',
      { marks: ['special-purpose'], specialReason: 'Bí mật nhà nước' },
      ['SPECIAL_PURPOSE_WITHOUT_APPROVER specialApprover'],
    ],
    [
      'nghiệp vụ đặc thù with neither',
      { marks: ['special-purpose'] },
      ['SPECIAL_PURPOSE_WITHOUT_REASON specialReason', 'SPECIAL_PURPOSE_WITHOUT_APPROVER specialApprover'],
    ],
    ['a reason without the mark', { specialReason: 'x' }, ['SPECIAL_PURPOSE_UNMARKED marks']],
    [
      'an internal database of no system',
      { class: 'internal' },
      ['INFORMATION_SYSTEM_MISSING informationSystem'],
    ],
    [
      'a national database that is none',
      { nationalDatabase: 'moon' },
      ['NATIONAL_DATABASE_UNKNOWN nationalDatabase'],
    ],
  ])('%s is a fault', (_what, entry, faults) => {
    expect(codes(entry)).toEqual(faults);
  });

  it('tells every fault at once', () => {
    expect(codes({ class: 'x', marks: ['y', 'special-purpose'] })).toHaveLength(4);
  });
});
