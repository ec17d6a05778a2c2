import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { canonicalJson, sha256 } from '../digest.js';
import { personOf } from '../access/principal.js';
import { currentActor, currentContext } from '../access/request-context.js';

/** What happened. Who, under which role, when, from where and in which request are taken from the context. */
export interface AuditEntry {
  /** An action of the table of permissions, or of the product itself (`session.begin`, `session.refuse`). */
  readonly action: string;
  /** What it was done to: `edition:dti-2022/1`, `person:<id>`. */
  readonly object: string;
  readonly unitId?: string | null;
  /** What changed, as little as says it; never a secret, and of people only what the guide lists. */
  readonly before?: unknown;
  readonly after?: unknown;
  readonly outcome?: 'done' | 'refused';
}

/** Longest text of before or after that is kept as it is. */
const LONGEST = 32_768;

/** The trail of everything that changed and of every look at another unit's unpublished data. */
@Injectable()
export class AuditLog {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Appends; within the transaction of `manager`, so that the change and its record stand or fall together.
   * Writers of the trail wait for each other from here to the end of their transactions: call it last.
   */
  async record(entry: AuditEntry, manager: EntityManager = this.dataSource.manager): Promise<void> {
    const { principal, acting, address, requestId } = currentContext();
    await manager.query('SELECT append_audit_event($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)', [
      currentActor(),
      personOf(principal),
      principal.kind === 'key' ? principal.keyId : null,
      acting?.role ?? null,
      acting?.unitId ?? null,
      entry.action,
      entry.object,
      entry.unitId ?? null,
      entry.outcome ?? 'done',
      written(entry.before),
      written(entry.after),
      address,
      requestId,
    ]);
  }
}

/** JSON with its keys in order; of what is too long, how long it is and its hash. */
function written(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  const text = canonicalJson(value);
  if (Buffer.byteLength(text) <= LONGEST) return text;
  return canonicalJson({ omittedBytes: Buffer.byteLength(text), sha256: sha256(text) });
}
