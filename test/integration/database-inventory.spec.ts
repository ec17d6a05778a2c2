import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InventoryDto } from '../../api/src/features/databases/inventory.dto.ts';
import type { DatabaseDetail, RegisterSummary } from '../../api/src/features/databases/register.dto.ts';
import type { ObstacleDto, ServiceDto } from '../../api/src/features/databases/sharing.dto.ts';
import { outcomeOf } from '../support/refused-statements.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

interface Refusal {
  readonly code: string;
  readonly errors: readonly { readonly code: string; readonly path: string }[];
}

let served: ServedApplication;
let id: string;
beforeAll(async () => {
  served = await serveApplication();
  const entry = { unit: 'da-nang-2025', nameVi: 'Cơ sở dữ liệu Hộ tịch', class: 'shared-locality' };
  id = (await post('/databases', entry)).json<DatabaseDetail>().id;
}, 60_000);
afterAll(() => served?.close());

const post = (path: string, body: object) => served.ask(path, { method: 'POST', body });
const ASPECTS = [
  ...['content', 'compliance', 'accuracy', 'integrity', 'anomalies', 'operation', 'updating', 'logs'],
  ...['shared', 'users', 'purposes'],
];
const findings = (state: string) => ASPECTS.map((aspect) => ({ aspect, state }));
const step = (period: string, body: object) =>
  post(`/databases/${id}/inventories/${period}/steps`, { actor: 'Sở Khoa học và Công nghệ', ...body });

describe('the inventory of a year', () => {
  it('is nothing at first, and only an assessment may begin it', async () => {
    const answer = (await served.ask(`/databases/${id}/inventories/2025`)).json<InventoryDto>();
    expect(answer).toMatchObject({ state: 'none', steps: [], allowed: ['assess'], dueOn: '2025-12-30' });
    expect(answer.findings).toHaveLength(11);
    const early = await step('2025', { action: 'send', doneOn: '2025-12-01', reference: '1/BC' });
    expect([early.status, early.json<Refusal>().code]).toEqual([409, 'INVENTORY_STEP_NOT_ALLOWED']);
  });

  it('goes its way, is returned, goes on, and keeps what was reported beside what was verified', async () => {
    const taken = async (body: object, state: string) => {
      const answer = await step('2025', body);
      expect([answer.status, answer.json<InventoryDto>().state]).toEqual([201, state]);
      return answer.json<InventoryDto>();
    };
    await taken({ action: 'assess', doneOn: '2025-11-20', findings: findings('yes') }, 'assessed');
    await taken({ action: 'send', doneOn: '2025-12-31', reference: '12/BC-SKHCN' }, 'sent');
    await taken({ action: 'return', doneOn: '2026-01-05', reason: 'Thiếu nhật ký' }, 'returned');
    await taken({ action: 'assess', doneOn: '2026-01-08', findings: findings('partly') }, 'assessed');
    await taken({ action: 'send', doneOn: '2026-01-09', reference: '1/BC-SKHCN' }, 'sent');
    const verified = findings('no').map((finding) =>
      finding.aspect === 'accuracy' ? { ...finding, figure: 87.5, figureUnit: '%' } : finding,
    );
    await taken(
      { action: 'verify', doneOn: '2026-01-20', reference: '3/TB-SKHCN', findings: verified },
      'verified',
    );
    await taken({ action: 'remedy', doneOn: '2026-02-01', note: 'Bổ sung nhật ký' }, 'remedied');
    const done = await taken({ action: 'report', doneOn: '2026-02-10', reference: '9/BC' }, 'reported');
    expect(done).toMatchObject({ sentOn: '2025-12-31', late: true, allowed: ['return'] });
    expect(done.findings.find(({ aspect }) => aspect === 'accuracy')).toEqual({
      assessment: 'quality',
      aspect: 'accuracy',
      reported: { state: 'partly', figure: null, figureUnit: null, note: null },
      verified: { state: 'no', figure: 87.5, figureUnit: '%', note: null },
    });
    expect(done.steps.map(({ action, role }) => `${action} ${role}`)).toEqual([
      'assess owner',
      'send owner',
      'return it_unit',
      'assess owner',
      'send owner',
      'verify it_unit',
      'remedy owner',
      'report owner',
    ]);
    const detail = (await served.ask(`/databases/${id}?period=2025`)).json<DatabaseDetail>();
    expect(detail).toMatchObject({
      inventory: { state: 'reported', late: true },
      nextInventoryOn: '2027-01-08',
    });
    const summary = (await served.ask('/databases/summary?period=2025')).json<RegisterSummary>();
    expect(summary).toMatchObject({ open: 1, sent: 1, verified: 1, sentLate: 1 });
  });

  it.each([
    ['findings that leave an aspect out', { action: 'assess', findings: findings('yes').slice(1) }, 422],
    ['an assessment without findings', { action: 'assess' }, 422],
    ['a day to come', { action: 'assess', findings: findings('yes'), doneOn: '2099-01-01' }, 422],
    ['an action that is none', { action: 'burn' }, 400],
    ['nobody', { action: 'assess', findings: findings('yes'), actor: ' ' }, 400],
  ])('refuses %s and stores nothing', async (_what, body, status) => {
    const answer = await step('2026', { doneOn: '2026-11-01', ...body });
    expect(answer.status).toBe(status);
    const kept = (await served.ask(`/databases/${id}/inventories/2026`)).json<InventoryDto>();
    expect(kept.steps).toEqual([]);
  });

  it('refuses a year that has not begun, or is none', async () => {
    const ahead = await step('2099', { action: 'assess', doneOn: '2026-11-01', findings: findings('yes') });
    expect([ahead.status, ahead.json<Refusal>().code]).toEqual([422, 'PERIOD_AHEAD']);
    expect((await served.ask(`/databases/${id}/inventories/bc`)).status).toBe(400);
  });

  it('takes one of two equal steps that come at once', async () => {
    const both = await Promise.all(
      ['a', 'b'].map((actor) =>
        step('2024', { action: 'assess', actor, doneOn: '2024-11-01', findings: findings('yes') }),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const sent = await Promise.all(
      ['a', 'b'].map((actor) =>
        step('2024', { action: 'send', actor, doneOn: '2024-12-30', reference: 'x' }),
      ),
    );
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 409]);
    const kept = (await served.ask(`/databases/${id}/inventories/2024`)).json<InventoryDto>();
    expect(kept).toMatchObject({ state: 'sent', late: false });
  });
});

