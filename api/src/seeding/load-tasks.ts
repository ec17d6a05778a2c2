import { join } from 'node:path';
import { In, Not, type EntityManager } from 'typeorm';
import {
  Task,
  TaskAction,
  TaskCount,
  TaskGroup,
  TaskParty,
  TaskPlanDuty,
  TaskSolution,
} from '../features/tasks/task.entity.js';
import { OrganisationUnit } from '../features/units/unit.entity.js';
import { readSeed, seedProblem, type SeedDocument } from './seed-document.js';
import { SEEDS } from './seed-folder.js';
import { taskFaults, type TaskSeeds } from './task-faults.js';
import type {
  CountsFile,
  PartiesFile,
  PlanFile,
  SeedPeriod,
  SeedTask,
  SolutionsFile,
  TasksFile,
} from './task-formats.js';

const FOLDER = join(SEEDS, 'tasks');
/** In the order in which the Decision prints them; the duties of its body come after its annex. */
const PARTS = ['a', 'b', 'c', 'body'] as const;

function readTaskSeeds(): TaskSeeds & { parties: PartiesFile; counts: CountsFile } {
  const programme = join(FOLDER, 'decision-142-2024');
  return {
    parts: PARTS.map((part) => readSeed<TasksFile>(join(programme, `${part}.yaml`))),
    solutions: [readSeed<SolutionsFile>(join(programme, 'solutions.yaml'))],
    plans: [readSeed<PlanFile>(join(FOLDER, 'mic-action-plan-2024.yaml'))],
    parties: readSeed<PartiesFile>(join(FOLDER, 'parties.yaml')).value,
    counts: readSeed<CountsFile>(join(FOLDER, 'data-year-2023.yaml')).value,
  };
}

/**
 * Brings seeds/tasks into the database; needs the units. What is there is brought up to date; a task that is
 * gone from the seeds goes, unless a status was reported of it.
 *
 * @throws Problem SEED_FILE_INVALID
 */
export async function loadTasks(manager: EntityManager): Promise<number> {
  const seeds = readTaskSeeds();
  const units = await manager.find(OrganisationUnit, { select: { id: true } });
  const bodies = new Set([...units.map(({ id }) => id), ...seeds.parties.parties.map(({ id }) => id)]);
  const faults = taskFaults(seeds, bodies);
  if (faults.length > 0) throw seedProblem(faults);
  await clear(manager);
  await manager.upsert(
    TaskParty,
    seeds.parties.parties.map(({ id, name }, position) => ({
      id,
      nameVi: name.vi,
      nameEn: name.en,
      position,
    })),
    ['id'],
  );
  const count = await loadParts(manager, seeds.parts);
  for (const { value } of seeds.solutions) await loadSolutions(manager, value);
  for (const { value } of seeds.plans) await loadPlan(manager, value);
  await loadCounts(manager, seeds.counts);
  return count;
}

/** Everything but the tasks and their groups, which statuses refer to. */
async function clear(manager: EntityManager): Promise<void> {
  for (const table of [TaskPlanDuty, TaskSolution, TaskCount, TaskAction, TaskParty]) {
    await manager.createQueryBuilder().delete().from(table).execute();
  }
}

async function loadParts(manager: EntityManager, files: readonly SeedDocument<TasksFile>[]): Promise<number> {
  const groups = files.flatMap(({ value: file }) => file.groups.map((group) => ({ file, group })));
  const tasks = groups.flatMap(({ file, group }) => group.tasks.map((task) => ({ file, group, task })));
  await manager.upsert(
    TaskGroup,
    groups.map(({ file, group }, position) => ({
      code: group.code,
      documentId: file.document,
      part: file.part,
      partNameVi: file.name.vi,
      partNameEn: file.name.en,
      position,
      nameVi: group.name.vi,
      nameEn: group.name.en,
      nameCheck: group.name_check,
      noteVi: group.note?.vi ?? null,
      noteEn: group.note?.en ?? null,
    })),
    ['code'],
  );
  await manager.upsert(Task, tasks.map(taskRow), ['code']);
  await manager.delete(Task, { code: Not(In(tasks.map(({ task }) => task.code))) });
  await manager.delete(TaskGroup, { code: Not(In(groups.map(({ group }) => group.code))) });
  await manager.insert(
    TaskAction,
    tasks.flatMap(({ task }) =>
      task.actions.map((action, index) => ({
        taskCode: task.code,
        number: index + 1,
        textVi: action.text,
        bodyClauses: [...action.body_clauses],
        ...schedule(action.period ?? task.period ?? 'unstated'),
      })),
    ),
  );
  return tasks.length;
}

