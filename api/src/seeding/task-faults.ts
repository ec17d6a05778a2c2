import type { ProblemDetail } from '../platform/http/problem.js';
import { seedFault, type SeedDocument, type SeedPath } from './seed-document.js';
import type { PlanFile, SeedPeriod, SeedTask, SolutionsFile, TasksFile } from './task-formats.js';

/** All files of seeds/tasks that speak of each other. */
export interface TaskSeeds {
  readonly parts: readonly SeedDocument<TasksFile>[];
  readonly solutions: readonly SeedDocument<SolutionsFile>[];
  readonly plans: readonly SeedDocument<PlanFile>[];
}

/**
 * What a schema cannot see: doubled codes, bodies that there are not, years in the wrong order, codes that
 * do not fit where they stand, links to tasks that there are not.
 *
 * @param bodies ids of units and of the groups that lead or co-ordinate
 */
export function taskFaults(seeds: TaskSeeds, bodies: ReadonlySet<string>): readonly ProblemDetail[] {
  const faults: ProblemDetail[] = [];
  const codes = new Map<string, SeedTask>();
  for (const file of seeds.parts) {
    const tell = (code: string, path: SeedPath, message: string) =>
      faults.push(seedFault(file, code, path, message));
    const groups = new Set<string>();
    file.value.groups.forEach((group, g) => {
      if (groups.has(group.code))
        tell('TASK_CODE_DOUBLED', ['groups', g, 'code'], `${group.code} stands twice`);
      groups.add(group.code);
      group.tasks.forEach((task, t) => {
        const path = ['groups', g, 'tasks', t] as const;
        if (codes.has(task.code)) tell('TASK_CODE_DOUBLED', [...path, 'code'], `${task.code} stands twice`);
        codes.set(task.code, task);
        if (!task.code.startsWith(`${group.code}.`)) {
          tell('TASK_CODE_MISPLACED', [...path, 'code'], `${task.code} does not belong to ${group.code}`);
        }
        for (const fault of bodyFaults(task, bodies))
          tell('TASK_BODY_UNKNOWN', [...path, ...fault.path], fault.message);
        for (const fault of actionFaults(task)) tell(fault.code, [...path, ...fault.path], fault.message);
      });
    });
  }
  return [
    ...faults,
    ...seeds.solutions.flatMap((file) => solutionFaults(file, codes)),
    ...planFaults(seeds, codes),
  ];
}

function bodyFaults(task: SeedTask, bodies: ReadonlySet<string>): { path: SeedPath; message: string }[] {
  return (['leads', 'coordinators'] as const).flatMap((list) =>
    task[list].flatMap((id, index) =>
      bodies.has(id) ? [] : [{ path: [list, index], message: `no unit and no group "${id}"` }],
    ),
  );
}

interface Fault {
  readonly code: string;
  readonly path: SeedPath;
  readonly message: string;
}

function actionFaults(task: SeedTask): readonly Fault[] {
  const faults: Fault[] = periodFaults(task.period, ['period']);
  task.actions.forEach((action, index) => {
    const path = ['actions', index] as const;
    if (action.code !== `${task.code}/${index + 1}`) {
      faults.push({
        code: 'TASK_CODE_MISPLACED',
        path: [...path, 'code'],
        message: `expected ${task.code}/${index + 1}`,
      });
    }
    if ((action.period === undefined) === (task.period === undefined)) {
      const message = 'the period stands at the row or at each of its actions';
      faults.push({ code: 'TASK_PERIOD_INVALID', path, message });
    }
    faults.push(...periodFaults(action.period, [...path, 'period']));
  });
  return faults;
}

function periodFaults(period: SeedPeriod | undefined, path: SeedPath): Fault[] {
  if (typeof period !== 'object' || period.from <= period.to) return [];
  return [{ code: 'TASK_PERIOD_INVALID', path, message: `${period.from} is after ${period.to}` }];
}

function solutionFaults(
  file: SeedDocument<SolutionsFile>,
  codes: ReadonlyMap<string, SeedTask>,
): readonly ProblemDetail[] {
  const faults: ProblemDetail[] = [];
  const seen = new Set<string>();
  file.value.solutions.forEach(({ clause, tasks }, index) => {
    if (seen.has(clause)) {
      faults.push(
        seedFault(file, 'TASK_CODE_DOUBLED', ['solutions', index, 'clause'], `${clause} stands twice`),
      );
    }
    seen.add(clause);
    tasks.forEach((code, at) => {
      if (codes.has(code)) return;
      const path = ['solutions', index, 'tasks', at];
      faults.push(seedFault(file, 'TASK_UNKNOWN', path, `no task ${code}`));
    });
  });
  return faults;
}

function planFaults(seeds: TaskSeeds, codes: ReadonlyMap<string, SeedTask>): readonly ProblemDetail[] {
  return seeds.plans.flatMap((file) => {
    const seen = new Set<string>();
    return file.value.duties.flatMap((duty, index) => {
      const faults: ProblemDetail[] = [];
      const tell = (code: string, key: string, message: string) =>
        faults.push(seedFault(file, code, ['duties', index, key], message));
      if (seen.has(duty.code)) tell('TASK_CODE_DOUBLED', 'code', `${duty.code} stands twice`);
      seen.add(duty.code);
      const task = duty.task === undefined ? undefined : codes.get(duty.task);
      if (duty.task !== undefined && task === undefined) tell('TASK_UNKNOWN', 'task', `no task ${duty.task}`);
      if (duty.action !== undefined && !(task?.actions ?? []).some(({ code }) => code === duty.action)) {
        tell('TASK_UNKNOWN', 'action', `no action ${duty.action} of that task`);
      }
      if (duty.phase !== undefined && duty.phase.from > duty.phase.to) {
        tell('TASK_PERIOD_INVALID', 'phase', `${duty.phase.from} is after ${duty.phase.to}`);
      }
      return faults;
    });
  });
}
