import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  Task,
  TaskAction,
  TaskCount,
  TaskGroup,
  TaskParty,
  TaskPlanDuty,
  TaskSolution,
} from './task.entity.js';

/** A task with all that the documents say of it. */
export interface TaskRecord {
  readonly task: Task;
  readonly group: TaskGroup;
  readonly actions: readonly TaskAction[];
  readonly plan: readonly TaskPlanDuty[];
}

/** What the documents say; statuses are another's. */
@Injectable()
export class TasksRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** All tasks, in the order of the Decision. */
  async records(): Promise<TaskRecord[]> {
    const { manager } = this.dataSource;
    const [tasks, groups, actions, plan] = await Promise.all([
      manager.find(Task, { order: { position: 'ASC' } }),
      this.groups(),
      manager.find(TaskAction, { order: { number: 'ASC' } }),
      this.plan(),
    ]);
    const groupOf = new Map(groups.map((group) => [group.code, group]));
    return tasks.flatMap((task) => {
      const group = groupOf.get(task.groupCode);
      if (group === undefined) return [];
      return [
        {
          task,
          group,
          actions: actions.filter(({ taskCode }) => taskCode === task.code),
          plan: plan.filter(({ taskCode }) => taskCode === task.code),
        },
      ];
    });
  }

  async groups(): Promise<TaskGroup[]> {
    return this.dataSource.manager.find(TaskGroup, { order: { position: 'ASC' } });
  }

  async parties(): Promise<TaskParty[]> {
    return this.dataSource.manager.find(TaskParty, { order: { position: 'ASC' } });
  }

  async plan(): Promise<TaskPlanDuty[]> {
    return this.dataSource.manager.find(TaskPlanDuty, { order: { position: 'ASC' } });
  }

  async solutions(): Promise<TaskSolution[]> {
    return this.dataSource.manager.find(TaskSolution, { order: { position: 'ASC' } });
  }

  async counts(): Promise<TaskCount[]> {
    return this.dataSource.manager.find(TaskCount, { order: { documentId: 'ASC', position: 'ASC' } });
  }
}
