import type { ProblemDetail } from '../../platform/http/problem.js';
import type { TermDto } from './database-words.dto.js';
import type { DatabaseEntry } from './register.dto.js';

/** The mark that takes a database out of two ratios (III.2.b; the second half of III.2.d). */
export const SPECIAL_PURPOSE = 'special-purpose';
const NATIONAL = 'national';
const INTERNAL = 'internal';

export interface EntryWords {
  readonly classes: readonly Pick<TermDto, 'code' | 'levels'>[];
  readonly marks: readonly Pick<TermDto, 'code' | 'needs'>[];
  readonly nationalIds: readonly string[];
}

/**
 * What is wrong with an entry of the register, beyond the shape of the request: a class that is not one, or
 * not one of the unit's level; a mark that is not one; `nghiệp vụ đặc thù` without its reason or approver
 * (or these without the mark); a class that needs to say of what it is.
 */
export function entryFaults(
  entry: DatabaseEntry,
  level: string,
  words: EntryWords,
): readonly ProblemDetail[] {
  return [
    ...classFaults(entry, level, words),
    ...entry.marks
      .filter((mark) => !words.marks.some(({ code }) => code === mark))
      .map((mark) => fault('DATABASE_MARK_UNKNOWN', 'marks', `there is no mark "${mark}"`)),
    ...specialFaults(entry, words),
  ];
}

function classFaults(entry: DatabaseEntry, level: string, words: EntryWords): readonly ProblemDetail[] {
  const found = words.classes.find(({ code }) => code === entry.class);
  if (found === undefined)
    return [fault('DATABASE_CLASS_UNKNOWN', 'class', `there is no class "${entry.class}"`)];
  const faults: ProblemDetail[] = [];
  if (!found.levels.includes(level))
    faults.push(
      fault('DATABASE_CLASS_NOT_OF_LEVEL', 'class', `a unit of level ${level} has none of this class`),
    );
  if (entry.class === INTERNAL && entry.informationSystem === undefined)
    faults.push(fault('INFORMATION_SYSTEM_MISSING', 'informationSystem', 'of which information system'));
  const national = entry.nationalDatabase;
  if (national !== undefined && (entry.class !== NATIONAL || !words.nationalIds.includes(national)))
    faults.push(
      fault('NATIONAL_DATABASE_UNKNOWN', 'nationalDatabase', `"${national}" is not this national database`),
    );
  return faults;
}

function specialFaults(entry: DatabaseEntry, words: EntryWords): readonly ProblemDetail[] {
  const marked = entry.marks.includes(SPECIAL_PURPOSE);
  const needs = words.marks.find(({ code }) => code === SPECIAL_PURPOSE)?.needs ?? [];
  const faults: ProblemDetail[] = [];
  if (marked && needs.includes('reason') && entry.specialReason === undefined)
    faults.push(fault('SPECIAL_PURPOSE_WITHOUT_REASON', 'specialReason', 'the mark needs a reason'));
  if (marked && needs.includes('approver') && entry.specialApprover === undefined)
    faults.push(fault('SPECIAL_PURPOSE_WITHOUT_APPROVER', 'specialApprover', 'the mark needs an approver'));
  if (!marked && (entry.specialReason !== undefined || entry.specialApprover !== undefined))
    faults.push(fault('SPECIAL_PURPOSE_UNMARKED', 'marks', 'a reason or approver without the mark'));
  return faults;
}

function fault(code: string, path: string, message: string): ProblemDetail {
  return { code, path, message };
}
