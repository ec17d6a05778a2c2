import type { UnitChangePreview } from '../../api-client/models/unit-change-preview.js';
import type { UnitChangeRow } from '../../api-client/models/unit-change-row.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';
import type { Failure } from '../../shared/problem/problem.js';

type Fact = NonNullable<UnitChangeRow['after']>;

/** Codes of faults that have a sentence of their own; any other says that the value does not fit. */
const FAULTS: ReadonlySet<string> = new Set([
  'UNIT_SUCCESSION_CIRCLE',
  'UNIT_PERIOD_OVERLAPS',
  'UNIT_PERIOD_BACKWARDS',
  'UNIT_PERIOD_NOT_RECORDED',
  'UNIT_ENDED',
  'UNIT_NOT_THERE_YET',
  'UNIT_NOT_FOUND',
  'UNIT_SUCCESSOR_BEGINS_LATER',
  'UNIT_SUCCESSION_DATE_DIFFERS',
  'UNIT_LEVELS_DIFFER',
  'UNIT_NATION_STAYS',
  'UNIT_NAMED_TWICE',
  'UNIT_MERGER_OF_ONE',
  'UNIT_ID_TAKEN',
  'UNIT_NAME_TAKEN',
  'UNIT_CODE_TAKEN',
  'UNIT_NAME_LOOKS_ALIKE',
  'UNIT_NAME_SCRIPT',
  'UNIT_CODE_MALFORMED',
  'UNIT_KIND_NOT_OF_LEVEL',
  'REGION_NOT_FOUND',
  'REGION_NOT_VALID',
  'REGION_NOT_FOR_LEVEL',
  'UNIT_CHANGE_NOTHING',
  'UNIT_CHANGE_TOUCHES_PUBLISHED',
  'LEGAL_BASIS_NOT_FOUND',
]);

/** What is wrong with a field, in words. */
export function faultText(code: string, { t }: Wording): string {
  return t(FAULTS.has(code) ? (`unitChange.fault.${code}` as TextKey) : 'unitChange.fault.other');
}

/** Faults of a refusal by field, in words; those of the lists of a merger stand at the list. */
export function faultsByField(failure: Failure | null, wording: Wording): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  for (const { code, path } of failure?.errors ?? []) {
    const text = faultText(code, wording);
    const known = faults.get(path);
    faults.set(path, known === undefined ? text : `${known} ${text}`);
  }
  return faults;
}

/** From when until when, in words. */
export function periodText(fact: Fact, { t, formats }: Wording): string {
  const day = (value: Fact[string] | undefined) => (typeof value === 'string' ? formats.date(value) : null);
  const [from, to] = [day(fact['validFrom']), day(fact['validTo'])];
  if (from !== null && to !== null) return t('unitChange.period.both', { from, to });
  if (from !== null) return t('unitChange.period.from', { from });
  return to === null ? t('unitChange.period.open') : t('unitChange.period.to', { to });
}

/** What a row says, in words: the name, the code, the region, and its days. */
export function factText(
  { table }: Pick<UnitChangeRow, 'table'>,
  fact: Fact | null,
  nameOf: (id: string) => string,
  wording: Wording,
): string {
  if (fact === null) return '–';
  const { t } = wording;
  const of = (key: string) => String(fact[key] ?? '');
  if (table === 'succession') {
    const [from, to] = [of('predecessorId'), of('successorId')];
    const change = t(`unit.change.${of('change')}` as TextKey);
    if (from === to) return change;
    return t('unitChange.row.succession', { change, from: nameOf(from), to: nameOf(to) });
  }
  const what = {
    unit: () => '',
    name: () => of('nameVi'),
    kind: () => t(`kind.${of('kind')}` as TextKey),
    code: () => `${t(`unit.scheme.${of('scheme')}` as TextKey)}: ${of('code')}`,
    region: () => nameOf(of('regionId')),
    alias: () => of('text'),
    charge: () => of('abbreviation'),
  }[table]();
  const period = periodText(fact, wording);
  return what === '' ? period : `${what}, ${period}`;
}

/** What follows from a change, a sentence each. */
export function consequences(
  preview: UnitChangePreview,
  nameOf: (id: string) => string,
  wording: Wording,
): readonly string[] {
  const { t, formats } = wording;
  const { sight, people, touched } = preview;
  const counts = [
    ['figures', touched.figures],
    ['duties', touched.dutySubmissions],
    ['groups', touched.peerGroups],
    ['frameworks', touched.frameworks.length],
    ['assessments', touched.assessments],
    ['drafts', touched.draftEditions],
  ] as const;
  return [
    ...sight.map(({ unitId, past, people: count }) =>
      t('unitChange.follows.sight', {
        unit: nameOf(unitId),
        past: past.map(nameOf).sort(formats.compare).join(', '),
        count: formats.number(count, 0),
      }),
    ),
    ...people.map(({ unitId, role, people: count }) =>
      t('unitChange.follows.people', {
        unit: nameOf(unitId),
        role: t(`role.${role}` as TextKey),
        count: formats.number(count, 0),
      }),
    ),
    ...counts
      .filter(([, count]) => count > 0)
      .map(([what, count]) => t(`unitChange.follows.${what}`, { count: formats.number(count, 0) })),
  ];
}
