import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
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

/** The trail of everything that changed and of every look at another unit's unpublished data. */
@Injectable()
export class AuditLog {
  constructor(private readonly dataSource: DataSource) {}

  /** Appends; within the transaction of `manager`, so that the change and its record stand or fall together. */
  async record(entry: AuditEntry, manager: EntityManager = this.dataSource.manager): Promise<void> {
    const context = currentContext();
    const acting = context.acting;
    await manager.query(
      `INSERT INTO audit_event
         (actor, person_id, role, role_unit_id, action, object, unit_id, outcome, before, after, address, request_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        currentActor(),
        personOf(context.principal),
        acting?.role ?? null,
        acting?.unitId ?? null,
        entry.action,
        entry.object,
        entry.unitId ?? null,
        entry.outcome ?? 'done',
        entry.before === undefined ? null : JSON.stringify(entry.before),
        entry.after === undefined ? null : JSON.stringify(entry.after),
        context.address,
        context.requestId,
      ],
    );
  }
}
