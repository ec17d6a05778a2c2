/**
 * The figures of sign-in. Where they come from: OWASP Password Storage and Authentication Cheat Sheets,
 * ASVS 5.0 (V6), RFC 6238. They are constants, not settings: an operator who weakens them gains nothing.
 */

/** OWASP's parameters for argon2id: 19 MiB, two passes, one lane. */
export const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** How many passwords are hashed at once, and how many may wait: it bounds memory and the wait of others. */
export const HASHES_AT_ONCE = 2;
export const HASHES_WAITING = 64;

/** Code points after NFKC. */
export const PASSWORD_SHORTEST = 12;
export const PASSWORD_LONGEST = 128;
/** Guesses a password must be worth: ten to this power, as zxcvbn estimates ("safely unguessable"). */
export const PASSWORD_GUESSES_LOG10 = 8;

/** So many failures within so many seconds lock for so many. */
export interface Limit {
  readonly failures: number;
  readonly within: number;
  readonly lockedFor: number;
}

const QUARTER_HOUR = 900;

export const LIMITS = {
  /** Wrong passwords of one account, whether there is one or not. */
  account: { failures: 10, within: QUARTER_HOUR, lockedFor: QUARTER_HOUR },
  /** Wrong passwords from one address; an office may share one. */
  address: { failures: 100, within: QUARTER_HOUR, lockedFor: QUARTER_HOUR },
  /** Wrong codes of one person who knows the password. */
  code: { failures: 5, within: QUARTER_HOUR, lockedFor: QUARTER_HOUR },
  /** Mails with a way back to one account, and questions for one from an address. */
  resetMail: { failures: 3, within: 3_600, lockedFor: 3_600 },
  resetAddress: { failures: 30, within: 3_600, lockedFor: 3_600 },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;

/** RFC 6238: what every authenticator app speaks. */
export const TOTP_RULES = { algorithm: 'SHA1', digits: 6, period: 30, window: 1 } as const;
/** Bytes of a second factor's secret: RFC 4226 recommends 20. */
export const TOTP_SECRET_BYTES = 20;
export const TOTP_ISSUER = 'DTI Data Monitor';

export const RECOVERY_CODES = 10;

/** Hours for which links hold. */
export const LINK_HOURS = { 'first-operator': 24, 'password-reset': 1, unlock: 1 } as const;
