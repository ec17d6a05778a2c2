import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrorCode, Refusal } from './refusal.ts';

const BYTES = 32;

/** @throws {Refusal} when it is not 32 bytes in hexadecimal or base64. The value is not repeated. */
export function readSecretKey(text: string | undefined): Buffer | undefined {
  if (text === undefined) return undefined;
  const key = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (key.length === BYTES) return key;
  throw new Refusal(
    'SECRET_KEY is not 32 bytes in hexadecimal or base64: make one with `openssl rand -hex 32`.',
  );
}

/** The key of the embedded database's folder: made at random once, readable by its owner alone. */
export function provideSecretKey(stateFolder: string): Buffer {
  const file = join(stateFolder, 'secret-key');
  try {
    writeFileSync(file, `${randomBytes(BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error;
  }
  const key = readSecretKey(readFileSync(file, 'utf8').trim());
  if (key === undefined) throw new Refusal(`${file} is empty: empty the database with \`npm run reset\`.`);
  return key;
}

/** A server on a database of the operator's needs a key that outlives it. */
export function missingSecretKey(): Refusal {
  return new Refusal(
    'SECRET_KEY is not set: it seals the secrets of second factors. Make one with `openssl rand -hex 32` and keep it.',
  );
}
