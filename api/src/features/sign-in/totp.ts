import { Secret, TOTP } from 'otpauth';
import { randomBytes } from 'node:crypto';
import { renderSVG } from 'uqr';
import { TOTP_ISSUER, TOTP_RULES, TOTP_SECRET_BYTES } from './sign-in-rules.js';

/** What an authenticator app is told: a picture, the same as an address, and as letters to type. */
export interface EnrolmentCard {
  /** Base32, in groups of four. */
  readonly secret: string;
  readonly uri: string;
  readonly qrSvg: string;
}

export function newTotpSecret(): Buffer {
  return randomBytes(TOTP_SECRET_BYTES);
}

/** The card of a secret for the account of an address. */
export function enrolmentCard(secret: Buffer, email: string): EnrolmentCard {
  const totp = totpOf(secret, email);
  const uri = totp.toString();
  const groups = totp.secret.base32.match(/.{1,4}/g) ?? [];
  return { secret: groups.join(' '), uri, qrSvg: renderSVG(uri, { ecc: 'M', border: 2, pixelSize: 4 }) };
}

/**
 * The 30-second step that a code belongs to: the present one, the one before, or the next, for clocks that
 * differ.
 * @returns null when it is none of them, or when a code of that step or a later one was used already
 */
export function stepOfCode(secret: Buffer, code: string, lastStep: number | null, at: number): number | null {
  const { period, window } = TOTP_RULES;
  if (!/^[0-9]{6}$/.test(code)) return null;
  const delta = totpOf(secret, '').validate({ token: code, timestamp: at, window });
  if (delta === null) return null;
  const step = Math.floor(at / 1_000 / period) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

function totpOf(secret: Buffer, label: string): TOTP {
  const { algorithm, digits, period } = TOTP_RULES;
  const bytes = new Uint8Array(secret).buffer;
  return new TOTP({
    issuer: TOTP_ISSUER,
    label: label === '' ? 'account' : label,
    secret: new Secret({ buffer: bytes }),
    algorithm,
    digits,
    period,
  });
}
