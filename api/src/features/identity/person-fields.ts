import { hidesCharacters, mixesLetters } from './look-alikes.js';

export const LONGEST_NAME = 120;
/** RFC 5321: 64 before the @, 254 in all. */
export const LONGEST_EMAIL = 254;
const LONGEST_LOCAL_PART = 64;

/** What is wrong with a name or an address by itself, whoever else there is. */
export type FieldFault = 'NAME_INVALID' | 'NAME_LOOKS_ALIKE' | 'EMAIL_INVALID' | 'EMAIL_LOOKS_ALIKE';

/** A name as it is stored: composed, one space between words. Control characters are left, to be refused. */
export function cleanName(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[ \u00a0]+/g, ' ')
    .replaceAll(/^ | $/g, '');
}

/** Letters, their marks, and what stands between them: blank, hyphen, apostrophe, full stop. */
const NAME = /^\p{L}[\p{L}\p{M} .'’-]*$/u;

/** @returns null for a name that may be stored */
export function nameFault(name: string): FieldFault | null {
  if ([...name].length > LONGEST_NAME || hidesCharacters(name)) return 'NAME_INVALID';
  if (mixesLetters(name)) return 'NAME_LOOKS_ALIKE';
  return NAME.test(name) ? null : 'NAME_INVALID';
}

/** An address as it is stored and written to. */
export function cleanEmail(text: string): string {
  return text.normalize('NFC').trim();
}

const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^([\p{L}\p{M}\p{N}]([\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+\p{L}[\p{L}\p{M}\p{N}-]{1,62}$/u;

/**
 * @returns null for an address that may be stored. A domain in its encoded form (xn--) is not read by people, so
 * that anything may stand behind it.
 */
export function emailFault(email: string): FieldFault | null {
  const [local = '', domain = '', ...more] = email.split('@');
  if (email.length > LONGEST_EMAIL || local.length > LONGEST_LOCAL_PART || hidesCharacters(email))
    return 'EMAIL_INVALID';
  if (mixesLetters(email) || /(^|\.)xn--/i.test(domain)) return 'EMAIL_LOOKS_ALIKE';
  return more.length > 0 || !LOCAL_PART.test(local) || !DOMAIN.test(domain) ? 'EMAIL_INVALID' : null;
}
