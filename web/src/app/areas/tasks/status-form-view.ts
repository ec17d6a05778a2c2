import { parseDay } from '../../shared/format/day.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Failure } from '../../shared/problem/problem.js';

/** What stands in the form. */
export interface StatusForm {
  readonly unit: string;
  readonly action: string;
  readonly state: 'not_started' | 'in_progress' | 'done';
  /** As written, dd/mm/yyyy; empty: today. */
  readonly asOf: string;
  readonly note: string;
  readonly number: string;
  readonly date: string;
  readonly description: string;
  readonly url: string;
}

export const EMPTY_FORM: StatusForm = {
  unit: '',
  action: '',
  state: 'in_progress',
  asOf: '',
  note: '',
  number: '',
  date: '',
  description: '',
  url: '',
};

export type FormField = keyof StatusForm;
export type FormFaults = Partial<Record<FormField, TextKey>>;

/** What is wrong before anything is sent. */
export function formFaults(form: StatusForm, needsUnit: boolean): FormFaults {
  const day = (text: string): boolean => text.trim() === '' || parseDay(text) !== null;
  const evidence = form.number.trim() || form.description.trim() || form.url.trim();
  return {
    ...(needsUnit && form.unit === '' ? { unit: 'tasks.fault.unit' as const } : {}),
    ...(form.note.trim() === '' ? { note: 'tasks.fault.note' as const } : {}),
    ...(day(form.asOf) ? {} : { asOf: 'tasks.fault.day' as const }),
    ...(day(form.date) ? {} : { date: 'tasks.fault.day' as const }),
    ...(form.date.trim() !== '' && !evidence ? { number: 'tasks.fault.evidence' as const } : {}),
  };
}

/** The form as a request; evidence only where something of it was written. */
export function requestOf(form: StatusForm) {
  const text = (value: string): string | null => value.trim() || null;
  const evidence = {
    number: text(form.number),
    date: parseDay(form.date),
    description: text(form.description),
    url: text(form.url),
  };
  const given = evidence.number ?? evidence.description ?? evidence.url;
  const asOf = parseDay(form.asOf);
  return {
    state: form.state,
    note: form.note.trim(),
    ...(form.unit === '' ? {} : { unit: form.unit }),
    ...(form.action === '' ? {} : { action: Number(form.action) }),
    ...(asOf === null ? {} : { asOf }),
    evidence: given === null ? [] : [evidence],
  };
}

/** Where on the form the server's faults belong. */
export function serverFaults(failure: Failure): FormFaults {
  const faults: FormFaults = {};
  for (const { path, code } of failure.errors) {
    const field = FIELDS[path.replace(/^evidence\.\d+\./, '')];
    if (field !== undefined) faults[field] = FAULTS[code] ?? 'tasks.fault.invalid';
  }
  return faults;
}

const FIELDS: Readonly<Record<string, FormField>> = {
  unit: 'unit',
  action: 'action',
  state: 'state',
  asOf: 'asOf',
  note: 'note',
  number: 'number',
  date: 'date',
  description: 'description',
  url: 'url',
};

const FAULTS: Readonly<Record<string, TextKey>> = {
  TASK_UNIT_REQUIRED: 'tasks.fault.unit',
  TASK_UNIT_UNKNOWN: 'tasks.fault.unitUnknown',
  TASK_UNIT_NOT_ADDRESSED: 'tasks.fault.unitNotAddressed',
  TASK_UNIT_NOT_THERE: 'tasks.fault.unitNotThere',
  TASK_DATE_AHEAD: 'tasks.fault.ahead',
};
