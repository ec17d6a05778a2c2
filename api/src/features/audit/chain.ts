import { sha256 } from '../../platform/digest.js';

/**
 * How the trail is chained and sealed, the same that the database does (migration 15) and that
 * docs/guides/audit.md describes for other programs. Pure; every value is the text that is hashed.
 */

/** What the first event and the first seal are chained to. */
export const BEGINNING = '0'.repeat(64);

/** An event of the trail, each column as the text that is hashed. */
export interface ChainedEvent {
  readonly number: number;
  readonly previousHash: string;
  /** In UTC, with microseconds: `2026-11-22T08:00:00.123456Z`. */
  readonly at: string;
  readonly actor: string;
  readonly personId: string | null;
  readonly keyId: string | null;
  readonly role: string | null;
  readonly roleUnitId: string | null;
  readonly action: string;
  readonly object: string;
  readonly unitId: string | null;
  readonly outcome: string;
  /** JSON, letter by letter as it is stored. */
  readonly before: string | null;
  readonly after: string | null;
  readonly address: string | null;
  readonly requestId: string;
  readonly hash: string;
}

/** The seal of a day: everything up to `lastNumber` was there, and ended in `headHash`. */
export interface Seal {
  readonly day: string;
  /** null where nothing happened that day. */
  readonly firstNumber: number | null;
  readonly lastNumber: number;
  readonly count: number;
  readonly headHash: string;
  readonly previousHash: string;
  readonly sealedAt: string;
  readonly hash: string;
}

export function eventHash(event: ChainedEvent): string {
  return hashOf('dti-audit-event-v1', [
    event.number,
    event.previousHash,
    event.at,
    event.actor,
    event.personId,
    event.keyId,
    event.role,
    event.roleUnitId,
    event.action,
    event.object,
    event.unitId,
    event.outcome,
    event.before,
    event.after,
    event.address,
    event.requestId,
  ]);
}

export function sealHash(seal: Seal): string {
  return hashOf('dti-audit-seal-v1', [
    seal.day,
    seal.firstNumber,
    seal.lastNumber,
    seal.count,
    seal.headHash,
    seal.previousHash,
    seal.sealedAt,
  ]);
}

/** Each part is told apart by its length in bytes, so that no two events have one text. */
function hashOf(format: string, parts: readonly (string | number | null)[]): string {
  return sha256(`${format}\n${parts.map(part).join('')}`);
}

function part(value: string | number | null): string {
  return value === null ? '-\n' : `${Buffer.byteLength(String(value))}:${value}\n`;
}
