import type { Seal } from './chain.js';

/** Seals as lines of text, one a day, to be kept where the database's keeper cannot reach them. */

const HEX = '[0-9a-f]{64}';
const LINE = new RegExp(`^(\\d{4}-\\d{2}-\\d{2}) (-|\\d+) (\\d+) (\\d+) (${HEX}) (${HEX}) (\\S+Z) (${HEX})$`);

/** Day, first and last number, count, hash of the last event, hash of the seal before, time, hash. */
export function sealLine(seal: Seal): string {
  const { day, firstNumber, lastNumber, count, headHash, previousHash, sealedAt, hash } = seal;
  return [day, firstNumber ?? '-', lastNumber, count, headHash, previousHash, sealedAt, hash].join(' ');
}

/** Reads lines back; empty ones and those after `#` are passed over. @returns the bad line's number instead */
export function readSealLines(text: string): readonly Seal[] | { readonly badLine: number } {
  const seals: Seal[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const found = LINE.exec(line);
    if (found === null) return { badLine: index + 1 };
    const [, day = '', first, last, count, headHash = '', previousHash = '', sealedAt = '', hash = ''] =
      found;
    seals.push({
      day,
      firstNumber: first === '-' ? null : Number(first),
      lastNumber: Number(last),
      count: Number(count),
      headHash,
      previousHash,
      sealedAt,
      hash,
    });
  }
  return seals;
}
