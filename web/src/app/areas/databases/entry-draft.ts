import type { RegisteredDatabaseDetail } from '../../api-client/models/registered-database-detail.js';
import type { Formats } from '../../shared/format/formats.js';
import { parseDay } from '../../shared/format/day.js';
import type { Registration } from './database-client.js';

export const SPECIAL_PURPOSE = 'special-purpose';
const INTERNAL = 'internal';
const NATIONAL = 'national';

/** An entry of the register as it is being written; everything as typed. */
export interface EntryDraft {
  readonly unit: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly description: string;
  readonly class: string;
  readonly marks: readonly string[];
  readonly specialReason: string;
  readonly specialApprover: string;
  readonly informationSystem: string;
  readonly nationalDatabase: string;
  readonly reference: string;
  readonly inUseSince: string;
  readonly changeNote: string;
}

export const EMPTY_ENTRY: EntryDraft = {
  unit: '',
  nameVi: '',
  nameEn: '',
  description: '',
  class: '',
  marks: [],
  specialReason: '',
  specialApprover: '',
  informationSystem: '',
  nationalDatabase: '',
  reference: '',
  inUseSince: '',
  changeNote: '',
};

/** What a revision begins with: the entry as it stands. */
export function draftOf(entry: RegisteredDatabaseDetail, formats: Formats): EntryDraft {
  return {
    unit: entry.unitId,
    nameVi: entry.nameVi,
    nameEn: entry.nameEn ?? '',
    description: entry.description ?? '',
    class: entry.class,
    marks: entry.marks,
    specialReason: entry.specialReason ?? '',
    specialApprover: entry.specialApprover ?? '',
    informationSystem: entry.informationSystem ?? '',
    nationalDatabase: entry.nationalDatabase ?? '',
    reference: entry.reference ?? '',
    inUseSince: entry.inUseSince === null ? '' : formats.date(entry.inUseSince),
    changeNote: '',
  };
}

export const isSpecial = (draft: EntryDraft): boolean => draft.marks.includes(SPECIAL_PURPOSE);
export const isInternal = (draft: EntryDraft): boolean => draft.class === INTERNAL;
export const isNational = (draft: EntryDraft): boolean => draft.class === NATIONAL;

/** Fields that still lack something, before the server is asked. */
export function entryFaults(draft: EntryDraft, revising: boolean): readonly string[] {
  const needed: readonly (readonly [keyof EntryDraft, boolean])[] = [
    ['unit', true],
    ['nameVi', true],
    ['class', true],
    ['specialReason', isSpecial(draft)],
    ['specialApprover', isSpecial(draft)],
    ['informationSystem', isInternal(draft)],
    ['changeNote', revising],
  ];
  const empty = needed.filter(([field, asked]) => asked && String(draft[field]).trim() === '');
  const day = draft.inUseSince.trim();
  return [...empty.map(([field]) => field), ...(day !== '' && parseDay(day) === null ? ['inUseSince'] : [])];
}

/** The entry as the server takes it: what is blank, or does not go with class and marks, is left out. */
export function entryRequest(draft: EntryDraft): Omit<Registration, 'unit'> {
  const given = (text: string, asked = true) => (!asked || text.trim() === '' ? undefined : text.trim());
  return {
    nameVi: draft.nameVi.trim(),
    nameEn: given(draft.nameEn),
    description: given(draft.description),
    class: draft.class,
    marks: [...draft.marks],
    specialReason: given(draft.specialReason, isSpecial(draft)),
    specialApprover: given(draft.specialApprover, isSpecial(draft)),
    informationSystem: given(draft.informationSystem, isInternal(draft)),
    nationalDatabase: given(draft.nationalDatabase, isNational(draft)),
    reference: given(draft.reference),
    inUseSince: parseDay(draft.inUseSince) ?? undefined,
  };
}
