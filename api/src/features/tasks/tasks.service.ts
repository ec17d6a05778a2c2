import { Injectable } from '@nestjs/common';
import { RowScope } from '../../platform/access/row-scope.js';
import { today } from '../../platform/clock.js';
import { ofDataSet } from '../../platform/http/data-set.js';
import { paginate } from '../../platform/http/page.js';
import { notFound } from '../../platform/http/problem.js';
import type { UnitSummary } from '../units/unit.dto.js';
import { UnitsService } from '../units/units.service.js';
import { taskBodies } from './task-bodies.js';
import { filterTasks } from './task-filter.js';
import { speaksTo, taskMatrix, withState } from './task-matrix.js';
import type { TaskMatrix, TaskMatrixQuery } from './task-matrix.dto.js';
import { countStates, planEntry, taskDto, type TaskView } from './task.mapper.js';
import type {
  TaskDetail,
  TaskDto,
  TaskFilter,
  TaskPage,
  TaskQuery,
  TaskScheduleDto,
  TaskStructure,
} from './task.dto.js';
import type { TaskState } from './task-state.js';
import { TaskStatusesRepository, statusUnits, type StandingStatus } from './task-statuses.repository.js';
import { TasksRepository, type TaskRecord } from './tasks.repository.js';

/** How one task stands at one unit. */
export interface TaskOfUnit {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly schedule: TaskScheduleDto;
  readonly state: TaskState;
  readonly asOf: string | null;
}

const PARTS = ['A', 'B', 'C', 'body'] as const;

/** The tasks of the Decision and how they stand today. */
@Injectable()
export class TasksService {
  constructor(
    private readonly repository: TasksRepository,
    private readonly statuses: TaskStatusesRepository,
    private readonly units: UnitsService,
    private readonly scope: RowScope,
  ) {}

  async list(query: TaskQuery): Promise<TaskPage> {
    const found = await this.filtered(query);
    return {
      ...paginate(found, query),
      on: today(),
      counts: countStates(found.map(({ state }) => state)),
      ...ofDataSet(query.dataSet),
    };
  }

  /** Every task that fits, in the order of the Decision. */
  async filtered(filter: TaskFilter): Promise<TaskDto[]> {
    const [records, statuses] = await Promise.all([this.repository.records(), this.standing(filter.dataSet)]);
    const view = await this.view(records, today());
    const tasks = records.map((record) =>
      taskDto(
        record,
        statuses.filter(({ taskCode }) => taskCode === record.task.code),
        view,
      ),
    );
    return filterTasks(tasks, filter);
  }

  /** @throws Problem TASK_NOT_FOUND */
  async detail(code: string, dataSet: string): Promise<TaskDetail> {
    const record = await this.record(code);
    const { task, group } = record;
    const [statuses, solutions, view] = await Promise.all([
      this.standing(dataSet, record),
      this.repository.solutions(),
      this.view([record], today()),
    ]);
    return {
      ...taskDto(record, statuses, view),
      groupNameVi: group.nameVi,
      groupNameEn: group.nameEn,
      document: group.documentId,
      expectedResultVi: task.expectedResultVi,
      expectedResultEn: task.expectedResultEn,
      unclearClauses: task.unclearClauses,
      solutions: solutions
        .filter(({ taskCodes }) => taskCodes.includes(task.code))
        .map(({ clause, nameVi, nameEn }) => ({ clause, nameVi, nameEn })),
      noteVi: task.noteVi,
      noteEn: task.noteEn,
      sourceIds: task.sourceIds,
      ...ofDataSet(dataSet),
    };
  }

  /** @throws Problem TASK_NOT_FOUND */
  async record(code: string): Promise<TaskRecord> {
    const wanted = code.normalize('NFC');
    const record = (await this.repository.records()).find(({ task }) => task.code === wanted);
    if (record === undefined) throw notFound('TASK', code);
    return record;
  }

