import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EditionDto } from '../../api/src/features/editions/edition.dto.ts';
import type { UnitHistory } from '../../api/src/features/rankings/unit-history.dto.ts';
import type { RegionDto, UnitDetail, UnitSummary } from '../../api/src/features/units/unit.dto.ts';
import { UnitsService } from '../../api/src/features/units/units.service.ts';
import type { Page } from '../../api/src/platform/http/page.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

async function roster(query: string): Promise<readonly UnitSummary[]> {
  return (await served.ask(`/units?size=500&${query}`)).json<Page<UnitSummary>>().items;
}

async function unit(id: string, on: string): Promise<UnitDetail> {
  return (await served.ask(`/units/${id}?on=${on}`)).json<UnitDetail>();
}

describe('the roster of a date', () => {
  it.each([
    ['2020-12-31', 63],
    ['2024-12-31', 63],
    ['2025-06-30', 63],
    ['2025-07-01', 34],
    ['2026-11-22', 34],
  ])('has on %s %i provinces, each once, and one nation', async (on, provinces) => {
    const units = await roster(`on=${on}`);
    expect(units.filter(({ level }) => level === 'province')).toHaveLength(provinces);
    expect(units.filter(({ level }) => level === 'nation').map(({ id }) => id)).toEqual(['viet-nam']);
    expect(new Set(units.map(({ id }) => id)).size).toBe(units.length);
    expect(units.filter(({ regionId, level }) => (regionId === null) === (level === 'province'))).toEqual([]);
  });

  it('is empty before the register begins, and not an error', async () => {
    expect(await roster('on=1900-01-01&level=province')).toEqual([]);
  });

  it('is in Vietnamese order: Đ after D, tones beside their letter', async () => {
    const names = (await roster('on=2024-12-31&level=province')).map(({ shortNameVi }) => shortNameVi);
    expect(names).toEqual([...names].sort(new Intl.Collator('vi').compare));
    expect(names.indexOf('Đà Nẵng')).toBeGreaterThan(names.indexOf('Cà Mau'));
    expect(names.indexOf('Đồng Tháp')).toBeLessThan(names.indexOf('Gia Lai'));
  });

  it.each([
    ['da nang', ['da-nang']],
    ['ĐÀ NẴNG', ['da-nang']],
    ['hue', ['hue']],
    ['Quảng', ['quang-binh', 'quang-nam', 'quang-ngai', 'quang-ninh', 'quang-tri', 'tuyen-quang']],
    ['no such place', []],
    ["' OR 1=1 --", []],
    ['%', []],
  ])('is searched for %j, with or without diacritics', async (q, ids) => {
    const found = await roster(`on=2024-12-31&level=province&q=${encodeURIComponent(q)}`);
    expect(found.map(({ id }) => id).sort()).toEqual(ids);
  });
});

describe('ministries', () => {
  it.each([
    ['2025-02-28', true, 'bo-thong-tin-va-truyen-thong'],
    ['2025-03-01', false, 'bo-khoa-hoc-va-cong-nghe'],
  ])('on %s: Bộ Thông tin và Truyền thông there: %p; in charge: %s', async (on, there, inCharge) => {
    const ids = (await roster(`on=${on}&level=ministry`)).map(({ id }) => id);
    expect(ids.includes('bo-thong-tin-va-truyen-thong')).toBe(there);
    expect(ids).toContain('bo-khoa-hoc-va-cong-nghe');
    const { charge, unit: ministry } = await served.get(UnitsService).ministryInCharge(on);
    expect([charge.unitId, ministry.id]).toEqual([inCharge, inCharge]);
  });

  it('include the government agencies, which stand with them', async () => {
    const kinds = new Set((await roster('on=2022-12-31&level=ministry')).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['ministry', 'ministerial_agency', 'government_agency']));
  });

  it('name who answered for an edition when it was published', async () => {
    const edition = (await served.ask('/editions/dti-2022')).json<EditionDto>();
    expect([edition.publishedOn, edition.responsibleNameVi]).toEqual([
      '2023-07-12',
      'Bộ Thông tin và Truyền thông',
    ]);
  });
});

