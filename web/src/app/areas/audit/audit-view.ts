import type { AuditChain } from '../../api-client/models/audit-chain.js';
import type { AuditEvent } from '../../api-client/models/audit-event.js';
import { actorWords, roleWords } from '../../shared/format/actor.js';
import type { Wording } from '../../shared/language/wording.js';

/** One field of a change. */
export interface Difference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface AuditRow {
  readonly number: number;
  readonly time: string;
  readonly who: string;
  readonly as: string;
  readonly action: string;
  readonly object: string;
  readonly unit: string | null;
  readonly refused: boolean;
  readonly intact: boolean;
  readonly differences: readonly Difference[];
  readonly address: string | null;
  readonly requestId: string;
}

/** An event as a row: time, person and action in words, and the fields that changed. */
export function auditRow(event: AuditEvent, { t, name }: Wording): AuditRow {
  const named = (vi: string | null, en: string | null) =>
    vi === null ? null : name({ nameVi: vi, nameEn: en ?? vi });
  const actor = actorWords(event.actor, t, (id) => id);
  const roleName = event.role === null ? actor : roleWords(event.role, t);
  const roleUnit = named(event.roleUnitNameVi, event.roleUnitNameEn);
  return {
    number: event.number,
    time: timeText(event.at),
    who: event.personName ?? actor,
    as: [roleName, roleUnit].filter((part) => part !== null).join(' · '),
    action: name({ nameVi: event.actionVi, nameEn: event.actionEn }),
    object: event.object,
    unit: named(event.unitNameVi, event.unitNameEn) ?? event.unitId,
    refused: event.outcome === 'refused',
    intact: event.intact,
    differences: differences(event.before, event.after),
    address: event.address,
    requestId: event.requestId,
  };
}

/** What was before and what is after, field by field. */
export function differences(before: unknown, after: unknown): readonly Difference[] {
  const [was, is] = [fields(before), fields(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].map((field) => ({
    field,
    before: field in was ? valueText(was[field]) : null,
    after: field in is ? valueText(is[field]) : null,
  }));
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {};
  return typeof value === 'object' && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : { value };
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** An instant at Viet Nam's clock, "22/11/2026 15:00:00". */
export function timeText(iso: string): string {
  return CLOCK.format(new Date(iso)).replace(',', '');
}

/** Whether the chain is whole, in one sentence. */
export function chainText(chain: AuditChain, { t, formats }: Wording): string {
  const of = (count: number) => formats.number(count, 0);
  if (chain.faultCount > 0) return t('audit.chain.faults', { count: of(chain.faultCount) });
  return t('audit.chain.whole', { from: of(chain.checkedFrom), to: of(chain.checkedTo) });
}

/** The last seal, or that no day has been sealed yet. */
export function sealText({ lastSeal }: AuditChain, { t, formats }: Wording): string {
  if (lastSeal === null) return t('audit.seal.none');
  return t('audit.seal.last', {
    day: formats.date(lastSeal.day),
    number: formats.number(lastSeal.lastNumber, 0),
  });
}
