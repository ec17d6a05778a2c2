import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TaskMatrix } from '../../api/src/features/tasks/task-matrix.dto.ts';
import type { TaskStatusDto, TaskStatusPage } from '../../api/src/features/tasks/task-status.dto.ts';
import type { TaskDetail, TaskPage, TaskStructure } from '../../api/src/features/tasks/task.dto.ts';
import { serveApplication, type Answer, type ServedApplication } from '../support/served-application.ts';

const JSON_BODY = { 'content-type': 'application/json' };
let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

async function tasks(query = ''): Promise<TaskPage> {
  return (await served.ask(`/tasks?size=500&${query}`)).json<TaskPage>();
}

async function codes(query: string): Promise<string[]> {
  return (await tasks(query)).items.map(({ code }) => code);
}

async function task(code: string): Promise<TaskDetail> {
  return (await served.ask(`/tasks/${encodeURIComponent(code)}`)).json<TaskDetail>();
}

function record(code: string, body: object, query = ''): Promise<Answer> {
  return served.ask(`/tasks/${encodeURIComponent(code)}/statuses${query}`, {
    method: 'POST',
    headers: JSON_BODY,
    body,
  });
}

async function recorded(code: string, body: object): Promise<TaskStatusDto> {
  const answer = await record(code, body);
  expect([answer.status, answer.text.slice(0, 300)]).toEqual([201, expect.any(String)]);
  return answer.json<TaskStatusDto>();
}

function withdraw(code: string, id: string, body: object): Promise<Answer> {
  const path = `/tasks/${encodeURIComponent(code)}/statuses/${id}/withdrawal`;
  return served.ask(path, { method: 'POST', headers: JSON_BODY, body });
}

const history = async (code: string, query = ''): Promise<TaskStatusPage> =>
  (await served.ask(`/tasks/${encodeURIComponent(code)}/statuses${query}`)).json<TaskStatusPage>();

function faultsOf(answer: Answer): unknown[] {
  const { code, errors } = answer.json<{ code: string; errors: { code: string; path: string }[] }>();
  return [answer.status, code, ...errors.map((error) => `${error.path} ${error.code}`)];
}

