import { stringify } from 'csv-stringify/sync';
import type { NamedEvent } from './audit-events.repository.js';

export type AuditFileKind = 'csv' | 'jsonl';

/** Columns of the CSV: those that are hashed, in the order of hashing, then hash and name. */
const COLUMNS = [
  'number',
  'previousHash',
  'at',
  'actor',
  'personId',
  'keyId',
  'role',
  'roleUnitId',
  'action',
  'object',
  'unitId',
  'outcome',
  'before',
  'after',
  'address',
  'requestId',
  'hash',
  'personName',
] as const satisfies readonly (keyof NamedEvent)[];

/**
 * The trail as lines of a file, part by part. Texts stand as they were hashed; JSON lines have before and after
 * as JSON. An empty cell is a null: the table takes no empty texts.
 */
export async function* auditLines(
  events: AsyncIterable<NamedEvent>,
  kind: AuditFileKind,
): AsyncGenerator<string> {
  if (kind === 'csv') yield `\ufeff${stringify([[...COLUMNS]])}`;
  let part: NamedEvent[] = [];
  for await (const event of events) {
    part.push(event);
    if (part.length < LINES_AT_ONCE) continue;
    yield written(part, kind);
    part = [];
  }
  if (part.length > 0) yield written(part, kind);
}

const LINES_AT_ONCE = 200;

function written(events: readonly NamedEvent[], kind: AuditFileKind): string {
  if (kind === 'jsonl') return events.map((event) => `${jsonLine(event)}\n`).join('');
  return stringify(
    events.map((event) => COLUMNS.map((column) => event[column])),
    // A name may begin with what a spreadsheet takes for a formula; what is hashed never does.
    { escape_formulas: true },
  );
}

/** `before` and `after` go in letter by letter, which keeps what was hashed. */
function jsonLine({ before, after, ...event }: NamedEvent): string {
  const { hash, personName, ...own } = event;
  const opened = JSON.stringify(own).slice(0, -1);
  const closed = JSON.stringify({ hash, personName }).slice(1);
  return `${opened},"before":${before ?? 'null'},"after":${after ?? 'null'},${closed}`;
}
