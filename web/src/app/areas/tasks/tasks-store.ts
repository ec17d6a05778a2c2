import { inject, Injectable } from '@angular/core';
import type { Region } from '../../api-client/models/region.js';
import type { Task } from '../../api-client/models/task.js';
import type { TaskMatrix } from '../../api-client/models/task-matrix.js';
import type { TaskStructure } from '../../api-client/models/task-structure.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { TasksClient } from './tasks-client.js';

export interface TasksData {
  readonly tasks: readonly Task[];
  /** The day in Viet Nam that states are of. */
  readonly on: string;
  readonly structure: TaskStructure;
}

export interface MatrixData {
  readonly matrix: TaskMatrix;
  readonly regions: readonly Region[];
}

/** All tasks of a data set; the matrix only when it is looked at. */
@Injectable()
export class TasksStore {
  private readonly client = inject(TasksClient);
  private readonly list = new Loaded<TasksData>(({ tasks }) => tasks.length === 0);
  private readonly cells = new Loaded<MatrixData>(({ matrix }) => matrix.rows.length === 0);
  private matrixOf: string | null = null;

  readonly state = this.list.state;
  readonly stale = this.list.stale;
  readonly matrix = this.cells.state;
  readonly matrixStale = this.cells.stale;

  open(dataSet: string): Promise<void> {
    return this.list.load(async () => {
      const [list, structure] = await Promise.all([this.client.tasks(dataSet), this.client.structure()]);
      return { ...list, structure };
    });
  }

  /** Asks once for each data set; again after a failure. */
  openMatrix(dataSet: string): Promise<void> {
    if (this.matrixOf === dataSet && this.cells.failure() === null) return Promise.resolve();
    this.matrixOf = dataSet;
    return this.cells.load(async () => {
      const [matrix, regions] = await Promise.all([this.client.matrix(dataSet), this.client.regions()]);
      return { matrix, regions };
    });
  }

  fileAddress(format: 'csv' | 'xlsx', asked: Readonly<Record<string, string | null>>): string {
    return this.client.fileAddress(format, asked);
  }
}
