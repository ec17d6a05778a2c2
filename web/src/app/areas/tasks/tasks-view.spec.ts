import { describe, expect, it } from '@jest/globals';
import { bodyOf, STRUCTURE, taskOf } from '../../../testing/tasks.js';
import { wordingOf } from '../../../testing/wording.js';
import {
  countTasks,
  filtersOf,
  filterTasks,
  leadChoices,
  periodChoices,
  stateChoices,
  taskSections,
  tasksFinding,
  taskTiles,
  type TaskQuery,
} from './tasks-view.js';

const vi = wordingOf('vi');
const ONGOING = { kind: 'ongoing', from: null, to: null, due: null } as const;
const TASKS = [
  taskOf('A.I.1', { state: 'done' }),
  taskOf('A.I.2', { pastDue: true, leads: [bodyOf('bo-y-te', { nameVi: 'Bộ Y tế' })] }),
  taskOf('A.II.1', {
    state: 'ongoing_status_missing',
    schedule: ONGOING,
    leads: [bodyOf('bo-cong-an', { nameVi: 'Bộ Công an' }), bodyOf('bo-y-te', { nameVi: 'Bộ Y tế' })],
  }),
  taskOf('VIII.1.đ', { part: 'body', kind: 'body_duty', state: 'overdue', nameVi: 'Đầu mối' }),
];
const query = (own: Partial<TaskQuery> = {}): TaskQuery => ({
  part: undefined,
  group: undefined,
  lead: undefined,
  state: undefined,
  period: undefined,
  q: undefined,
  ...own,
});

describe('the filters of an address', () => {
  it.each<[Partial<TaskQuery>, string[]]>([
    [{}, ['A.I.1', 'A.I.2', 'A.II.1', 'VIII.1.đ']],
    [{ part: 'body' }, ['VIII.1.đ']],
    [{ group: 'A.I' }, ['A.I.1', 'A.I.2']],
    [{ lead: 'bo-y-te' }, ['A.I.2', 'A.II.1']],
    [{ state: 'overdue' }, ['VIII.1.đ']],
    [{ period: 'ongoing' }, ['A.II.1']],
    [{ period: '2024-2025', lead: 'bo-y-te' }, ['A.I.2']],
    [{ q: 'dau moi' }, ['VIII.1.đ']],
    [{ q: 'Đầu mối' }, ['VIII.1.đ']],
    [{ q: 'bộ y tế' }, ['A.I.2', 'A.II.1']],
    [{ q: 'VIII.1.đ' }, ['VIII.1.đ']],
    [{ q: 'không có' }, []],
  ])('%j leave %j', (own, codes) => {
    expect(filterTasks(TASKS, filtersOf(query(own))).map(({ code }) => code)).toEqual(codes);
  });

  it('ignore a part or a state that there is not', () => {
    const filters = filtersOf(query({ part: 'D', state: 'late', q: '  ' }));
    expect([filters.part, filters.state, filters.q]).toEqual([null, null, '']);
  });

  it('offer what there is, with how many', () => {
    expect(leadChoices(TASKS, vi)).toEqual([
      { value: 'bo-cong-an', label: 'bo-cong-an', count: 3 },
      { value: 'bo-y-te', label: 'Bộ Y tế', count: 2 },
    ]);
    expect(periodChoices(TASKS, vi).map(({ label, count }) => [label, count])).toEqual([
      ['2024–2025', 3],
      ['Thường xuyên', 1],
    ]);
    expect(stateChoices(TASKS, vi).map(({ value }) => value)).toEqual([
      'overdue',
      'ongoing_status_missing',
      'no_status',
      'done',
    ]);
  });
});

describe('the answer', () => {
  it('counts what is late apart from what nobody reported', () => {
    expect(countTasks(TASKS)).toEqual({
      all: 4,
      done: 1,
      underway: 0,
      overdue: 1,
      unreported: 2,
      unreportedPast: 1,
      annex: 3,
    });
  });

  it('is a sentence, and another one while nothing is reported', () => {
    expect(tasksFinding(countTasks(TASKS), vi)).toBe(
      '4 nhiệm vụ: 1 hoàn thành, 0 đang thực hiện, 1 quá hạn, 2 chưa có báo cáo',
    );
    expect(tasksFinding(countTasks([taskOf('A.I.1')]), vi)).toBe('1 nhiệm vụ, chưa nhiệm vụ nào có báo cáo');
  });

  it('is told in four tiles', () => {
    expect(taskTiles(countTasks(TASKS), vi).map(({ value, note }) => [value, note])).toEqual([
      ['1', 'trên 4 nhiệm vụ'],
      ['0', 'trên 4 nhiệm vụ'],
      ['1', 'đã báo cáo, chưa hoàn thành'],
      ['2', '1 đã hết thời hạn'],
    ]);
  });

  it('stands under the headings of the Decision, empty ones left out', () => {
    const sections = taskSections(
      TASKS.filter(({ group }) => group !== 'A.II'),
      STRUCTURE,
      vi,
    );
    expect(sections.map(({ name, groups }) => [name, groups.map(({ code }) => code)])).toEqual([
      ['Phần A. Quốc gia', ['A.I']],
      ['Thân', ['VIII.1']],
    ]);
  });
});