/** A task where it stands: its file and its group. */
interface PlacedTask {
  readonly file: TasksFile;
  readonly group: TasksFile['groups'][number];
  readonly task: SeedTask;
}

function taskRow({ file, group, task }: PlacedTask, position: number): Task {
  return {
    code: task.code,
    groupCode: group.code,
    position,
    nameVi: task.name.vi,
    nameEn: task.name.en,
    textCheck: task.text_check,
    answeredBy: task.answered_by,
    leads: [...task.leads],
    leadsPrinted: task.leads_printed ?? null,
    leadsCheck: task.leads_check ?? 'as_printed',
    coordinators: [...task.coordinators],
    coordinatorsPrinted: task.coordinators_printed ?? null,
    coordinatorsCheck: task.coordinators_check ?? 'as_printed',
    expectedResultVi: task.expected_result?.vi ?? null,
    expectedResultEn: task.expected_result?.en ?? null,
    unclearClauses: [...(task.unclear_clauses ?? [])],
    noteVi: task.note?.vi ?? null,
    noteEn: task.note?.en ?? null,
    sourceIds: [...file.source],
  };
}

function schedule(period: SeedPeriod): Pick<TaskAction, 'schedule' | 'yearFrom' | 'yearTo'> {
  return typeof period === 'string'
    ? { schedule: period, yearFrom: null, yearTo: null }
    : { schedule: 'years', yearFrom: Number(period.from), yearTo: Number(period.to) };
}

async function loadSolutions(manager: EntityManager, file: SolutionsFile): Promise<void> {
  await manager.insert(
    TaskSolution,
    file.solutions.map(({ clause, name, tasks }, position) => ({
      clause,
      position,
      nameVi: name.vi,
      nameEn: name.en,
      taskCodes: [...tasks],
      reasonVi: file.reason.vi,
      reasonEn: file.reason.en,
      sourceIds: [...file.source],
    })),
  );
}

async function loadPlan(manager: EntityManager, file: PlanFile): Promise<void> {
  await manager.insert(
    TaskPlanDuty,
    file.duties.map((duty, position) => ({
      code: duty.code,
      documentId: file.document,
      position,
      taskCode: duty.task ?? null,
      action: duty.action === undefined ? null : Number(duty.action.split('/')[1]),
      nameVi: duty.name.vi,
      nameEn: duty.name.en,
      quoteVi: duty.quote,
      implementingVi: duty.implementing ?? null,
      coordinatingVi: duty.coordinating ?? null,
      expectedResultVi: duty.expected_result ?? null,
      phasePrinted: duty.phase?.printed ?? null,
      phaseFrom: duty.phase === undefined ? null : Number(duty.phase.from),
      phaseTo: duty.phase === undefined ? null : Number(duty.phase.to),
      phaseOngoing: duty.phase?.ongoing ?? false,
      deadlinePrinted: duty.deadline?.printed ?? null,
      due: duty.deadline?.due ?? null,
      confidence: file.confidence,
      sourceIds: [...file.source],
    })),
  );
}

async function loadCounts(manager: EntityManager, file: CountsFile): Promise<void> {
  await manager.insert(
    TaskCount,
    file.counts.map((counted, position) => ({
      documentId: file.document,
      code: counted.code,
      position,
      nameVi: counted.name.vi,
      nameEn: counted.name.en,
      count: counted.count,
      additional: counted.additional ?? false,
      quoteVi: file.quote,
      confidence: file.confidence,
      sourceIds: [...file.source],
    })),
  );
}