describe('a unit through changes of name and kind', () => {
  it.each([
    ['hue', '2024-12-31', 'Tỉnh Thừa Thiên Huế', 'province', 'north-central-and-central-coast'],
    ['hue', '2025-01-01', 'Thành phố Huế', 'city', 'north-central-and-central-coast'],
    ['hue', '2025-07-01', 'Thành phố Huế', 'city', 'north-central'],
    ['dong-nai-2025', '2026-04-29', 'Tỉnh Đồng Nai', 'province', 'southeast'],
    ['dong-nai-2025', '2026-04-30', 'Thành phố Đồng Nai', 'city', 'southeast'],
  ])('%s on %s is %s, a %s of %s', async (id, on, nameVi, kind, regionId) => {
    expect(await unit(id, on)).toMatchObject({ id, nameVi, kind, regionId });
  });

  it('that has ended is shown as on its last day', async () => {
    expect(await unit('ha-giang', '2026-01-01')).toMatchObject({
      nameVi: 'Tỉnh Hà Giang',
      validTo: '2025-06-30',
    });
  });

  it('keeps all its names, kinds and aliases with their days', async () => {
    const hue = await unit('hue', '2025-07-01');
    expect(hue.names.map(({ nameVi, validFrom, validTo }) => [nameVi, validFrom, validTo])).toEqual([
      ['Tỉnh Thừa Thiên Huế', '2008-08-01', '2024-12-31'],
      ['Thành phố Huế', '2025-01-01', null],
    ]);
    expect(hue.aliases.map(({ text }) => text)).toContain('Thừa Thiên Huế');
    expect(
      hue.successors.map(({ change, effectiveDate, successorId }) => [change, effectiveDate, successorId]),
    ).toEqual([
      ['kind_change', '2025-01-01', 'hue'],
      ['rename', '2025-01-01', 'hue'],
    ]);
    expect(hue.predecessors).toEqual([]);
  });

  it('is found by an alias of the day', async () => {
    const names = await served.get(UnitsService).writtenNames();
    const aliases = names
      .filter(({ text }) => text === 'Huế')
      .map(({ unitId, validTo }) => [unitId, validTo]);
    expect(aliases).toContainEqual(['hue', '2024-12-31']);
  });
});

describe('codes', () => {
  it('of electronic identification are recollection but for three, and marked unverified', async () => {
    const rows: { unit_id: string; source_ids: string[] }[] = await served.database.query(
      `SELECT unit_id, source_ids FROM unit_code WHERE scheme = 'e-id' AND verified ORDER BY unit_id`,
    );
    expect(rows.map((row) => [row.unit_id, row.source_ids.join()])).toEqual([
      ['hau-giang', 'e-id-hau-giang'],
      ['lao-cai', 'e-id-lao-cai'],
      ['thai-nguyen', 'e-id-thai-nguyen'],
    ]);
    const { codes } = await unit('hue', '2024-12-31');
    expect(codes.find(({ scheme }) => scheme === 'e-id')).toMatchObject({ code: 'H57', verified: false });
    expect(codes.find(({ scheme }) => scheme === 'gso')).toMatchObject({ code: '46', verified: true });
  });

  it('of the statistics office pass on to a merged unit with another name: 24 is Bắc Giang, then Bắc Ninh', async () => {
    const holders: { unit_id: string }[] = await served.database.query(
      `SELECT unit_id FROM unit_code WHERE scheme = 'gso' AND code = '24' ORDER BY unit_id`,
    );
    expect(holders.map((row) => row.unit_id)).toEqual(['bac-giang', 'bac-ninh-2025']);
  });
});

describe('regions', () => {
  it.each([
    ['2024-12-31', ['central-highlands', 'north-central-and-central-coast'], ['north-central']],
    ['2025-07-01', ['north-central'], ['central-highlands', 'north-central-and-central-coast']],
  ])('are six on %s', async (on, among, gone) => {
    const ids = (await served.ask(`/regions?on=${on}`)).json<RegionDto[]>().map(({ id }) => id);
    expect(ids).toHaveLength(6);
    expect(ids).toEqual(expect.arrayContaining(among));
    expect(ids.filter((id) => gone.includes(id))).toEqual([]);
    const used = new Set((await roster(`on=${on}&level=province`)).map(({ regionId }) => regionId));
    expect(used).toEqual(new Set(ids));
  });
});

describe('a unit that was merged from others', () => {
  it('shows the units it was made of with their own results, and none of its own before it was', async () => {
    const history = (await served.ask('/units/da-nang-2025/history')).json<UnitHistory>();
    expect(history.entries).toEqual([]);
    expect(history.predecessors.map(({ unitId }) => unitId).sort()).toEqual(['da-nang', 'quang-nam']);
    const before = history.predecessors.find(({ unitId }) => unitId === 'da-nang');
    expect(
      before?.entries.map(({ period, result, frameworkVersion }) => [
        period,
        result.rank,
        result.total,
        frameworkVersion,
      ]),
    ).toEqual([
      ['2020', 1, 0.4874, 'dti-1726-province'],
      ['2022', 1, 0.8002, 'dti-922-province'],
    ]);
  });

  it('says by which law, from which day and of whom', async () => {
    const { predecessors } = await unit('da-nang-2025', '2025-07-01');
    expect(predecessors.map(({ predecessorId, effectiveDate }) => [predecessorId, effectiveDate])).toEqual([
      ['da-nang', '2025-07-01'],
      ['quang-nam', '2025-07-01'],
    ]);
    expect(predecessors.every(({ legalBasis }) => legalBasis !== null)).toBe(true);
  });

  it('has entries of its own where it lived through the change of a name', async () => {
    const history = (await served.ask('/units/hue/history')).json<UnitHistory>();
    expect(history.entries.map(({ period, result }) => [period, result.rank])).toEqual([
      ['2020', 2],
      ['2022', 4],
    ]);
    expect(history.predecessors).toEqual([]);
  });
});
