import { createHash, randomBytes } from 'node:crypto';
import { RECOVERY_CODES } from './sign-in-rules.js';

/** Crockford's letters: none is taken for another, in print or by voice. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 24 letters of five bits: 120 bits, so that a plain hash is enough (ASVS 5.0, 6.5.2). */
const LENGTH = 24;
const GROUP = 6;

/** A fresh set, as it is shown once: `K7QX2M-9TBHPD-4RWN8C-J3VYZF`. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, newCode);
}

function newCode(): string {
  const letters = [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return (letters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-');
}

/** What is stored of a code; null when a text cannot be one. Small letters, blanks and O for 0 are forgiven. */
export function hashOfRecoveryCode(text: string): Buffer | null {
  const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (plain.length !== LENGTH || [...plain].some((letter) => !LETTERS.includes(letter))) return null;
  return createHash('sha256').update(plain, 'ascii').digest();
}
