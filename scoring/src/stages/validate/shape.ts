/**
 * Reading what may be anything: a framework or a data set can come from a file, a request or a
 * program without types, and is checked before one field of it is believed.
 */
export type Unknowns = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Unknowns {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isFiniteNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function isCode(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** A value as a parameter of a problem: itself where it can be shown, else the name of its type. */
export function shown(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value) : typeof value;
}
