import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import type {
  UnitChangeEntryDto,
  UnitChangePreviewDto,
} from '../../api/src/features/unit-changes/unit-change.dto.ts';
import type { UnitChangeRequest } from '../../api/src/features/unit-changes/unit-change-request.dto.ts';
import type { UnitDetail, UnitSummary } from '../../api/src/features/units/unit.dto.ts';
import { asSystem } from '../../api/src/platform/access/request-context.ts';
import type { Page } from '../../api/src/platform/http/page.ts';
import { loadUnits } from '../../api/src/seeding/load-units.ts';
import { serveApplication, type Answer, type ServedApplication } from '../support/served-application.ts';
import type { SignedIn } from '../support/signed-in.ts';

let served: ServedApplication;
let operator: SignedIn;
let lead: SignedIn;
beforeAll(async () => {
  served = await serveApplication();
  operator = await served.signIn([{ role: 'operator' }]);
  lead = await served.signIn([{ role: 'unit_lead', unit: 'cao-bang' }]);
}, 60_000);
afterAll(() => served?.close());

const legalBasis = { number: '99/2026/QH16', date: '2026-10-15' };
const DAY = '2027-01-01';
/** Made up: no law merges these two. */
const MERGER = {
  kind: 'merger',
  predecessors: ['cao-bang', 'lang-son'],
  successor: {
    new: {
      unitKind: 'province',
      name: { vi: 'Tỉnh Cao Lạng', shortVi: 'Cao Lạng', en: 'Cao Lang' },
      codes: [{ scheme: 'gso', code: '98' }],
      region: 'northern-midlands-and-mountains',
    },
  },
  effectiveDate: DAY,
  legalBasis,
} as const;

const post = (path: string, body: object, who: SignedIn | null = operator): Promise<Answer> =>
  served.askAs(who, `/unit-changes${path}`, { method: 'POST', body });
const previewed = async (change: object): Promise<UnitChangePreviewDto> =>
  (await post('/preview', change)).json<UnitChangePreviewDto>();

async function entered(change: object): Promise<Answer> {
  const { digest } = await previewed(change);
  return post('', { change, digest, reason: 'Thử nghiệm' });
}

const TABLES = [
  'organisation_unit',
  'unit_name',
  'unit_kind',
  'unit_code',
  'unit_region',
  'unit_alias',
  'succession',
  'ministry_in_charge',
  'unit_change',
];

/** All that is stored about units, as a fingerprint of each table; the numbers of rows apart. */
async function dump(): Promise<object> {
  const parts = TABLES.map((table) => {
    const row = table === 'organisation_unit' ? 'to_jsonb(t)' : `to_jsonb(t) - 'id'`;
    return `(SELECT count(*) || ' ' || md5(coalesce(string_agg((${row})::text, '' ORDER BY (${row})::text), ''))
             FROM ${table} t) AS ${table}`;
  });
  const [found = {}] = await served.database.query<object[]>(`SELECT ${parts.join(', ')}`);
  return found;
}

async function trail(outcome: 'done' | 'refused'): Promise<readonly { object: string; after: unknown }[]> {
  return served.database.query(
    `SELECT object, after FROM audit_event WHERE action = 'unit.change' AND outcome = $1 ORDER BY number`,
    [outcome],
  );
}

