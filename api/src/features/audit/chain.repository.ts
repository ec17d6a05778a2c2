import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ChainedEvent, Seal } from './chain.js';
import type { ChainHead } from './chain-check.js';

/** Events in one round trip of a walk. */
const BATCH = 2_000;

/** The columns of an event as texts, under the names of `ChainedEvent`; numbers as they are. */
export const EVENT_COLUMNS = `
  e.number::float8 AS number, audit_instant(e.at) AS at, e.actor, e.person_id::text AS "personId",
  e.key_id::text AS "keyId", e.role, e.role_unit_id AS "roleUnitId", e.action, e.object,
  e.unit_id AS "unitId", e.outcome, e.before::text AS before, e.after::text AS after, e.address,
  e.request_id::text AS "requestId", encode(e.previous_hash, 'hex') AS "previousHash",
  encode(e.hash, 'hex') AS hash`;

const SEAL_COLUMNS = `
  to_char(day, 'YYYY-MM-DD') AS day, first_number::float8 AS "firstNumber",
  last_number::float8 AS "lastNumber", count::float8 AS count, encode(head_hash, 'hex') AS "headHash",
  encode(previous_hash, 'hex') AS "previousHash", audit_instant(sealed_at) AS "sealedAt",
  encode(hash, 'hex') AS hash`;

/** The chain as it is stored: its head, its seals, its events in their order. */
@Injectable()
export class ChainRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Runs `work` on one view of the trail, so that what is appended meanwhile does not look like a fault. */
  async onOneView<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('SET TRANSACTION READ ONLY');
      return work(manager);
    });
  }

  async head(manager: EntityManager = this.dataSource.manager): Promise<ChainHead> {
    const rows: ChainHead[] = await manager.query(
      `SELECT number::float8 AS number, encode(hash, 'hex') AS hash FROM audit_head`,
    );
    return rows[0] ?? { number: 0, hash: '' };
  }

  /** Seals in the order of their days. */
  async seals(manager: EntityManager = this.dataSource.manager): Promise<Seal[]> {
    return manager.query(`SELECT ${SEAL_COLUMNS} FROM audit_seal ORDER BY audit_seal.day`);
  }

  /** Seals every day that is over and has none; nothing when another replica is at it. */
  async sealDays(): Promise<Seal[]> {
    return this.dataSource.query(`SELECT ${SEAL_COLUMNS} FROM seal_audit_days()`);
  }

  /** The event of a number, or the last one below it. */
  async lastUpTo(number: number, manager: EntityManager): Promise<ChainHead | null> {
    const rows: ChainHead[] = await manager.query(
      `SELECT number::float8 AS number, encode(hash, 'hex') AS hash FROM audit_event
       WHERE number <= $1 ORDER BY number DESC LIMIT 1`,
      [number],
    );
    return rows[0] ?? null;
  }

  /** Numbers of the first event from the beginning of a day and of the last before its end, in Viet Nam. */
  async firstNumberFrom(day: string, manager: EntityManager): Promise<number | null> {
    const rows: { number: number | null }[] = await manager.query(
      `SELECT min(number)::float8 AS number FROM audit_event
       WHERE at >= ($1::date)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`,
      [day],
    );
    return rows[0]?.number ?? null;
  }

  async lastNumberOf(day: string, manager: EntityManager): Promise<number | null> {
    const rows: { number: number | null }[] = await manager.query(
      `SELECT max(number)::float8 AS number FROM audit_event
       WHERE at < ($1::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`,
      [day],
    );
    return rows[0]?.number ?? null;
  }

  /** Every event from one number to another, read in parts. */
  async *events(from: number, to: number, manager: EntityManager): AsyncGenerator<ChainedEvent> {
    for (let after = from - 1; ;) {
      const rows: ChainedEvent[] = await manager.query(
        `SELECT ${EVENT_COLUMNS} FROM audit_event e
         WHERE e.number > $1 AND e.number <= $2 ORDER BY e.number LIMIT ${BATCH}`,
        [after, to],
      );
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.number;
    }
  }
}