  /** Part B by body: those of today's roster, of one level, region or with a state where asked for. */
  async matrix(query: TaskMatrixQuery): Promise<TaskMatrix> {
    const on = today();
    const [records, roster, statuses] = await Promise.all([
      this.repository.records(),
      this.units.roster(on),
      this.standing(query.dataSet),
    ]);
    const partB = records.filter(({ group }) => group.part === 'B');
    const units = roster.filter(
      (unit) =>
        unit.level !== 'nation' &&
        (query.level === undefined || unit.level === query.level) &&
        (query.region === undefined || unit.regionId === query.region),
    );
    const matrix = taskMatrix(partB, units, statuses, await this.view(partB, on));
    const rows = query.state === undefined ? matrix.rows : withState(matrix.rows, query.state);
    return { on, columns: matrix.columns, rows, ...ofDataSet(query.dataSet) };
  }

  /** The tasks that speak to a unit, and how they stand there. */
  async ofUnit(unit: UnitSummary, dataSet: string): Promise<TaskOfUnit[]> {
    const [records, stored] = await Promise.all([this.repository.records(), this.statuses.standing(dataSet)]);
    const own = stored.filter(({ unitId }) => unitId === null || unitId === unit.id);
    const statuses = await this.scope.seen(own, statusUnits);
    const { columns, rows } = taskMatrix(records, [unit], statuses, await this.view(records, today()));
    const cells = rows[0]?.cells ?? [];
    return columns.flatMap(({ code, nameVi, nameEn, schedule }, index) => {
      const { state, asOf } = cells[index] ?? { state: null, asOf: null };
      return state === null ? [] : [{ code, nameVi, nameEn, schedule, state, asOf }];
    });
  }

  /** What the documents say that does not change with statuses. */
  async structure(): Promise<TaskStructure> {
    const [records, groups, solutions, plan, counts] = await Promise.all([
      this.repository.records(),
      this.repository.groups(),
      this.repository.solutions(),
      this.repository.plan(),
      this.repository.counts(),
    ]);
    return {
      parts: PARTS.flatMap((code) => {
        const own = records.filter(({ group }) => group.part === code);
        const first = own[0]?.group;
        const actions = own.reduce((sum, record) => sum + record.actions.length, 0);
        return first === undefined
          ? []
          : [{ code, nameVi: first.partNameVi, nameEn: first.partNameEn, tasks: own.length, actions }];
      }),
      groups: groups.map(({ code, part, nameVi, nameEn, nameCheck, noteVi, noteEn }) => {
        const tasks = records.filter(({ group }) => group.code === code).length;
        return { code, part, nameVi, nameEn, nameCheck, noteVi, noteEn, tasks };
      }),
      solutions: solutions.map(({ clause, nameVi, nameEn, taskCodes, reasonVi, reasonEn }) => ({
        clause,
        nameVi,
        nameEn,
        tasks: taskCodes,
        proposed: true,
        reasonVi,
        reasonEn,
      })),
      plan: plan.map(planEntry),
      history: counts.map(({ documentId, position: _, ...own }) => ({ document: documentId, ...own })),
    };
  }

  /** What stands and may be seen, of one task or of all; of a task with one lead it is the lead's. */
  private async standing(dataSet: string, of: TaskRecord | null = null): Promise<StandingStatus[]> {
    const rows = await this.statuses.standing(dataSet, of?.task.code ?? null);
    return this.scope.seen(rows, statusUnits);
  }

  private async view(records: readonly TaskRecord[], on: string): Promise<TaskView> {
    const ids = [...new Set(records.flatMap(({ task }) => [...task.leads, ...task.coordinators]))];
    const [parties, units, successors, roster] = await Promise.all([
      this.repository.parties(),
      this.units.summaries(ids, on),
      this.units.successorsOf(ids),
      this.units.roster(on),
    ]);
    return {
      bodies: taskBodies(parties, units.values(), successors, on),
      answering: (answeredBy) =>
        roster.filter(({ level }) => speaksTo(answeredBy, level)).map(({ id }) => id),
      today: on,
    };
  }
}
