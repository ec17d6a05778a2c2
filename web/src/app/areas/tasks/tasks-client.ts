import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { ApiConfiguration } from '../../api-client/api-configuration.js';
import { getTask } from '../../api-client/fn/tasks/get-task.js';
import { getTaskMatrix } from '../../api-client/fn/tasks/get-task-matrix.js';
import { getTasksCsv } from '../../api-client/fn/tasks/get-tasks-csv.js';
import { getTasksWorkbook } from '../../api-client/fn/tasks/get-tasks-workbook.js';
import { getTaskStructure } from '../../api-client/fn/tasks/get-task-structure.js';
import { listTaskStatuses } from '../../api-client/fn/tasks/list-task-statuses.js';
import { listTasks } from '../../api-client/fn/tasks/list-tasks.js';
import { recordTaskStatus } from '../../api-client/fn/tasks/record-task-status.js';
import { withdrawTaskStatus } from '../../api-client/fn/tasks/withdraw-task-status.js';
import { listRegions } from '../../api-client/fn/units/list-regions.js';
import { listUnits } from '../../api-client/fn/units/list-units.js';
import type { Region } from '../../api-client/models/region.js';
import type { Task } from '../../api-client/models/task.js';
import type { TaskDetail } from '../../api-client/models/task-detail.js';
import type { TaskMatrix } from '../../api-client/models/task-matrix.js';
import type { TaskStatus } from '../../api-client/models/task-status.js';
import type { TaskStatusRequest } from '../../api-client/models/task-status-request.js';
import type { TaskStructure } from '../../api-client/models/task-structure.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';

const ALL = 500;

/** A task of one data set. */
export interface TaskAddress {
  readonly code: string;
  readonly dataSet: string;
}

/** Tasks over HTTP. */
@Injectable({ providedIn: 'root' })
export class TasksClient {
  private readonly api = inject(Api);
  private readonly root = inject(ApiConfiguration).rootUrl;

  /** All of them, and the day they are looked at on. */
  async tasks(dataSet: string): Promise<{ tasks: readonly Task[]; on: string }> {
    const { items, on } = await this.api.invoke(listTasks, { dataSet, size: ALL });
    return { tasks: items, on };
  }

  structure(): Promise<TaskStructure> {
    return this.api.invoke(getTaskStructure);
  }

  matrix(dataSet: string): Promise<TaskMatrix> {
    return this.api.invoke(getTaskMatrix, { dataSet });
  }

  regions(): Promise<readonly Region[]> {
    return this.api.invoke(listRegions, {});
  }

  async units(): Promise<readonly UnitSummary[]> {
    return (await this.api.invoke(listUnits, { size: ALL })).items;
  }

  task({ code, dataSet }: TaskAddress): Promise<TaskDetail> {
    return this.api.invoke(getTask, { code, dataSet });
  }

  async statuses({ code, dataSet }: TaskAddress): Promise<readonly TaskStatus[]> {
    return (await this.api.invoke(listTaskStatuses, { code, dataSet, size: ALL })).items;
  }

  record({ code, dataSet }: TaskAddress, body: TaskStatusRequest): Promise<TaskStatus> {
    return this.api.invoke(recordTaskStatus, { code, dataSet, body });
  }

  withdraw({ code, dataSet }: TaskAddress, id: string, note: string): Promise<TaskStatus> {
    return this.api.invoke(withdrawTaskStatus, { code, id, dataSet, body: { note } });
  }

  /** Where the same tasks are as a file; what is not asked for is left out. */
  fileAddress(format: 'csv' | 'xlsx', asked: Readonly<Record<string, string | null>>): string {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(asked)) {
      if (value !== null && value !== '') query.set(name, value);
    }
    return `${this.root}${format === 'csv' ? getTasksCsv.PATH : getTasksWorkbook.PATH}?${query.toString()}`;
  }
}