describe('sharing', () => {
  it('records an obstacle, what was done about it, and its state', async () => {
    const raised = await post(`/databases/${id}/obstacles`, {
      description: 'Chưa thống nhất bảng mã',
      raisedBy: 'Sở Tư pháp',
      raisedOn: '2026-10-01',
    });
    const [obstacle] = raised.json<ObstacleDto[]>();
    expect(obstacle).toMatchObject({ state: 'open', allowed: ['handle', 'resolve'] });
    const act = (action: string, doneOn = '2026-10-05') =>
      post(`/databases/${id}/obstacles/${obstacle?.id ?? ''}/steps`, {
        action,
        actor: 'Sở KH&CN',
        doneOn,
        note: 'Đã họp',
      });
    const open = async () => (await served.ask(`/databases/${id}`)).json<DatabaseDetail>().openObstacles;
    expect(await open()).toBe(1);
    expect((await act('resolve')).json<ObstacleDto[]>()[0]?.state).toBe('resolved');
    expect(await open()).toBe(0);
    expect((await act('resolve')).json<Refusal>().code).toBe('OBSTACLE_STEP_NOT_ALLOWED');
    expect((await act('reopen', '2026-10-01')).json<Refusal>().code).toBe('DAY_BEFORE_LAST_STEP');
    expect((await act('reopen', '2099-10-01')).json<Refusal>().code).toBe('DAY_AHEAD');
    expect((await post(`/databases/${id}/obstacles/999/steps`, {})).status).toBe(400);
  });

  it('lists services; what is new about one of a name takes its place', async () => {
    const list = (body: object) =>
      post(`/databases/${id}/services`, {
        name: 'Tra cứu hộ tịch',
        form: 'API',
        onLgsp: true,
        onNdxp: false,
        ...body,
      });
    await list({});
    const answer = await list({ onNdxp: true, publishedOn: '2026-03-01' });
    expect(answer.json<ServiceDto[]>()).toMatchObject([
      { name: 'Tra cứu hộ tịch', onLgsp: true, onNdxp: true },
    ]);
    const provided = async () => (await served.ask(`/databases/${id}`)).json<DatabaseDetail>().services;
    expect(await provided()).toBe(1);
    await list({ publishedOn: '2026-03-01', withdrawnOn: '2026-06-01' });
    expect(await provided()).toBe(0);
    const backwards = await list({ publishedOn: '2026-03-01', withdrawnOn: '2026-01-01' });
    expect(backwards.status).toBe(400);
  });
});

describe('the database itself refuses to change', () => {
  it.each([
    ['a step', `UPDATE database_inventory_step SET actor = 'x'`],
    ['a step, by removing it', `DELETE FROM database_inventory_step`],
    ['a finding', `UPDATE database_finding SET state = 'yes'`],
    ['all findings', `TRUNCATE database_finding`],
    ['an obstacle', `UPDATE sharing_obstacle SET description = 'x'`],
    ['what was done about one', `DELETE FROM sharing_obstacle_step`],
    ['a service', `UPDATE sharing_service SET on_ndxp = false`],
  ])('%s', async (_what, statement) => {
    expect(await outcomeOf(served.database, statement)).toBe('23000');
  });
});
