import { describe, expect, it } from '@jest/globals';
import { Problem } from '../platform/http/problem.js';
import { parseSeed } from './seed-document.js';
import { taskFaults } from './task-faults.js';
import type { PlanFile, SolutionsFile, TasksFile } from './task-formats.js';

const TASKS = `document: decision-142-2024
part: A
name: { vi: Phần, en: Part }
source: [decision-142-2024]
groups:
  - code: A.I
    name: { vi: Nhóm, en: Group }
    name_check: as_printed
    tasks:
      - code: A.I.1
        name: { vi: Một, en: One }
        text_check: as_printed
        answered_by: lead
        leads: [bo-cong-an]
        coordinators: [group-ministries]
        period: { from: '2024', to: '2025' }
        actions:
          - { code: A.I.1/1, text: Làm, body_clauses: [decision-142-2024#IV.1.a] }
      - code: A.I.2
        name: { vi: Hai, en: Two }
        text_check: as_printed
        answered_by: lead
        leads: []
        coordinators: []
        period: ongoing
        actions:
          - { code: A.I.2/1, text: Làm, body_clauses: [] }
`;
const SOLUTIONS = `document: decision-142-2024
proposed: true
reason: { vi: Lý do, en: Reason }
source: [decision-142-2024]
solutions:
  - { clause: decision-142-2024#VI.1.a, name: { vi: Giải pháp, en: Solution }, tasks: [A.I.1] }
`;
const PLAN = `document: mic-action-plan-2024
rows: { national: 1, ministry: 1 }
source: [mic-action-plan-2024]
confidence: medium
duties:
  - code: mic-1
    task: A.I.1
    action: A.I.1/1
    name: { vi: Việc, en: Duty }
    quote: Việc
    phase: { printed: 2024 - 2025, from: '2024', to: '2025' }
`;
const BODIES = new Set(['bo-cong-an', 'group-ministries']);

function faults(tasks = TASKS, solutions = SOLUTIONS, plan = PLAN): string[] {
  const seeds = {
    parts: [parseSeed<TasksFile>(tasks, 'a.yaml', 'tasks.schema.json')],
    solutions: [parseSeed<SolutionsFile>(solutions, 's.yaml', 'task-solutions.schema.json')],
    plans: [parseSeed<PlanFile>(plan, 'p.yaml', 'task-plan.schema.json')],
  };
  return taskFaults(seeds, BODIES).map(({ code, path }) => `${code} ${path}`);
}

describe('files of tasks', () => {
  it('are taken as they should be', () => {
    expect(faults()).toEqual([]);
  });

  it.each([
    [
      'a code that stands twice',
      TASKS.replaceAll('A.I.2', 'A.I.1'),
      'TASK_CODE_DOUBLED a.yaml:19 /groups/0/tasks/1/code',
    ],
    [
      'a body that there is not',
      TASKS.replace('[bo-cong-an]', '[bo-cong-an, bo-hai-quan]'),
      'TASK_BODY_UNKNOWN a.yaml:14 /groups/0/tasks/0/leads/1',
    ],
    [
      'a group that there is not',
      TASKS.replace('[group-ministries]', '[group-nobody]'),
      'TASK_BODY_UNKNOWN a.yaml:15 /groups/0/tasks/0/coordinators/0',
    ],
    [
      'years the wrong way round',
      TASKS.replace("from: '2024', to: '2025'", "from: '2026', to: '2025'"),
      'TASK_PERIOD_INVALID a.yaml:16 /groups/0/tasks/0/period',
    ],
    [
      'a row of another group',
      TASKS.replaceAll('A.I.2', 'A.II.2'),
      'TASK_CODE_MISPLACED a.yaml:19 /groups/0/tasks/1/code',
    ],
    [
      'an action of another row',
      TASKS.replace('code: A.I.2/1', 'code: A.I.1/2'),
      'TASK_CODE_MISPLACED a.yaml:27 /groups/0/tasks/1/actions/0/code',
    ],
    [
      'no period at all',
      TASKS.replace('        period: ongoing\n', ''),
      'TASK_PERIOD_INVALID a.yaml:26 /groups/0/tasks/1/actions/0',
    ],
  ])('are refused for %s', (_what, text, fault) => {
    const [solutions, plan] = text.includes('A.I.1/1') ? [SOLUTIONS, PLAN] : [];
    expect(faults(text, solutions, plan)).toContain(fault);
  });

  it('are refused for links that lead nowhere', () => {
    expect(faults(TASKS, SOLUTIONS.replace('[A.I.1]', '[A.I.1, A.I.9]'))).toEqual([
      'TASK_UNKNOWN s.yaml:6 /solutions/0/tasks/1',
    ]);
    expect(faults(TASKS, SOLUTIONS, PLAN.replace('task: A.I.1', 'task: A.I.2'))).toEqual([
      'TASK_UNKNOWN p.yaml:8 /duties/0/action',
    ]);
    expect(faults(TASKS, SOLUTIONS, PLAN.replace("to: '2025'", "to: '2023'"))).toEqual([
      'TASK_PERIOD_INVALID p.yaml:11 /duties/0/phase',
    ]);
  });

  it.each([
    ['a part that the annex has not', TASKS.replace('part: A', 'part: D'), ':2 /part'],
    ['a code of no row', TASKS.replace('- code: A.I.1\n', '- code: A.1.1\n'), ':10 /groups/0/tasks/0/code'],
    [
      'a period in words',
      TASKS.replace('period: ongoing', 'period: sometimes'),
      ':25 /groups/0/tasks/1/period',
    ],
    [
      'a row without actions',
      TASKS.replace(/actions:\n {10}- \{ code: A\.I\.2.*\n/, 'actions: []\n'),
      ':26 /groups/0/tasks/1/actions',
    ],
    ['a field of no meaning', TASKS.replace('part: A', 'part: A\nweight: 3'), ':3 /weight'],
  ])('do not fit their schema with %s', (_what, text, place) => {
    const refused = (): string[] => {
      try {
        return faults(text);
      } catch (error) {
        return error instanceof Problem ? error.errors.map(({ path }) => path) : [];
      }
    };
    expect(refused()).toContain(`a.yaml${place}`);
  });
});
