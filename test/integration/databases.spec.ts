import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NationalDetailDto, NationalListDto } from '../../api/src/features/databases/national.dto.ts';
import type { DatabaseDetail, DatabaseRegister } from '../../api/src/features/databases/register.dto.ts';
import { outcomeOf } from '../support/refused-statements.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

interface Refusal {
  readonly code: string;
  readonly errors: readonly { readonly code: string; readonly path: string }[];
}

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

const post = (path: string, body: object) => served.ask(path, { method: 'POST', body });
const REGISTRATION = {
  unit: 'da-nang-2025',
  nameVi: 'Cơ sở dữ liệu Hộ tịch Đà Nẵng',
  class: 'shared-locality',
  marks: ['important'],
};

async function registered(nameVi: string): Promise<DatabaseDetail> {
  const answer = await post('/databases', { ...REGISTRATION, nameVi });
  expect(answer.status).toBe(201);
  return answer.json<DatabaseDetail>();
}

describe('the national databases', () => {
  const list = async (query = '') =>
    (await served.ask(`/databases/national${query}`)).json<NationalListDto>();

  it('are six, and nothing is said of any until somebody says it', async () => {
    const answer = await list();
    expect(answer).toMatchObject({
      dataSet: 'official',
      sample: false,
      count: 6,
      meetingAll: 0,
      withData: 0,
    });
    const states = answer.items.flatMap(({ conditions }) => conditions.map(({ state }) => state));
    expect(states).toEqual(Array.from({ length: 18 }, () => 'no_data'));
  });

  it('have owners that are implied, with who took over, or not stated', async () => {
    const { items } = await list();
    const land = items.find(({ id }) => id === 'land')?.owner;
    expect(land).toMatchObject({ standing: 'implied', unverified: true, unit: { endedOn: '2025-02-28' } });
    expect(land?.unit?.successors.map(({ unitId }) => unitId)).toEqual(['bo-nong-nghiep-va-moi-truong']);
    const insurance = items.find(({ id }) => id === 'insurance')?.owner;
    expect(insurance).toMatchObject({ standing: 'not_stated', unit: null });
    expect(insurance?.recollected?.unitId).toBe('bao-hiem-xa-hoi-viet-nam');
  });

  it('meet all conditions once every aspect is asserted, with evidence; what was said before stays', async () => {
    const assert = (aspect: string, state: string) =>
      post('/databases/national/population/assertions', {
        period: '2026',
        aspect,
        state,
        evidence: 'Báo cáo 12/BC-BCA',
      });
    for (const aspect of ['digitised', 'kept-up-to-date', 'data-centre', 'nationwide'])
      expect((await assert(aspect, 'yes')).status).toBe(201);
    await assert('in-effective-use', 'no');
    expect((await list('?period=2026')).items[0]?.conditions[0]?.state).toBe('partly');
    await assert('in-effective-use', 'yes');
    expect(await list('?period=2026')).toMatchObject({ meetingAll: 1, withData: 1, periods: ['2026'] });
    expect((await list('?period=2025')).meetingAll).toBe(0);
    expect(await list('?period=2026&dataSet=sample')).toMatchObject({ meetingAll: 0, sample: true });
    const { history } = (await served.ask('/databases/national/population')).json<NationalDetailDto>();
    expect(history.map(({ aspect, state }) => `${aspect} ${state}`)).toEqual([
      'in-effective-use yes',
      'in-effective-use no',
      'nationwide yes',
      'data-centre yes',
      'kept-up-to-date yes',
      'digitised yes',
    ]);
  });

  it('have an owner as the operator sets it, by a document', async () => {
    const request = { unit: 'bo-tai-chinh', reference: 'Văn bản 1/BTC', reason: 'Cơ quan chủ quản' };
    const answer = await post('/databases/national/finance/owners', request);
    expect(answer.status).toBe(201);
    expect(answer.json<NationalDetailDto>().owner).toMatchObject({
      standing: 'set',
      unverified: false,
      recollected: null,
      unit: { unitId: 'bo-tai-chinh' },
    });
  });

  it.each([
    ['a state without evidence', { aspect: 'digitised', state: 'yes' }, 400, 'REQUEST_INVALID'],
    [
      'an aspect that is none',
      { aspect: 'blue', state: 'yes', evidence: 'x' },
      422,
      'DATABASE_ASPECT_UNKNOWN',
    ],
    [
      'more than a hundred per cent',
      { aspect: 'correct', state: 'yes', evidence: 'x', figure: 101, figureUnit: '%' },
      400,
      'REQUEST_INVALID',
    ],
    [
      'a figure below nothing',
      { aspect: 'correct', state: 'yes', evidence: 'x', figure: -1, figureUnit: 'bản ghi' },
      400,
      'REQUEST_INVALID',
    ],
    [
      'a figure of what',
      { aspect: 'correct', state: 'yes', evidence: 'x', figure: 1 },
      400,
      'REQUEST_INVALID',
    ],
    [
      'a year to come',
      { aspect: 'digitised', state: 'yes', evidence: 'x', period: '2099' },
      422,
      'PERIOD_AHEAD',
    ],
  ])('refuse %s', async (_what, body, status, code) => {
    const answer = await post('/databases/national/land/assertions', { period: '2026', ...body });
    expect([answer.status, answer.json<Refusal>().code]).toEqual([status, code]);
  });
});

