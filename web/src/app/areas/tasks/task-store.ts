import { inject, Injectable, signal } from '@angular/core';
import type { TaskDetail } from '../../api-client/models/task-detail.js';
import type { TaskStatus } from '../../api-client/models/task-status.js';
import type { TaskStatusRequest } from '../../api-client/models/task-status-request.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { type Failure, failureOf } from '../../shared/problem/problem.js';
import { type TaskAddress, TasksClient } from './tasks-client.js';

export interface TaskData {
  readonly task: TaskDetail;
  readonly history: readonly TaskStatus[];
  /** Today's bodies; empty where the lead answers for all. */
  readonly units: readonly UnitSummary[];
}

/** A change that was asked for: what became of it. */
export type Change =
  | { readonly status: 'none' }
  | { readonly status: 'underway' }
  | { readonly status: 'recorded' | 'withdrawn' }
  | { readonly status: 'failed'; readonly failure: Failure };

/** One task with its history, and the changes that a reader makes to it. */
@Injectable()
export class TaskStore {
  private readonly client = inject(TasksClient);
  private readonly loaded = new Loaded<TaskData>();
  private readonly changed = signal<Change>({ status: 'none' });

  readonly state = this.loaded.state;
  readonly stale = this.loaded.stale;
  readonly change = this.changed.asReadonly();

  async open(address: TaskAddress): Promise<void> {
    this.changed.set({ status: 'none' });
    await this.load(address);
  }

  /** @returns whether it was recorded */
  record(address: TaskAddress, request: TaskStatusRequest): Promise<boolean> {
    return this.attempt(address, 'recorded', () => this.client.record(address, request));
  }

  /** @returns whether it was withdrawn */
  withdraw(address: TaskAddress, id: string, note: string): Promise<boolean> {
    return this.attempt(address, 'withdrawn', () => this.client.withdraw(address, id, note));
  }

  private async attempt(
    address: TaskAddress,
    done: 'recorded' | 'withdrawn',
    act: () => Promise<unknown>,
  ): Promise<boolean> {
    if (this.changed().status === 'underway') return false;
    this.changed.set({ status: 'underway' });
    try {
      await act();
    } catch (error) {
      this.changed.set({ status: 'failed', failure: failureOf(error) });
      return false;
    }
    await this.load(address);
    this.changed.set({ status: done });
    return true;
  }

  private load(address: TaskAddress): Promise<void> {
    return this.loaded.load(async () => {
      const [task, history] = await Promise.all([this.client.task(address), this.client.statuses(address)]);
      const units = task.answeredBy === 'lead' ? [] : await this.client.units();
      return { task, history, units };
    });
  }
}
