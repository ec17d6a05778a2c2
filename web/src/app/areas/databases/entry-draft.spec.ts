import { describe, expect, it } from '@jest/globals';
import { formatsFor } from '../../shared/format/formats.js';
import type { RegisteredDatabaseDetail } from '../../api-client/models/registered-database-detail.js';
import { draftOf, EMPTY_ENTRY, entryFaults, entryRequest, type EntryDraft } from './entry-draft.js';

const SOUND: EntryDraft = { ...EMPTY_ENTRY, unit: 'hue', nameVi: 'Hộ tịch', class: 'shared-locality' };

describe('an entry that is being written', () => {
  it.each<[string, Partial<EntryDraft>, boolean, string[]]>([
    ['nothing', EMPTY_ENTRY, false, ['unit', 'nameVi', 'class']],
    ['a sound one', {}, false, []],
    ['nghiệp vụ đặc thù alone', { marks: ['special-purpose'] }, false, ['specialReason', 'specialApprover']],
    ['an internal one of no system', { class: 'internal' }, false, ['informationSystem']],
    ['a day that is none', { inUseSince: '30/02/2026' }, false, ['inUseSince']],
    ['a revision without a reason', {}, true, ['changeNote']],
    ['blanks', { nameVi: '  ' }, false, ['nameVi']],
  ])('lacks, where it is %s', (_what, change, revising, faults) => {
    expect(entryFaults({ ...SOUND, ...change }, revising)).toEqual(faults);
  });

  it('sends what goes with its class and marks, and leaves the rest out', () => {
    const given = {
      ...SOUND,
      specialReason: 'left over',
      informationSystem: 'left over',
      nationalDatabase: 'land',
      inUseSince: '1/5/2021',
    };
    expect(JSON.parse(JSON.stringify(entryRequest(given)))).toEqual({
      nameVi: 'Hộ tịch',
      class: 'shared-locality',
      marks: [],
      inUseSince: '2021-05-01',
    });
    const special = { ...SOUND, marks: ['special-purpose'], specialReason: ' a ', specialApprover: 'b' };
    expect(entryRequest(special)).toMatchObject({ specialReason: 'a', specialApprover: 'b' });
  });

  it('begins a revision with the entry as it stands', () => {
    const entry = {
      unitId: 'hue',
      nameVi: 'x',
      class: 'internal',
      marks: ['important'],
      inUseSince: '2021-05-01',
    };
    const draft = draftOf(entry as unknown as RegisteredDatabaseDetail, formatsFor('vi'));
    expect(draft).toMatchObject({ unit: 'hue', nameEn: '', inUseSince: '01/05/2021', changeNote: '' });
  });
});
