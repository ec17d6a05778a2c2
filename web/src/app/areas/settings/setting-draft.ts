import { parseDay } from '../../shared/format/day.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';
import type { SettingField, SettingShape } from './setting-shape.js';

/** What is typed into a form: a text for each field, and whether the setting is set at all. */
export interface SettingDraft {
  readonly set: boolean;
  readonly texts: Readonly<Record<string, string>>;
}

/** What was typed as a value, or what is wrong with it by field. */
export type DraftOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: Readonly<Record<string, TextKey>> };

/** The value that holds, as texts to change. */
export function draftOf(
  value: unknown,
  { fields }: SettingShape,
  formats: Wording['formats'],
  comma: boolean,
): SettingDraft {
  const texts = fields.map((field) => [field.name, textOf(part(value, field.name), field, formats, comma)]);
  return { set: value !== null, texts: Object.fromEntries(texts) as Record<string, string> };
}

/** Reads a form; all that is wrong at once. */
export function outcomeOf(draft: SettingDraft, { fields, nullable }: SettingShape): DraftOutcome {
  if (nullable && !draft.set) return { ok: true, value: null };
  const read = fields.map((field) => ({ field, ...readField(draft.texts[field.name] ?? '', field) }));
  const faults = read.flatMap(({ field, fault }) => (fault === null ? [] : [[field.name, fault] as const]));
  if (faults.length > 0) return { ok: false, faults: Object.fromEntries(faults) };
  const [first] = read;
  if (first?.field.name === '') return { ok: true, value: first.value };
  return { ok: true, value: Object.fromEntries(read.map(({ field, value }) => [field.name, value])) };
}

/** The part of a value that a field is of. */
export function part(value: unknown, name: string): unknown {
  if (name === '') return value;
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** A value that is one thing as text; several things as JSON. */
export function scalarText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function textOf(value: unknown, field: SettingField, formats: Wording['formats'], comma: boolean): string {
  if (value === undefined || value === null) return '';
  if (field.kind === 'json') return JSON.stringify(value, null, 2);
  const text = scalarText(value);
  if (field.kind === 'day') return formats.date(text);
  return field.kind === 'number' && comma ? text.replace('.', ',') : text;
}

interface Read {
  readonly value: unknown;
  readonly fault: TextKey | null;
}

function readField(text: string, field: SettingField): Read {
  const typed = text.trim();
  if (typed === '') return { value: null, fault: 'settings.fault.needed' };
  if (field.kind === 'number') return readNumber(typed, field);
  if (field.kind === 'day') {
    const day = parseDay(typed);
    return { value: day, fault: day === null ? 'settings.fault.day' : null };
  }
  return field.kind === 'json' ? readJson(typed) : { value: typed, fault: null };
}

function readNumber(typed: string, field: Extract<SettingField, { kind: 'number' }>): Read {
  const plain = typed.replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(plain)) return { value: null, fault: 'settings.fault.number' };
  const value = Number(plain);
  if (field.integer && !Number.isInteger(value)) return { value, fault: 'settings.fault.integer' };
  const outside =
    (field.minimum !== null && value < field.minimum) || (field.maximum !== null && value > field.maximum);
  return { value, fault: outside ? 'settings.fault.range' : null };
}

function readJson(typed: string): Read {
  try {
    return { value: JSON.parse(typed) as unknown, fault: null };
  } catch {
    return { value: null, fault: 'settings.fault.json' };
  }
}
