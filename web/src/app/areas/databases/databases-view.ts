import type { AspectState } from '../../api-client/models/aspect-state.js';
import type { DatabaseAssertion } from '../../api-client/models/database-assertion.js';
import type { DatabaseOwner } from '../../api-client/models/database-owner.js';
import type { DatabaseOwnerUnit } from '../../api-client/models/database-owner-unit.js';
import type { DatabaseTerm } from '../../api-client/models/database-term.js';
import type { DatabaseTerms } from '../../api-client/models/database-terms.js';
import type { DatabaseVersion } from '../../api-client/models/database-version.js';
import type { InventoryState } from '../../api-client/models/inventory-state.js';
import type { NationalDatabaseDetail } from '../../api-client/models/national-database-detail.js';
import type { Wording } from '../../shared/language/wording.js';
import type { DatabasesOverview } from './databases-store.js';

export interface Tile {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** The answer in one sentence: how many of the national databases meet all three conditions. */
export function databasesHeadline({ national }: DatabasesOverview, { t }: Wording): string {
  const { count, meetingAll, withData, period } = national;
  if (withData === 0 && meetingAll === 0) return t('db.headline.none', { count, period });
  return withData === count
    ? t('db.headline.full', { met: meetingAll, count, period })
    : t('db.headline.partial', { met: meetingAll, count, known: withData, period });
}

/** The six, the registers, this year's inventories and what is in the way of sharing. */
export function databasesTiles({ national, summary }: DatabasesOverview, wording: Wording): readonly Tile[] {
  const { t, formats } = wording;
  const of = (count: number) => formats.number(count, 0);
  return [
    {
      label: t('db.tile.national'),
      value: `${national.meetingAll}/${national.count}`,
      note: t('db.tile.nationalNote', { known: national.withData, count: national.count }),
    },
    {
      label: t('db.tile.registered'),
      value: of(summary.open),
      note: t('db.tile.registeredNote', { units: of(summary.units), closed: of(summary.closed) }),
    },
    {
      label: t('db.tile.sent', { period: summary.period }),
      value: summary.open === 0 ? '–' : `${of(summary.sent)}/${of(summary.open)}`,
      note: t('db.tile.sentNote', { verified: of(summary.verified), late: of(summary.sentLate) }),
    },
    {
      label: t('db.tile.obstacles'),
      value: of(summary.openObstacles),
      note: t('db.tile.obstaclesNote', { services: of(summary.services) }),
    },
  ];
}

/** Databases registered of each class, in the order of the classes. */
export function classRows({ summary, terms }: DatabasesOverview, { name, formats }: Wording) {
  return summary.byClass.map(({ class: code, count }) => {
    const term = terms.classes.find((one) => one.code === code);
    return {
      code,
      group: term?.group ?? 0,
      label: term === undefined ? code : name(term),
      count: formats.number(count, 0),
      share: summary.open === 0 ? 0 : count / summary.open,
    };
  });
}

/** A term's name by its code; the code itself where it is not known. */
export function termName(terms: readonly DatabaseTerm[], code: string, { name }: Wording): string {
  const term = terms.find((one) => one.code === code);
  return term === undefined ? code : name(term);
}

export function stateWord(state: AspectState, { t }: Wording): string {
  return t(`db.state.${state}`);
}

export function inventoryWord(state: InventoryState, { t }: Wording): string {
  return t(`db.inventory.state.${state}`);
}

/** A figure with its unit ("97,5%", "1.456.551 bản ghi"), or null. */
export function figureText(
  { figure, figureUnit }: { readonly figure: number | null; readonly figureUnit: string | null },
  { formats }: Wording,
): string | null {
  if (figure === null) return null;
  const number = formats.number(figure, 2);
  return figureUnit === '%' ? `${number}%` : `${number} ${figureUnit ?? ''}`.trim();
}

/** What is known of an assertion beside its state: evidence, day; null where nothing was asserted. */
export function assertedText(assertion: DatabaseAssertion, { formats }: Wording): string | null {
  if (assertion.writtenAt === null) return null;
  return [assertion.evidence, formats.date(assertion.writtenAt)].filter((part) => part !== null).join(' · ');
}

export interface OwnerLine {
  /** The body as the document names it, or null where none does. */
  readonly name: string | null;
  readonly unitId: string | null;
  /** A body that is no more, and who took over. */
  readonly ended: string | null;
  readonly heirs: readonly { readonly unitId: string; readonly name: string; readonly from: string }[];
  readonly standing: string;
  readonly unverified: boolean;
  readonly note: string;
  readonly recollected: string | null;
}

/** Who owns a database: named, implied or not stated, with its successor where the body is no more. */
export function ownerLine(owner: DatabaseOwner, wording: Wording): OwnerLine {
  const { t, formats, name } = wording;
  const heirs = (unit: DatabaseOwnerUnit | null) =>
    (unit?.successors ?? []).map((heir) => ({
      unitId: heir.unitId,
      name: name(heir),
      from: formats.date(heir.from),
    }));
  const { recollected, unit } = owner;
  return {
    name: unit === null ? null : name(unit),
    unitId: unit?.unitId ?? null,
    ended: unit?.endedOn == null ? null : formats.date(unit.endedOn),
    heirs: heirs(unit),
    standing: t(`db.owner.${owner.standing}`),
    unverified: owner.unverified,
    note:
      owner.standing === 'set'
        ? (owner.reference ?? '')
        : name({ nameVi: owner.noteVi, nameEn: owner.noteEn }),
    recollected:
      recollected === null
        ? null
        : [name(recollected), ...heirs(recollected).map((heir) => heir.name)].join(' → '),
  };
}

/** A month or a day as it is written here: 11/2022, 29/12/2022. */
export function asOfText(asOf: string, { formats }: Wording): string {
  const month = /^(\d{4})-(\d{2})$/.exec(asOf);
  return month ? `${month[2]}/${month[1]}` : formats.date(asOf);
}

/** Years that can be looked at: this one and the three before it, and any other that the address asks for. */
export function yearChoices(thisYear: string, asked: string): readonly string[] {
  const years = [0, 1, 2, 3].map((back) => String(Number(thisYear) - back));
  return years.includes(asked) ? years : [...years, asked];
}

/** A year of an address; this year for anything else. */
export function yearOf(text: string | undefined, thisYear: string): string {
  return text !== undefined && /^20\d{2}$/.test(text) ? text : thisYear;
}

/** Which part of the register a page shows: "1–50 trong 480". */
export function pageText(
  { page, size, total }: { readonly page: number; readonly size: number; readonly total: number },
  { t, formats }: Wording,
): string {
  const first = Math.min((page - 1) * size + 1, total);
  const last = Math.min(page * size, total);
  const of = (count: number) => formats.number(count, 0);
  return t('db.register.shown', { first: of(first), last: of(last), total: of(total) });
}

/** A version in a line: its name, class, marks, and that it closed the entry. */
export function versionText(version: DatabaseVersion, terms: DatabaseTerms, wording: Wording): string {
  return [
    version.nameVi,
    termName(terms.classes, version.class, wording),
    ...version.marks.map((mark) => termName(terms.marks, mark, wording)),
    ...(version.closedOn === null
      ? []
      : [wording.t('db.history.closed', { day: wording.formats.date(version.closedOn) })]),
  ].join(' · ');
}

/** One national database in a sentence: how many of its conditions it meets. */
export function nationalHeadline(database: NationalDatabaseDetail, { t, name }: Wording): string {
  const { conditions, period } = database;
  const met = conditions.filter(({ state }) => state === 'yes').length;
  const known = conditions.some(({ state }) => state !== 'no_data');
  const values = { name: name(database), met, count: conditions.length, period };
  return known ? t('db.national.headline', values) : t('db.national.headlineNone', values);
}

/** References of clauses as a document and a code; a document alone has no clause to open. */
export function clausesOf(
  references: readonly string[],
): readonly { readonly document: string; readonly code: string }[] {
  return references.flatMap((reference) => {
    const [document = '', code] = reference.split('#');
    return code === undefined ? [] : [{ document, code }];
  });
}
