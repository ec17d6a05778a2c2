import { canonicalJson } from '../digest.js';

type Fields = Readonly<Record<string, unknown>>;

/** The fields that differ, as they were and as they are: what the trail needs of a change. */
export function changedFields(before: Fields, after: Fields): { before: Fields; after: Fields } {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (key) => canonicalJson(before[key] ?? null) !== canonicalJson(after[key] ?? null),
  );
  const of = (fields: Fields) => Object.fromEntries(keys.map((key) => [key, fields[key] ?? null]));
  return { before: of(before), after: of(after) };
}