describe('a change of units that cannot be', () => {
  const rename = { kind: 'rename', unit: 'cao-bang', effectiveDate: DAY, legalBasis };
  const into = (unit: string) => ({ ...MERGER, successor: { unit } });
  it.each<[string, object, readonly string[]]>([
    ['a merger with itself', { ...into('cao-bang'), predecessors: ['cao-bang'] }, ['UNIT_SUCCESSION_CIRCLE']],
    [
      'a merger into what it came from',
      { ...into('hoa-binh'), predecessors: ['phu-tho-2025'] },
      ['UNIT_SUCCESSION_CIRCLE', 'UNIT_ENDED'],
    ],
    ['of a unit that has ended', { ...MERGER, predecessors: ['cao-bang', 'ha-giang'] }, ['UNIT_ENDED']],
    ['of a ministry', { ...MERGER, predecessors: ['cao-bang', 'bo-noi-vu'] }, ['UNIT_LEVELS_DIFFER']],
    ['in a published year', { ...MERGER, effectiveDate: '2022-12-31' }, ['UNIT_CHANGE_TOUCHES_PUBLISHED']],
    [
      'a name that looks like another',
      { ...rename, name: { vi: 'Hả Nội', en: 'Ha Noi' } },
      ['UNIT_NAME_LOOKS_ALIKE'],
    ],
    ['a Cyrillic letter', { ...rename, name: { vi: 'Cаo Mới', en: 'Cao Moi' } }, ['UNIT_NAME_SCRIPT']],
    [
      'a code of another',
      { kind: 'code', unit: 'cao-bang', scheme: 'gso', code: '01', effectiveDate: DAY },
      ['UNIT_CODE_TAKEN'],
    ],
    [
      'a clause that nobody holds',
      { ...MERGER, legalBasis: { reference: 'decision-142-2024#IX.99' } },
      ['LEGAL_BASIS_NOT_FOUND'],
    ],
    [
      'many at once',
      {
        ...MERGER,
        predecessors: ['cao-bang', 'cao-bang', 'nowhere'],
        legalBasis: { reference: 'no-such-law' },
      },
      ['LEGAL_BASIS_NOT_FOUND', 'UNIT_NAMED_TWICE', 'UNIT_NOT_FOUND'],
    ],
  ])('%s is refused, in the trail, and leaves everything as it was', async (_what, change, codes) => {
    const [before, refused] = [await dump(), (await trail('refused')).length];
    for (const answer of [
      await post('/preview', change),
      await post('', { change, digest: 'a'.repeat(64), reason: 'Thử nghiệm' }),
    ]) {
      const { code, errors } = answer.json<{ code: string; errors: { code: string }[] }>();
      expect([answer.status, code]).toEqual([422, 'UNIT_CHANGE_REFUSED']);
      expect(errors.map((error) => error.code)).toEqual(expect.arrayContaining([...codes]));
    }
    expect(await dump()).toEqual(before);
    const after = await trail('refused');
    expect(after).toHaveLength(refused + 2);
    expect(JSON.stringify(after.at(-1))).toContain(codes[0]);
  });

  it.each<[string, object]>([
    ['a field more', { ...MERGER, recordedBy: 'somebody' }],
    ['another kind', { ...MERGER, kind: 'annexation' }],
    ['no legal basis', { ...MERGER, legalBasis: undefined }],
    ['an id that is a path', { ...MERGER, predecessors: ['../cao-bang', 'lang-son'] }],
    ['a day that is none', { ...MERGER, effectiveDate: '2027-02-30' }],
  ])('%s does not fit the route', async (_what, change) => {
    const before = await dump();
    expect((await post('/preview', change)).json<{ code: string }>().code).toBe('REQUEST_INVALID');
    expect(await dump()).toEqual(before);
  });

  it('is refused to everybody but the operator', async () => {
    expect((await post('/preview', MERGER, null)).status).toBe(401);
    expect((await post('', { change: MERGER, digest: 'a'.repeat(64), reason: 'Thử' }, lead)).status).toBe(
      403,
    );
    expect((await served.askAs(lead, '/unit-changes')).status).toBe(403);
  });
});

