import type { Standing, ValidityState } from './law.dto.js';

/** Days that something holds for, inclusive; null = not known on that side. */
export interface Validity {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Its last day is past: of 2025-08-18, on the 19th and after. */
export function hasLapsed({ validTo }: Pick<Validity, 'validTo'>, on: string): boolean {
  return validTo !== null && validTo < on;
}

/**
 * Where a document or clause stands on a day. Law without a first day is `unverified`: it may hold, and
 * nobody has read that it does. What is not law is neither in force nor lapsed.
 */
export function validityState(entry: Validity & { readonly standing: Standing }, on: string): ValidityState {
  if (entry.standing !== 'binding') return 'not_law';
  if (hasLapsed(entry, on)) return 'lapsed';
  if (entry.validFrom === null) return 'unverified';
  return entry.validFrom > on ? 'not_yet' : 'in_force';
}
