import { describe, expect, it } from '@jest/globals';
import type { TaskDetail } from '../../api-client/models/task-detail.js';
import type { TaskStatus } from '../../api-client/models/task-status.js';
import { bodyOf, taskOf } from '../../../testing/tasks.js';
import { wordingOf } from '../../../testing/wording.js';
import { answeringUnits, historyRows, taskFacts, taskFinding } from './task-view.js';

const vi = wordingOf('vi');
const detail = (own: Partial<TaskDetail> = {}): TaskDetail => ({
  ...taskOf('A.I.1'),
  groupNameVi: 'Nhóm',
  groupNameEn: 'Group',
  document: 'decision-142-2024',
  expectedResultVi: null,
  expectedResultEn: null,
  unclearClauses: [],
  solutions: [],
  noteVi: null,
  noteEn: null,
  sourceIds: [],
  dataSet: 'official',
  sample: false,
  ...own,
});

describe('the facts of a task', () => {
  it('name a body that is no more as the Decision does, with its successor', () => {
    const [leads] = taskFacts(
      detail({
        leads: [
          bodyOf('bo-thong-tin-va-truyen-thong', {
            nameVi: 'Bộ Thông tin và Truyền thông',
            endedOn: '2025-02-28',
            successors: [
              { id: 'bo-khoa-hoc-va-cong-nghe', nameVi: 'Bộ Khoa học và Công nghệ', nameEn: 'MOST' },
            ],
          }),
        ],
      }),
      vi,
    );
    expect(leads?.values).toEqual(['Bộ Thông tin và Truyền thông (nay: Bộ Khoa học và Công nghệ)']);
  });

  it('tell an empty cell from one that cannot be read', () => {
    const coordinators = (own: Partial<TaskDetail>) => taskFacts(detail(own), vi)[1]?.values;
    expect(coordinators({})).toEqual(['để trống']);
    expect(coordinators({ coordinatorsCheck: 'damaged' })).toEqual(['Không đọc được trong bản nguồn']);
  });

  it('say that no result and no deadline is stated', () => {
    const values = taskFacts(
      detail({ schedule: { kind: 'ongoing', from: null, to: null, due: null } }),
      vi,
    ).map(({ values: [value] }) => value);
    expect(values.slice(3)).toEqual(['Quyết định không nêu', 'Thường xuyên', 'không có']);
  });
});

describe('the finding of a task', () => {
  it.each<[Partial<TaskDetail>, string]>([
    [{ state: 'done' }, 'A.I.1 Nhiệm vụ A.I.1: Hoàn thành'],
    [{ state: 'done', late: true }, 'A.I.1 Nhiệm vụ A.I.1: Hoàn thành sau thời hạn'],
    [{ pastDue: true }, 'A.I.1 Nhiệm vụ A.I.1: Chưa có báo cáo, thời hạn 31/12/2025 đã qua'],
  ])('of %j', (own, finding) => {
    expect(taskFinding(detail(own), vi)).toBe(finding);
  });
});

describe('the bodies that may answer', () => {
  it('are those that the task speaks to', () => {
    const units = [
      { id: 'ha-noi', level: 'province' },
      { id: 'bo-y-te', level: 'ministry' },
      { id: 'viet-nam', level: 'nation' },
    ].map((unit) => ({ ...unit, shortNameVi: unit.id, nameVi: unit.id, nameEn: unit.id }));
    const ids = (answeredBy: TaskDetail['answeredBy']) =>
      answeringUnits(detail({ answeredBy }), units as never, vi).map(({ id }) => id);
    expect(ids('lead')).toEqual([]);
    expect(ids('each_province')).toEqual(['ha-noi']);
    expect(ids('each_ministry_and_province')).toEqual(['bo-y-te', 'ha-noi']);
  });
});

describe('the history', () => {
  const status: TaskStatus = {
    id: '1',
    task: 'A.I.1',
    action: 2,
    unitId: null,
    unitNameVi: null,
    unitNameEn: null,
    kind: 'status',
    state: 'done',
    asOf: '2025-06-30',
    note: 'Xong',
    evidence: [{ number: '5/BC', date: '2025-06-29', description: 'Báo cáo', url: null }],
    withdraws: null,
    withdrawnBy: null,
    current: true,
    recordedAt: '2025-07-01T01:00:00.000Z',
    recordedBy: 'http',
  };

  it('writes evidence with number, date and description', () => {
    expect(historyRows([status], vi, (id) => id)[0]).toMatchObject({
      about: 'Gạch đầu dòng 2',
      asOf: '30/06/2025',
      evidence: [{ url: null, text: '5/BC · 29/06/2025 · Báo cáo' }],
      withdrawable: true,
    });
  });

  it('says under which role it was recorded', () => {
    const [row] = historyRows([{ ...status, recordedBy: 'unit_lead@x' }], vi, () => 'Bộ X');
    expect(row?.recorded).toContain('Trưởng đơn vị, Bộ X');
  });

  it('lets neither a withdrawal nor what was withdrawn be withdrawn', () => {
    const rows = historyRows(
      [
        { ...status, id: '2', kind: 'withdrawal', state: null, withdraws: '1' },
        { ...status, withdrawnBy: '2' },
      ],
      vi,
      (id) => id,
    );
    expect(rows.map(({ withdrawable }) => withdrawable)).toEqual([false, false]);
  });
});
