import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, in the letters of an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: as it is random and long, no salt and no slow hash is needed. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}

/** Whether a token is the one of a stored hash; how long it takes tells nothing. */
export function isTokenOf(token: string, hash: Buffer): boolean {
  const own = hashOfToken(token);
  return own.length === hash.length && timingSafeEqual(own, hash);
}

/** An address of mail as it is compared: composed, compatible, in small letters. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