describe('a merger', () => {
  let preview: UnitChangePreviewDto;

  it('is previewed with all that it would come to, and nothing is changed', async () => {
    const before = await dump();
    preview = await previewed(MERGER);
    expect(await dump()).toEqual(before);
    expect([preview.unitId, preview.upcoming, preview.legalBasis]).toEqual([
      'cao-lang',
      true,
      '99/2026/QH16 ngày 15/10/2026',
    ]);
    expect(preview.sight).toEqual([{ unitId: 'cao-lang', past: ['cao-bang', 'lang-son'], people: 0 }]);
    expect(preview.people).toEqual([{ unitId: 'cao-bang', role: 'unit_lead', people: 1 }]);
    expect(preview.links.filter(({ isNew }) => isNew).map(({ predecessorId }) => predecessorId)).toEqual([
      'cao-bang',
      'lang-son',
    ]);
    expect(preview.rows.map(({ table, unitId }) => `${table} ${unitId}`).sort()).toEqual(
      [
        'code cao-lang',
        'kind cao-lang',
        'name cao-lang',
        'region cao-lang',
        'succession cao-lang',
        'succession cao-lang',
        'unit cao-bang',
        'unit cao-lang',
        'unit lang-son',
      ].sort(),
    );
    expect(preview.warnings.map(({ code }) => code).sort()).toEqual([
      'LEGAL_BASIS_NOT_HELD',
      'UNIT_NOT_ON_MAP',
      'UNIT_PEOPLE_REMAIN',
    ]);
  });

  it('is not entered when units have changed since its preview', async () => {
    const name = { vi: 'Tỉnh Xứ Lạng', shortVi: 'Xứ Lạng', en: 'Xu Lang' };
    const rename = { kind: 'rename', unit: 'lang-son', name, effectiveDate: '2026-12-01', legalBasis };
    expect((await entered(rename)).status).toBe(201);
    const before = await dump();
    const stale = await post('', { change: MERGER, digest: preview.digest, reason: 'Thử nghiệm' });
    expect([stale.status, stale.json<{ code: string }>().code]).toEqual([409, 'UNIT_CHANGE_STALE']);
    expect(await dump()).toEqual(before);
  });

  it('is refused where a part is recorded to end otherwise, until that is corrected', async () => {
    const end = { kind: 'end', unit: 'lang-son', effectiveDate: '2028-01-01', legalBasis };
    expect((await entered(end)).status).toBe(201);
    const { errors } = (await post('/preview', MERGER)).json<{ errors: object[] }>();
    expect(errors).toMatchObject([{ code: 'UNIT_PERIOD_OVERLAPS', path: 'predecessors.1' }]);
    const { validFrom } = await unit('lang-son');
    const recorded = { from: validFrom, to: '2027-12-31' };
    const correction = {
      kind: 'correction',
      unit: 'lang-son',
      fact: 'unit',
      recorded,
      validFrom,
      validTo: null,
    };
    expect((await entered(correction)).status).toBe(201);
  });

  it('is entered as previewed: the page of the unit, its succession and its past follow at once', async () => {
    const roster = await served.ask(`/units?on=${DAY}&level=province`);
    const answer = await entered(MERGER);
    expect(answer.status).toBe(201);
    const entry = answer.json<UnitChangeEntryDto>();
    expect(entry).toMatchObject({ unitId: 'cao-lang', state: 'upcoming', recordedBy: 'operator' });
    expect((await unit('cao-bang')).validTo).toBe('2026-12-31');
    const made = await unit('cao-lang');
    expect(made).toMatchObject({
      nameVi: 'Tỉnh Cao Lạng',
      validFrom: DAY,
      legalBasis: '99/2026/QH16 ngày 15/10/2026',
    });
    expect(made.predecessors.map(({ predecessorId, change }) => [predecessorId, change])).toEqual([
      ['cao-bang', 'merge'],
      ['lang-son', 'merge'],
    ]);
    const [past] = await served.database.query<{ then: string[]; before: string[] }[]>(
      `SELECT past_units_of('cao-lang', '${DAY}') AS then, past_units_of('cao-lang', '2026-12-31') AS before`,
    );
    expect([past?.then, past?.before]).toEqual([['cao-bang', 'lang-son'], []]);
    const now = await served.ask(`/units?on=${DAY}&level=province`);
    expect(now.headers['etag']).not.toBe(roster.headers['etag']);
    expect(now.json<Page<UnitSummary>>().total).toBe(roster.json<Page<UnitSummary>>().total - 1);
    const found = await served.ask(`/search?q=${encodeURIComponent('cao lang')}&kind=unit`);
    expect(found.json<Page<{ ref: string }>>().items.map(({ ref }) => ref)).toContain('cao-lang');
  });

  it('is in the history and in the trail with every row before and after', async () => {
    const { items } = (await served.askAs(operator, '/unit-changes?unit=cao-lang')).json<
      Page<UnitChangeEntryDto>
    >();
    expect(items.map(({ kind, reason, units }) => [kind, reason, units.length])).toEqual([
      ['merger', 'Thử nghiệm', 3],
    ]);
    const last = (await trail('done')).findLast(({ object }) => object === `unit-change:${items[0]?.id}`);
    expect(JSON.stringify(last?.after)).toContain('Tỉnh Cao Lạng');
    await expect(served.database.query(`DELETE FROM unit_change`)).rejects.toThrow();
  });

  it('stays when the reference data are loaded again, as do all other changes', async () => {
    const charge = {
      kind: 'ministry-in-charge',
      unit: 'bo-noi-vu',
      abbreviation: 'BNV',
      effectiveDate: DAY,
      legalBasis,
    };
    expect((await entered(charge)).status).toBe(201);
    const before = await dump();
    const counts = await asSystem('seed', () =>
      served.app.get(DataSource).transaction((manager) => loadUnits(manager)),
    );
    expect(counts.kept).toBeGreaterThan(2);
    expect(await dump()).toEqual(before);
  });
});

async function unit(id: string): Promise<UnitDetail> {
  return (await served.ask(`/units/${id}?on=${DAY}`)).json<UnitDetail>();
}

it('every kind of change is taken as its schema has it', async () => {
  const name = { vi: 'Bộ Thử nghiệm', en: 'Ministry of Tests' };
  const on = { effectiveDate: '2027-02-01', legalBasis };
  const changes: readonly UnitChangeRequest[] = [
    { kind: 'new-unit', level: 'ministry', unitKind: 'ministry', name, codes: [], ...on },
    { kind: 'alias', unit: 'bo-thu-nghiem', text: 'Bộ TN', effectiveDate: null, until: null },
    {
      kind: 'kind',
      unit: 'bo-thu-nghiem',
      unitKind: 'ministerial_agency',
      ...on,
      effectiveDate: '2027-03-01',
    },
    { kind: 'code', unit: 'bo-thu-nghiem', scheme: 'e-id', code: 'G98', ...on },
    { kind: 'region', unit: 'hue', region: 'red-river-delta', ...on },
    {
      kind: 'split',
      unit: 'bo-thu-nghiem',
      parts: ['Một', 'Hai'].map((one) => ({
        unitKind: 'ministry' as const,
        name: { vi: `Bộ ${one}`, en: one },
        codes: [],
      })),
      ...on,
      effectiveDate: '2027-04-01',
    },
    { kind: 'end', unit: 'bo-mot', ...on, effectiveDate: '2027-05-01' },
  ];
  for (const change of changes) {
    const answer = await entered(change);
    expect([change.kind, answer.status, answer.status === 201 ? null : answer.text]).toEqual([
      change.kind,
      201,
      null,
    ]);
  }
});
