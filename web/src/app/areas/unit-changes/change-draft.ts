import type { NewUnitRequest } from '../../api-client/models/new-unit-request.js';
import type { UnitChangeBasis } from '../../api-client/models/unit-change-basis.js';
import type { UnitChangeKind } from '../../api-client/models/unit-change-kind.js';
import type { UnitChangeRequest } from '../../api-client/models/unit-change-request.js';
import { parseDay } from '../../shared/format/day.js';

export const KINDS: readonly UnitChangeKind[] = [
  'merger',
  'split',
  'new-unit',
  'end',
  'rename',
  'kind',
  'code',
  'region',
  'alias',
  'ministry-in-charge',
  'correction',
];

export function kindOf(text: string | undefined): UnitChangeKind | null {
  return KINDS.find((kind) => kind === text) ?? null;
}

export const UNIT_KINDS = {
  province: ['province', 'city'],
  ministry: ['ministry', 'ministerial_agency', 'government_agency'],
} as const;
export type UnitKindCode = NewUnitRequest['unitKind'];

export const SCHEMES = ['gso', 'iso3166-2', 'e-id'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A name as it is typed. */
export interface NameDraft {
  readonly vi: string;
  readonly shortVi: string;
  readonly en: string;
}

/** A unit that begins, as it is typed. */
export interface NewUnitDraft extends NameDraft {
  readonly id: string;
  readonly unitKind: UnitKindCode;
  readonly region: string;
  readonly codes: Readonly<Record<Scheme, string>>;
}

/** A period that is recorded, to be corrected. */
export interface RecordedPeriod {
  readonly fact: 'unit' | 'name' | 'kind' | 'code' | 'region' | 'alias';
  readonly key: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** Everything a form may hold; what a kind does not ask for is left as it is. */
export interface ChangeDraft {
  readonly units: readonly string[];
  readonly level: 'province' | 'ministry';
  readonly into: 'new' | 'existing';
  readonly successor: string;
  readonly made: readonly NewUnitDraft[];
  readonly name: NameDraft;
  readonly unitKind: UnitKindCode;
  readonly scheme: Scheme;
  readonly code: string;
  readonly region: string;
  readonly text: string;
  readonly abbreviation: string;
  readonly day: string;
  readonly until: string;
  readonly period: RecordedPeriod | null;
  readonly basis: 'held' | 'other' | 'none';
  readonly document: string;
  readonly clause: string;
  readonly number: string;
  readonly date: string;
  readonly note: string;
}

const NO_NAME: NameDraft = { vi: '', shortVi: '', en: '' };
export const NO_UNIT: NewUnitDraft = {
  ...NO_NAME,
  id: '',
  unitKind: 'province',
  region: '',
  codes: { gso: '', 'iso3166-2': '', 'e-id': '' },
};

/** An empty form. */
export function emptyDraft(kind: UnitChangeKind, unit: string | undefined): ChangeDraft {
  return {
    units: unit === undefined ? [] : [unit],
    level: 'province',
    into: 'new',
    successor: '',
    made: kind === 'split' ? [NO_UNIT, NO_UNIT] : [NO_UNIT],
    name: NO_NAME,
    unitKind: 'city',
    scheme: 'gso',
    code: '',
    region: '',
    text: '',
    abbreviation: '',
    day: '',
    until: '',
    period: null,
    basis: MAY_BE_WITHOUT_BASIS.has(kind) ? 'none' : 'other',
    document: '',
    clause: '',
    number: '',
    date: '',
    note: '',
  };
}

/** Changes that no document needs to order. */
export const MAY_BE_WITHOUT_BASIS: ReadonlySet<UnitChangeKind> = new Set(['code', 'alias', 'correction']);

/** A request, or the fields that are still to be filled in. */
export type Body =
  | { readonly change: UnitChangeRequest; readonly missing: readonly [] }
  | { readonly change: null; readonly missing: readonly string[] };

/** What a form says, as the server takes it; the fields are named as the server names them. */
export function bodyOf(kind: UnitChangeKind, draft: ChangeDraft): Body {
  const asked = new Map<string, unknown>(requiredOf(kind, draft));
  const missing = [...asked].flatMap(([path, value]) => (value === '' || value === null ? [path] : []));
  if (missing.length > 0) return { change: null, missing };
  const note = draft.note.trim();
  const change = {
    kind,
    ...contentOf(kind, draft),
    ...(kind === 'correction' ? {} : { effectiveDate: parseDay(draft.day) }),
    ...(draft.basis === 'none' ? {} : { legalBasis: basisOf(draft) }),
    ...(note === '' ? {} : { note }),
  } as UnitChangeRequest;
  return { change, missing: [] };
}

function contentOf(kind: UnitChangeKind, draft: ChangeDraft): object {
  const [unit = ''] = draft.units;
  const [first = NO_UNIT] = draft.made;
  switch (kind) {
    case 'new-unit':
      return { level: draft.level, ...newUnitOf(first) };
    case 'merger':
      return {
        predecessors: draft.units,
        successor: draft.into === 'new' ? { new: newUnitOf(first) } : { unit: draft.successor },
      };
    case 'split':
      return { unit, parts: draft.made.map(newUnitOf) };
    case 'rename':
      return { unit, name: nameOf(draft.name) };
    case 'kind':
      return {
        unit,
        unitKind: draft.unitKind,
        ...(draft.name.vi === '' ? {} : { name: nameOf(draft.name) }),
      };
    case 'code':
      return { unit, scheme: draft.scheme, code: draft.code.trim() };
    case 'region':
      return { unit, region: draft.region };
    case 'alias':
      return { unit, text: draft.text.trim(), until: parseDay(draft.until) };
    case 'end':
      return { unit };
    case 'ministry-in-charge':
      return { unit, abbreviation: draft.abbreviation.trim() };
    case 'correction':
      return { unit, ...correctionOf(draft) };
  }
}

function correctionOf({ period, day, until }: ChangeDraft): object {
  if (period === null) return {};
  const { fact, key, from, to } = period;
  return {
    fact,
    ...(key === null ? {} : { key }),
    recorded: { from, to },
    validFrom: parseDay(day),
    validTo: parseDay(until),
  };
}

function nameOf({ vi, shortVi, en }: NameDraft): NewUnitRequest['name'] {
  const short = shortVi.trim();
  return { vi: vi.trim(), en: en.trim(), ...(short === '' ? {} : { shortVi: short }) };
}

function newUnitOf(draft: NewUnitDraft): NewUnitRequest {
  const id = draft.id.trim();
  return {
    unitKind: draft.unitKind,
    name: nameOf(draft),
    codes: SCHEMES.map((scheme) => ({ scheme, code: draft.codes[scheme].trim() })).filter(
      ({ code }) => code !== '',
    ),
    ...(draft.region === '' ? {} : { region: draft.region }),
    ...(id === '' ? {} : { id }),
  };
}

function basisOf(draft: ChangeDraft): UnitChangeBasis {
  const clause = draft.clause.trim();
  return draft.basis === 'held'
    ? { reference: clause === '' ? draft.document : `${draft.document}#${clause}` }
    : { number: draft.number.trim(), date: parseDay(draft.date) ?? '' };
}

/** What has to be there, by field; a day that cannot be read is not there. */
function requiredOf(kind: UnitChangeKind, draft: ChangeDraft): readonly (readonly [string, unknown])[] {
  const [unit = ''] = draft.units;
  const optionalDay = (text: string) => (text.trim() === '' ? 'open' : parseDay(text));
  const basis: readonly (readonly [string, unknown])[] =
    draft.basis === 'held'
      ? [['legalBasis.reference', draft.document]]
      : draft.basis === 'other'
        ? [
            ['legalBasis.number', draft.number.trim()],
            ['legalBasis.date', parseDay(draft.date)],
          ]
        : [];
  const day: readonly (readonly [string, unknown])[] =
    kind === 'correction'
      ? [
          ['recorded', draft.period],
          ['validFrom', optionalDay(draft.day)],
          ['validTo', optionalDay(draft.until)],
        ]
      : kind === 'alias'
        ? [
            ['effectiveDate', optionalDay(draft.day)],
            ['until', optionalDay(draft.until)],
          ]
        : [['effectiveDate', parseDay(draft.day)]];
  const who: readonly (readonly [string, unknown])[] =
    kind === 'new-unit' ? [] : [[kind === 'merger' ? 'predecessors' : 'unit', unit]];
  return [...who, ...requiredContent(kind, draft), ...day, ...basis];
}

function requiredContent(kind: UnitChangeKind, draft: ChangeDraft): readonly (readonly [string, unknown])[] {
  const named = ({ vi, en }: NameDraft, at: string) =>
    [
      [`${at}name.vi`, vi.trim()],
      [`${at}name.en`, en.trim()],
    ] as const;
  const [first = NO_UNIT] = draft.made;
  switch (kind) {
    case 'new-unit':
      return named(first, '');
    case 'merger':
      return draft.into === 'new' ? named(first, 'successor.new.') : [['successor.unit', draft.successor]];
    case 'split':
      return draft.made.flatMap((part, index) => named(part, `parts.${index}.`));
    case 'rename':
      return named(draft.name, '');
    case 'kind':
      return draft.name.vi.trim() === '' && draft.name.en.trim() === '' ? [] : named(draft.name, '');
    case 'code':
      return [['code', draft.code.trim()]];
    case 'region':
      return [['region', draft.region]];
    case 'alias':
      return [['text', draft.text.trim()]];
    case 'ministry-in-charge':
      return [['abbreviation', draft.abbreviation.trim()]];
    default:
      return [];
  }
}