describe('the tasks of the Decision', () => {
  it('are 77 rows and 14 duties of the body, in its order', async () => {
    const { items, total, dataSet, sample } = await tasks();
    expect([total, dataSet, sample]).toEqual([91, 'official', false]);
    expect(items.filter(({ kind }) => kind === 'annex_row')).toHaveLength(77);
    const own = items.map(({ code }) => code);
    expect(own.indexOf('C.IX.2')).toBeLessThan(own.indexOf('C.X.1'));
    expect(own.indexOf('VIII.1.d')).toBe(own.indexOf('VIII.1.đ') - 1);
    expect(own[0]).toBe('A.I.1');
  });

  it('name a ministry of 2024 as the Decision does, and its successor beside it', async () => {
    const { leads } = await task('A.I.1');
    expect(leads.map(({ nameVi, endedOn }) => [nameVi, endedOn])).toEqual([
      ['Bộ Thông tin và Truyền thông', '2025-02-28'],
    ]);
    expect(leads[0]?.successors.map(({ id }) => id)).toContain('bo-khoa-hoc-va-cong-nghe');
  });

  it('have a code with đ in an address, in either form of Unicode', async () => {
    expect((await task('VIII.1.đ')).code).toBe('VIII.1.đ');
    expect((await task('IV.3.đ'.normalize('NFD'))).code).toBe('IV.3.đ');
    expect((await served.ask('/tasks/D.I.1')).json()).toMatchObject({ status: 404, code: 'TASK_NOT_FOUND' });
  });

  it('carry the marks of a damaged source and invent no text', async () => {
    const lost = await task('C.XV.2');
    expect([lost.textCheck, lost.actions.map(({ textVi }) => textVi)]).toEqual(['damaged', [null]]);
    expect(lost.unclearClauses).toContain('decision-142-2024#VIII.16.đ');
    expect((await task('A.III.1')).leads).toEqual([]);
  });

  it("show the ministry's dates beside those of the annex", async () => {
    const portal = await task('A.III.3');
    expect(portal.schedule).toEqual({ kind: 'ongoing', from: null, to: null, due: null });
    expect(portal.plan.map(({ due, passed }) => [due, passed])).toEqual([['2025-06-30', true]]);
    const market = await task('A.V.1');
    expect([market.schedule.due, market.plan[0]?.due]).toEqual(['2027-12-31', '2026-12-31']);
  });

  it.each([
    ['part=B', 14],
    ['group=C.I', 4],
    ['kind=body_duty', 14],
    ['lead=van-phong-chinh-phu', 3],
    ['lead=bo-giao-thong-van-tai', 2],
    ['lead=bo-xay-dung', 2],
    ['lead=nobody', 0],
    ['state=overdue', 0],
    [`q=${encodeURIComponent('dữ liệu mở')}&part=B`, 2],
    ['q=du lieu mo&part=B', 2],
    ['q=%25', 0],
  ])('are filtered by %s', async (query, count) => {
    const page = await tasks(query);
    expect(page.total).toBe(count);
    expect(page.counts.reduce((sum, one) => sum + one.count, 0)).toBe(count);
  });

  it('come by page, and say the counts of all', async () => {
    const page = (await served.ask('/tasks?size=10&page=10')).json<TaskPage>();
    expect([page.items.length, page.total, page.page]).toEqual([1, 91, 10]);
    expect(page.counts.reduce((sum, { count }) => sum + count, 0)).toBe(91);
  });

  it.each(['state=late', 'part=D', 'size=0', 'page=x', 'q=', 'dataSet=Official'])(
    'refuse %s',
    async (query) => {
      const answer = await served.ask(`/tasks?${query}`);
      expect([answer.status, answer.json()['code']]).toEqual([400, 'REQUEST_INVALID']);
    },
  );

  it('have a structure: parts, groups, solutions, the plan, the year 2023', async () => {
    const structure = (await served.ask('/tasks/structure')).json<TaskStructure>();
    expect(structure.parts.map(({ code, tasks: count, actions }) => [code, count, actions])).toEqual([
      ['A', 21, 25],
      ['B', 14, 16],
      ['C', 42, 49],
      ['body', 14, 14],
    ]);
    expect([structure.solutions.length, structure.plan.length]).toEqual([22, 14]);
    expect(structure.history.map(({ count }) => count)).toEqual([8, 9, 5, 6, 4, 1]);
  });

  it('are given as files, in either language', async () => {
    const csv = await served.ask('/tasks.csv?part=A');
    expect(csv.text.startsWith('\uFEFFMã,Nhóm,')).toBe(true);
    expect(csv.headers['content-disposition']).toContain('tasks-142-2024.csv');
    const workbook = await served.ask('/tasks.xlsx?lang=en');
    expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('a status', () => {
  it('changes the state, is kept with its evidence, and is withdrawn by a row that says so', async () => {
    const first = await recorded('A.VI.1', {
      state: 'in_progress',
      asOf: '2024-06-30',
      note: 'Đang thử nghiệm',
      evidence: [{ number: '12/BC-BTTTT', date: '2024-06-28', url: 'https://example.vn/bc' }],
    });
    expect((await task('A.VI.1')).state).toBe('overdue');
    const second = await recorded('A.VI.1', { state: 'done', asOf: '2024-12-31', note: 'Đã vận hành' });
    expect(await task('A.VI.1')).toMatchObject({ state: 'done', late: false, pastDue: false });
    const taken = await withdraw('A.VI.1', second.id, { note: 'Nhập nhầm nhiệm vụ' });
    expect([taken.status, taken.json<TaskStatusDto>().kind]).toEqual([201, 'withdrawal']);
    expect((await task('A.VI.1')).state).toBe('overdue');
    const rows = (await history('A.VI.1')).items;
    expect(rows.map(({ kind, current, withdrawnBy }) => [kind, current, withdrawnBy !== null])).toEqual([
      ['withdrawal', false, false],
      ['status', false, true],
      ['status', true, false],
    ]);
    expect(rows[2]?.id).toBe(first.id);
    expect(rows[2]?.evidence).toEqual([
      { number: '12/BC-BTTTT', date: '2024-06-28', description: null, url: 'https://example.vn/bc' },
    ]);
    expect(faultsOf(await withdraw('A.VI.1', second.id, { note: 'Lần nữa' }))).toEqual([
      409,
      'TASK_STATUS_ALREADY_WITHDRAWN',
    ]);
  });

  it('of one action leaves the other as it was', async () => {
    await recorded('A.I.3', { action: 1, state: 'done', asOf: '2025-05-01', note: 'Xong phần một' });
    const { actions, state } = await task('A.I.3');
    expect(actions.map((action) => action.state)).toEqual(['done', 'no_status']);
    expect(state).toBe('in_progress');
  });

  it('of part B is one for each body', async () => {
    await recorded('B.I.1', { unit: 'ha-noi', state: 'done', asOf: '2025-11-01', note: 'Đã ban hành' });
    const { state, unitStates } = await task('B.I.1');
    expect(state).toBe('in_progress');
    expect(unitStates?.find((one) => one.state === 'done')?.count).toBe(1);
    const rows = (await history('B.I.1', '?unit=ha-noi')).items;
    expect(rows.map(({ unitNameVi }) => unitNameVi)).toEqual(['Thành phố Hà Nội']);
    expect((await history('B.I.1', '?unit=da-nang')).total).toBe(0);
  });

  it('is never changed or deleted in the database', async () => {
    await recorded('C.II.2', { state: 'in_progress', note: 'Đang chạy' });
    for (const statement of [
      'UPDATE task_status SET note = $$x$$',
      'DELETE FROM task_status',
      'TRUNCATE task_status',
    ]) {
      await expect(served.database.query(statement)).rejects.toThrow(/append-only/);
    }
  });

  it.each<[string, string, object, string[]]>([
    ['an unknown unit', 'B.I.1', { unit: 'atlantis' }, ['unit TASK_UNIT_UNKNOWN']],
    ['no unit where each answers', 'B.I.1', {}, ['unit TASK_UNIT_REQUIRED']],
    ['a unit where the lead answers', 'A.I.1', { unit: 'ha-noi' }, ['unit TASK_UNIT_NOT_TAKEN']],
    ['a unit for B.I.4', 'B.I.4', { unit: 'ha-noi' }, ['unit TASK_UNIT_NOT_TAKEN']],
    ['the nation for part B', 'B.I.1', { unit: 'viet-nam' }, ['unit TASK_UNIT_NOT_ADDRESSED']],
    ['a province for a duty of ministries', 'VIII.1.e', { unit: 'ha-noi' }, ['unit TASK_UNIT_NOT_ADDRESSED']],
    [
      'a unit that was no more',
      'B.I.1',
      { unit: 'bo-giao-thong-van-tai', asOf: '2025-03-01' },
      ['unit TASK_UNIT_NOT_THERE'],
    ],
    ['a day to come', 'A.I.1', { asOf: '2999-01-01' }, ['asOf TASK_DATE_AHEAD']],
    ['an action that there is not', 'A.I.1', { action: 2 }, ['action TASK_ACTION_UNKNOWN']],
    [
      'evidence of a day to come',
      'A.I.1',
      { evidence: [{ number: '1/BC', date: '2999-01-01' }] },
      ['evidence.0.date TASK_DATE_AHEAD'],
    ],
    [
      'everything at once',
      'A.I.1',
      { unit: 'x', action: 5, asOf: '2999-01-01' },
      ['unit TASK_UNIT_NOT_TAKEN', 'action TASK_ACTION_UNKNOWN', 'asOf TASK_DATE_AHEAD'],
    ],
  ])('is refused for %s, and nothing is kept', async (_what, code, own, faults) => {
    const before = (await history(code)).total;
    const answer = await record(code, { state: 'done', note: 'Xong', ...own });
    expect(faultsOf(answer)).toEqual([422, 'TASK_STATUS_REFUSED', ...faults]);
    expect((await history(code)).total).toBe(before);
  });

  it.each<[string, object, string]>([
    ['an empty note', { state: 'done', note: '  ' }, 'note'],
    ['no note', { state: 'done' }, 'note'],
    ['no state', { note: 'x' }, 'state'],
    ['a state of no meaning', { state: 'overdue', note: 'x' }, 'state'],
    ['a day that there is not', { state: 'done', note: 'x', asOf: '2025-02-30' }, 'asOf'],
    ['evidence without a word', { state: 'done', note: 'x', evidence: [{}] }, 'evidence.0'],
    [
      'an address that runs',
      { state: 'done', note: 'x', evidence: [{ url: 'javascript:alert(1)' }] },
      'evidence.0.url',
    ],
    ['a field of no meaning', { state: 'done', note: 'x', score: 1 }, ''],
  ])('is refused for %s by its field', async (_what, body, path) => {
    expect(faultsOf(await record('A.I.1', body))).toEqual([400, 'REQUEST_INVALID', `${path} FIELD_INVALID`]);
  });

  it('is refused for a task, a data set or a row that there is not', async () => {
    const body = { state: 'done', note: 'x' };
    expect(faultsOf(await record('A.IX.1', body))).toEqual([404, 'TASK_NOT_FOUND']);
    expect(faultsOf(await record('A.I.1', body, '?dataSet=nowhere'))).toEqual([404, 'DATA_SET_NOT_FOUND']);
    for (const id of ['999999', 'x', '1e3', '99999999999999999999']) {
      expect(faultsOf(await withdraw('A.I.1', id, { note: 'x' }))).toEqual([404, 'TASK_STATUS_NOT_FOUND']);
    }
    expect((await served.ask('/tasks/A.IX.1/statuses')).status).toBe(404);
  });

  it('is not taken from whoever is not signed in', async () => {
    const answer = await served.askAs(null, '/tasks/A.I.1/statuses', {
      method: 'POST',
      headers: JSON_BODY,
      body: { state: 'done', note: 'x' },
    });
    expect([answer.status, answer.json()['code']]).toEqual([401, 'SIGN_IN_NEEDED']);
  });
});

describe('part B as a matrix', () => {
  const matrix = async (query = ''): Promise<TaskMatrix> =>
    (await served.ask(`/tasks/matrix?${query}`)).json<TaskMatrix>();

  it('has 14 columns, a row for each ministry and province of today, and a cell for each', async () => {
    const { columns, rows } = await matrix();
    expect(columns).toHaveLength(14);
    expect(rows.filter(({ level }) => level === 'province')).toHaveLength(34);
    expect(rows.filter(({ level }) => level === 'ministry').length).toBeGreaterThanOrEqual(22);
    expect(rows.filter(({ cells }) => cells.length !== 14)).toEqual([]);
    for (const column of columns.filter(({ code }) => code !== 'B.I.4')) {
      expect(column.counts.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    }
  });

  it('has the status of B.I.4 at the ministry that took it over, and nowhere else', async () => {
    await recorded('B.I.4', { state: 'in_progress', asOf: '2025-06-01', note: 'Đang soạn' });
    const { columns, rows } = await matrix();
    const at = columns.findIndex(({ code }) => code === 'B.I.4');
    const reported = rows.filter(({ cells }) => cells[at]?.state !== null);
    expect(reported.map(({ unitId }) => unitId)).toEqual(['bo-khoa-hoc-va-cong-nghe']);
    expect(reported[0]?.cells[at]).toEqual({ state: 'overdue', asOf: '2025-06-01' });
  });

  it('is filtered by level, region and state', async () => {
    expect((await matrix('level=ministry')).rows.every(({ level }) => level === 'ministry')).toBe(true);
    expect((await matrix('level=province')).rows).toHaveLength(34);
    const [first] = (await matrix('level=province')).rows;
    const region = (await matrix(`region=${first?.regionId}`)).rows;
    expect(new Set(region.map(({ regionId }) => regionId))).toEqual(new Set([first?.regionId]));
    expect((await matrix('state=done')).rows.map(({ unitId }) => unitId)).toEqual(['ha-noi']);
    expect((await served.ask('/tasks/matrix?level=nation')).status).toBe(400);
  });
});

describe('a sample', () => {
  it('has statuses of its own, marked as such, and leaves no trace when it goes', async () => {
    await served.database.query(
      `INSERT INTO data_set (code, kind, name_vi, name_en) VALUES ('sample', 'sample', 'Mẫu', 'Sample')`,
    );
    const answer = await record('A.I.1', { state: 'done', note: 'Mẫu' }, '?dataSet=sample');
    expect(answer.status).toBe(201);
    expect(await codes('state=done&dataSet=sample')).toEqual(['A.I.1']);
    expect((await tasks('dataSet=sample')).sample).toBe(true);
    expect(await codes('state=done')).not.toContain('A.I.1');
    const csv = await served.ask('/tasks.csv?dataSet=sample');
    expect(csv.text.split('\r\n').join('\n').split('\n')[1]).toMatch(/^DỮ LIỆU MẪU,A\.I\.1,/);
    await served.database.query(`DELETE FROM task_status WHERE data_set = 'sample'`);
    expect((await history('A.I.1', '?dataSet=sample')).total).toBe(0);
  });
});
