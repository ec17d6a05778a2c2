import type { TextKey } from '../../shared/language/text-key.js';

/** The rosters that can be chosen at a press; the newest is today's and needs no day. */
export const ROSTERS: readonly { readonly value: string; readonly label: TextKey }[] = [
  { value: '', label: 'units.roster.now' },
  { value: '2025-06-30', label: 'units.roster.before' },
];

/** The choice an address stands for: today's roster unless it names a day before the mergers. */
export function rosterChoice(on: string | undefined): string {
  return on !== undefined && on !== '' && on < '2025-07-01' ? '2025-06-30' : '';
}

/** The level of an address; provinces unless it says otherwise. */
export function levelOf(text: string | undefined): 'province' | 'ministry' {
  return text === 'ministry' ? 'ministry' : 'province';
}
