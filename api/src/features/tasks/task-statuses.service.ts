import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { AccessService } from '../../platform/access/access.service.js';
import { asSystem } from '../../platform/access/request-context.js';
import { RowScope } from '../../platform/access/row-scope.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { ofDataSet } from '../../platform/http/data-set.js';
import { paginate } from '../../platform/http/page.js';
import { notFound, Problem, type ProblemDetail } from '../../platform/http/problem.js';
import type { UnitSummary } from '../units/unit.dto.js';
import { UnitsService } from '../units/units.service.js';
import { currentIds } from './current-statuses.js';
import { speaksTo } from './task-matrix.js';
import type { TaskStatusDto, TaskStatusPage, TaskStatusQuery, TaskStatusRequest } from './task-status.dto.js';
import type { TaskStatus } from './task-status.entity.js';
import { TaskStatusesRepository } from './task-statuses.repository.js';
import type { TaskRecord } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';

const UNIQUE_VIOLATION = '23505';

/** What bodies report of tasks: a history that only grows. */
@Injectable()
export class TaskStatusesService {
  constructor(
    private readonly repository: TaskStatusesRepository,
    private readonly tasks: TasksService,
    private readonly units: UnitsService,
    private readonly access: AccessService,
    private readonly scope: RowScope,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first, withdrawals among them. @throws Problem TASK_NOT_FOUND */
  async history(code: string, query: TaskStatusQuery): Promise<TaskStatusPage> {
    const { task } = await this.tasks.record(code);
    const stored = await this.repository.history(query.dataSet, task.code, query.unit ?? null);
    const rows = await this.scope.seen(stored, ({ unitId }) => (unitId === null ? task.leads : [unitId]));
    const page = paginate(rows, query);
    return { ...page, items: await this.dtos(page.items, rows), ...ofDataSet(query.dataSet) };
  }

  /**
   * @throws Problem TASK_NOT_FOUND, OTHER_UNIT, DATA_SET_NOT_FOUND, or TASK_STATUS_REFUSED with a fault for each field
   */
  async record(
    code: string,
    request: TaskStatusRequest,
    dataSet: string,
    actor: string,
  ): Promise<TaskStatusDto> {
    const record = await this.tasks.record(code);
    const { answeredBy, leads } = record.task;
    if (request.unit !== undefined) await this.access.require('task-status.record', request.unit);
    else if (answeredBy === 'lead') await this.requireOneOf('task-status.record', leads);
    await this.requireDataSet(dataSet);
    const asOf = request.asOf ?? today();
    const faults = await this.faults(record, request, asOf);
    if (faults.length > 0) {
      throw new Problem(422, 'TASK_STATUS_REFUSED', 'The status does not fit the task', undefined, faults);
    }
    const id = await this.add('task-status.record', {
      taskCode: record.task.code,
      action: request.action ?? null,
      unitId: request.unit ?? null,
      state: request.state,
      asOf,
      note: request.note,
      evidence: request.evidence.map(({ number, date, description, url }) => ({
        number: number ?? null,
        date: date ?? null,
        description: description ?? null,
        url: url ?? null,
      })),
      withdraws: null,
      recordedBy: actor,
      dataSet,
    });
    return this.written(dataSet, record.task.code, id);
  }

  /**
   * Takes a status back by a row that says so; both stay in the history.
   * @throws Problem TASK_NOT_FOUND, TASK_STATUS_NOT_FOUND, OTHER_UNIT, TASK_STATUS_ALREADY_WITHDRAWN
   */
  async withdraw(
    code: string,
    id: string,
    { note, dataSet }: { note: string; dataSet: string },
    actor: string,
  ): Promise<TaskStatusDto> {
    const { task } = await this.tasks.record(code);
    await this.requireOwn(dataSet, task.code, id);
    const status = await this.repository.one(dataSet, task.code, id);
    if (status === null || status.withdraws !== null) throw notFound('TASK_STATUS', id);
    const { action, unitId } = status;
    try {
      const row = await this.add('task-status.withdraw', {
        taskCode: task.code,
        action,
        unitId,
        state: null,
        asOf: today(),
        note,
        evidence: [],
        withdraws: status.id,
        recordedBy: actor,
        dataSet,
      });
      return await this.written(dataSet, task.code, row);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      throw new Problem(409, 'TASK_STATUS_ALREADY_WITHDRAWN', 'The status has been withdrawn already');
    }
  }

  /** Whose it is must be known before it is looked at. @throws Problem TASK_STATUS_NOT_FOUND, OTHER_UNIT */
  private async requireOwn(dataSet: string, taskCode: string, id: string): Promise<void> {
    const units = /^\d{1,18}$/.test(id)
      ? await asSystem('owner-of-row', () => this.repository.unitsOf(dataSet, taskCode, id))
      : null;
    if (units === null) throw notFound('TASK_STATUS', id);
    await this.requireOneOf('task-status.withdraw', units);
  }

  /** Of the bodies that may speak, one is enough. @throws Problem OTHER_UNIT */
  private async requireOneOf(
    action: 'task-status.record' | 'task-status.withdraw',
    units: readonly string[],
  ): Promise<void> {
    const own = units.find((unit) => this.access.allows(action, unit)) ?? units[0] ?? null;
    await this.access.require(action, own);
  }

  /** Writes a row of the history and its record. */
  private async add(
    action: 'task-status.record' | 'task-status.withdraw',
    row: Omit<TaskStatus, 'id' | 'recordedAt'>,
  ): Promise<string> {
    return this.repository.together(async (manager) => {
      const id = await this.repository.add(row, manager);
      const { taskCode, action: part, unitId, state, asOf, withdraws, dataSet } = row;
      const after = { status: id, part, state, asOf, withdraws, dataSet };
      await this.audit.record({ action, object: `task:${taskCode}`, unitId, after }, manager);
      return id;
    });
  }

  /** @throws Problem DATA_SET_NOT_FOUND */
  private async requireDataSet(code: string): Promise<void> {
    if (!(await this.repository.dataSetExists(code))) throw notFound('DATA_SET', code);
  }

  private async faults(
    { task, actions }: TaskRecord,
    request: TaskStatusRequest,
    asOf: string,
  ): Promise<ProblemDetail[]> {
    const faults: ProblemDetail[] = [];
    const tell = (code: string, path: string, message: string) => faults.push({ code, path, message });
    const each = task.answeredBy !== 'lead';
    if (each && request.unit === undefined) {
      tell('TASK_UNIT_REQUIRED', 'unit', 'each body answers this task for itself');
    }
    if (!each && request.unit !== undefined) {
      tell('TASK_UNIT_NOT_TAKEN', 'unit', 'the lead answers this task for all');
    }
    if (each && request.unit !== undefined) {
      const unit = (await this.units.summaries([request.unit], asOf)).get(request.unit);
      const fault = unitFault(unit, asOf, (level) => speaksTo(task.answeredBy, level));
      if (fault !== null) tell(fault, 'unit', `"${request.unit}"`);
    }
    if (request.action !== undefined && !actions.some(({ number }) => number === request.action)) {
      tell('TASK_ACTION_UNKNOWN', 'action', `${task.code} has ${actions.length}`);
    }
    if (asOf > today()) tell('TASK_DATE_AHEAD', 'asOf', `${asOf} is still to come`);
    request.evidence.forEach(({ date }, index) => {
      if (date != null && date > today())
        tell('TASK_DATE_AHEAD', `evidence.${index}.date`, 'is still to come');
    });
    return faults;
  }

  private async written(dataSet: string, taskCode: string, id: string): Promise<TaskStatusDto> {
    const all = await this.repository.history(dataSet, taskCode, null);
    const [dto] = await this.dtos(
      all.filter((row) => row.id === id),
      all,
    );
    if (dto === undefined) throw notFound('TASK_STATUS', id);
    return dto;
  }

  private async dtos(rows: readonly TaskStatus[], all: readonly TaskStatus[]): Promise<TaskStatusDto[]> {
    const ids = [...new Set(rows.flatMap(({ unitId }) => unitId ?? []))];
    const units = await this.units.summaries(ids, today());
    const current = currentIds(all);
    return rows.map((row) => {
      const unit = row.unitId === null ? undefined : units.get(row.unitId);
      return {
        id: row.id,
        task: row.taskCode,
        action: row.action,
        unitId: row.unitId,
        unitNameVi: unit?.nameVi ?? null,
        unitNameEn: unit?.nameEn ?? null,
        kind: row.withdraws === null ? 'status' : 'withdrawal',
        state: row.state,
        asOf: row.asOf,
        note: row.note,
        evidence: row.evidence,
        withdraws: row.withdraws,
        withdrawnBy: all.find(({ withdraws }) => withdraws === row.id)?.id ?? null,
        current: current.has(row.id),
        recordedAt: row.recordedAt.toISOString(),
        recordedBy: row.recordedBy,
      };
    });
  }
}

function unitFault(
  unit: UnitSummary | undefined,
  asOf: string,
  speaks: (level: string) => boolean,
): string | null {
  if (unit === undefined) return 'TASK_UNIT_UNKNOWN';
  if (!speaks(unit.level)) return 'TASK_UNIT_NOT_ADDRESSED';
  const { validFrom, validTo } = unit;
  const there = (validFrom === null || validFrom <= asOf) && (validTo === null || asOf <= validTo);
  return there ? null : 'TASK_UNIT_NOT_THERE';
}

function isUniqueViolation(error: unknown): boolean {
  return (
    error instanceof QueryFailedError &&
    (error.driverError as { code?: string } | undefined)?.code === UNIQUE_VIOLATION
  );
}
