import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AuditFilters } from './audit.dto.js';
import type { ChainedEvent } from './chain.js';
import { EVENT_COLUMNS } from './chain.repository.js';

/** An event with the name that its person has now. */
export interface NamedEvent extends ChainedEvent {
  readonly personName: string | null;
}

/** Events in one round trip of an export. */
const BATCH = 1_000;

const SELECTED = `SELECT ${EVENT_COLUMNS}, p.name AS "personName"
  FROM audit_event e LEFT JOIN person p ON p.id = e.person_id`;

/** Reads the trail by filters; the newest first on a page, in its own order as a file. */
@Injectable()
export class AuditEventsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async page(filters: AuditFilters, page: number, size: number): Promise<[NamedEvent[], number]> {
    const { where, values } = conditions(filters);
    const [rows, counted] = await Promise.all([
      this.dataSource.query<NamedEvent[]>(
        `${SELECTED} ${where} ORDER BY e.number DESC LIMIT ${size} OFFSET ${(page - 1) * size}`,
        values,
      ),
      this.dataSource.query<{ total: number }[]>(
        `SELECT count(*)::int AS total FROM audit_event e ${where}`,
        values,
      ),
    ]);
    return [rows, counted[0]?.total ?? 0];
  }

  /** The number of the last event there is. */
  async lastNumber(): Promise<number> {
    const rows = await this.dataSource.query<{ number: number }[]>(
      `SELECT number::float8 AS number FROM audit_head`,
    );
    return rows[0]?.number ?? 0;
  }

  /** Events up to a number, in the order of the chain, read in parts: each part is a short query of its own. */
  async *inOrder(filters: AuditFilters, upTo: number): AsyncGenerator<NamedEvent> {
    const { where, values } = conditions(filters, ['e.number > $1', 'e.number <= $2'], [0, upTo]);
    for (let after = 0; ;) {
      const rows = await this.dataSource.query<NamedEvent[]>(
        `${SELECTED} ${where} ORDER BY e.number LIMIT ${BATCH}`,
        [after, ...values.slice(1)],
      );
      yield* rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < BATCH) return;
      after = last.number;
    }
  }
}

/** The filters as SQL; values go as parameters, never into the text. */
function conditions(
  filters: AuditFilters,
  also: readonly string[] = [],
  alsoValues: readonly unknown[] = [],
): { where: string; values: unknown[] } {
  const parts = [...also];
  const values = [...alsoValues];
  const add = (value: unknown, part: (place: string) => string) => {
    if (value === undefined) return;
    values.push(value);
    parts.push(part(`$${values.length}`));
  };
  add(filters.from, (v) => `e.at >= (${v}::date)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`);
  add(filters.to, (v) => `e.at < (${v}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`);
  add(filters.person, (v) => `e.person_id = ${v}::uuid`);
  add(filters.role, (v) => `e.role = ${v}`);
  add(filters.action, (v) => `e.action = ${v}`);
  add(filters.object, (v) => `(e.object = ${v} OR starts_with(e.object, ${v} || ':'))`);
  add(filters.unit, (v) => `(e.unit_id = ${v} OR e.role_unit_id = ${v})`);
  add(filters.outcome, (v) => `e.outcome = ${v}`);
  add(filters.requestId, (v) => `e.request_id = ${v}::uuid`);
  add(
    filters.q?.toLowerCase(),
    (v) => `strpos(lower(concat_ws(chr(10), e.object, e.before::text, e.after::text)), ${v}) > 0`,
  );
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values };
}