describe('the register', () => {
  it('holds what a unit registers, finds it with and without diacritics, and writes it as tables', async () => {
    const { id } = await registered('Cơ sở dữ liệu Đất đai Đà Nẵng');
    const found = async (query: string) =>
      (await served.ask(`/databases?${query}`)).json<DatabaseRegister>().items.map((entry) => entry.id);
    expect(await found(`q=${encodeURIComponent('đất đai')}`)).toContain(id);
    expect(await found('q=dat%20dai&unit=da-nang-2025&class=shared-locality&mark=important')).toContain(id);
    expect(await found('q=dat%20dai&class=national')).toEqual([]);
    expect(await found('q=dat%20dai&dataSet=sample')).toEqual([]);
    const csv = (await served.ask('/databases.csv?q=dat%20dai')).text;
    expect(csv.startsWith('\uFEFFĐơn vị,')).toBe(true);
    expect(csv).toContain('Cơ sở dữ liệu dùng chung của địa phương');
    const workbook = await served.ask('/databases.xlsx?q=dat%20dai&lang=en');
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('gives an entry new versions and keeps the old ones; a version that was overtaken is refused', async () => {
    const { id } = await registered('Cơ sở dữ liệu Y tế Đà Nẵng');
    const { unit: _unit, ...entry } = REGISTRATION;
    const revision = { ...entry, nameVi: 'Cơ sở dữ liệu Y tế', basedOn: 1, changeNote: 'Đổi tên' };
    const revised = await post(`/databases/${id}/versions`, revision);
    expect(revised.status).toBe(201);
    const { version, versions } = revised.json<DatabaseDetail>();
    expect(version).toBe(2);
    expect(versions.map(({ nameVi, changeNote }) => [nameVi, changeNote])).toEqual([
      ['Cơ sở dữ liệu Y tế', 'Đổi tên'],
      ['Cơ sở dữ liệu Y tế Đà Nẵng', null],
    ]);
    const overtaken = await post(`/databases/${id}/versions`, revision);
    expect([overtaken.status, overtaken.json<Refusal>().code]).toEqual([409, 'DATABASE_CHANGED_MEANWHILE']);
  });

  it('closes an entry, which then takes no more changes', async () => {
    const { id } = await registered('Cơ sở dữ liệu Giáo dục Đà Nẵng');
    const closure = { basedOn: 1, closedOn: '2026-11-01', changeNote: 'Sáp nhập' };
    const closed = await post(`/databases/${id}/close`, closure);
    expect(closed.json<DatabaseDetail>()).toMatchObject({
      state: 'closed',
      closedOn: '2026-11-01',
      version: 2,
    });
    const again = await post(`/databases/${id}/close`, { ...closure, basedOn: 2 });
    expect([again.status, again.json<Refusal>().code]).toEqual([409, 'DATABASE_CLOSED']);
    const step = { action: 'assess', actor: 'Sở', doneOn: '2026-11-02', findings: [] };
    expect((await post(`/databases/${id}/inventories/2026/steps`, step)).json<Refusal>().code).toBe(
      'DATABASE_CLOSED',
    );
  });

  it('refuses nghiệp vụ đặc thù without reason or approver, and stores nothing', async () => {
    const total = async () => (await served.ask('/databases')).json<DatabaseRegister>().total;
    const before = await total();
    const entry = { ...REGISTRATION, nameVi: 'Cơ sở dữ liệu nghiệp vụ', marks: ['special-purpose'] };
    const answer = await post('/databases', entry);
    expect([answer.status, answer.json<Refusal>().code]).toEqual([422, 'DATABASE_ENTRY_REFUSED']);
    expect(answer.json<Refusal>().errors.map(({ path }) => path)).toEqual([
      'specialReason',
      'specialApprover',
    ]);
    const blank = await post('/databases', { ...entry, specialReason: '  ', specialApprover: 'Bộ trưởng' });
    expect(blank.status).toBe(400);
    expect(await total()).toBe(before);
    const sound = await post('/databases', {
      ...entry,
      specialReason: 'Phục vụ nghiệp vụ riêng',
      specialApprover: 'Chủ tịch UBND thành phố',
    });
    expect(sound.status).toBe(201);
  });

  it.each([
    ['a unit that is none', { unit: 'atlantis' }, 404, 'UNIT_NOT_FOUND'],
    ['a unit that is no more', { unit: 'quang-nam' }, 422, 'DATABASE_ENTRY_REFUSED'],
    ['a class of another level', { class: 'shared-ministry' }, 422, 'DATABASE_ENTRY_REFUSED'],
    ['a field that it does not know', { colour: 'blue' }, 400, 'REQUEST_INVALID'],
    ['a name that is none', { nameVi: ' ' }, 400, 'REQUEST_INVALID'],
    ['a day that is none', { inUseSince: '2026-02-30' }, 400, 'REQUEST_INVALID'],
  ])('refuses %s', async (_what, change, status, code) => {
    const answer = await post('/databases', { ...REGISTRATION, nameVi: 'Thử', ...change });
    expect([answer.status, answer.json<Refusal>().code]).toEqual([status, code]);
  });

  it('refuses a name that the unit has, however it is written, and a data set that is none', async () => {
    await registered('Cơ sở dữ liệu Hoà giải');
    const taken = await post('/databases', { ...REGISTRATION, nameVi: 'cơ sở dữ liệu  Hòa giải' });
    expect([taken.status, taken.json<Refusal>().code]).toEqual([409, 'DATABASE_NAME_TAKEN']);
    const nowhere = await post('/databases?dataSet=nowhere', { ...REGISTRATION, nameVi: 'Thử' });
    expect([nowhere.status, nowhere.json<Refusal>().code]).toEqual([404, 'DATA_SET_NOT_FOUND']);
  });

  it.each(['0', '-1', '999999', '9'.repeat(30), 'x', '1.5'])('has no entry %s', async (id) => {
    const answer = await served.ask(`/databases/${id}`);
    expect([answer.status, answer.json<Refusal>().code]).toEqual([404, 'DATABASE_NOT_FOUND']);
  });
});

describe('the database itself refuses to change what was reported', () => {
  it.each([
    ['an assertion', `UPDATE national_database_assertion SET state = 'no'`],
    ['an assertion, by removing it', `DELETE FROM national_database_assertion`],
    ['all assertions', `TRUNCATE national_database_assertion`],
    ['an owner', `UPDATE national_database_owner SET reason = 'x'`],
    ['an entry', `UPDATE registered_database SET unit_id = 'hue'`],
    ['a version', `UPDATE registered_database_version SET name_vi = 'x'`],
    ['a version, by removing it', `DELETE FROM registered_database_version`],
  ])('%s', async (_what, statement) => {
    expect(await outcomeOf(served.database, statement)).toBe('23000');
  });

  it('and a mark that is not justified, whoever writes it', async () => {
    const [row] = await served.database.query<{ id: string }[]>(`SELECT id FROM registered_database LIMIT 1`);
    const insert = `INSERT INTO registered_database_version
      (database_id, version, state, name_vi, class, marks, change_note, written_by)
      VALUES (${row?.id ?? ''}, 99, 'open', 'x', 'shared-locality', '{special-purpose}', 'x', 'spec')`;
    expect(await outcomeOf(served.database, insert)).toBe('23514');
  });
});
