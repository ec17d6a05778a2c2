import { randomBytes } from 'node:crypto';

export interface NewKey {
  /** The whole key, for its owner alone: `dti_` + 8 letters + `_` + 43. */
  readonly key: string;
  /** The 8 letters that tell keys apart on screens and in the trail. */
  readonly prefix: string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const SHAPE = /dti_[a-z2-7]{8}_[A-Za-z0-9_-]{43}/;
const WHOLE = new RegExp(`^${SHAPE.source}$`);

/** A key of 256 random bits; the prefix is random as well and says nothing of them. */
export function newKey(): NewKey {
  const prefix = [...randomBytes(8)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return { key: `dti_${prefix}_${randomBytes(32).toString('base64url')}`, prefix };
}

export function isKeyShaped(text: string): boolean {
  return WHOLE.test(text);
}

/** Whether an address holds a key: then it stands in histories and logs, and is no secret any more. */
export function holdsKey(address: string): boolean {
  return SHAPE.test(address);
}
