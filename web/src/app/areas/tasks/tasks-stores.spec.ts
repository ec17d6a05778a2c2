import '@angular/compiler';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { HttpErrorResponse } from '@angular/common/http';
import { STRUCTURE, taskOf } from '../../../testing/tasks.js';
import { TaskStore } from './task-store.js';
import { TasksClient } from './tasks-client.js';
import { TasksStore } from './tasks-store.js';

const ADDRESS = { code: 'A.I.1', dataSet: 'official' };
const REQUEST = { state: 'done', note: 'Xong' } as const;

function stores(own: Partial<Record<keyof TasksClient, unknown>> = {}) {
  const asked: string[] = [];
  const told = <T>(what: string, answer: T) => {
    asked.push(what);
    return Promise.resolve(answer);
  };
  const client = {
    tasks: (dataSet: string) => told(`tasks ${dataSet}`, { tasks: [taskOf('A.I.1')], on: '2026-11-22' }),
    structure: () => told('structure', STRUCTURE),
    matrix: (dataSet: string) => told(`matrix ${dataSet}`, { rows: [{}] }),
    regions: () => told('regions', []),
    units: () => told('units', [{ id: 'ha-noi' }]),
    task: () => told('task', taskOf('A.I.1')),
    statuses: () => told('statuses', []),
    record: () => told('record', {}),
    withdraw: () => told('withdraw', {}),
    ...own,
  };
  const injector = Injector.create({
    providers: [{ provide: TasksStore }, { provide: TaskStore }, { provide: TasksClient, useValue: client }],
  });
  return { asked, list: injector.get(TasksStore), one: injector.get(TaskStore) };
}

describe('the store of tasks', () => {
  it('asks for the tasks of a data set, and for the matrix only when it is looked at', async () => {
    const { asked, list } = stores();
    await list.open('official');
    expect(list.state().status).toBe('ready');
    expect(asked).toEqual(['tasks official', 'structure']);
    await list.openMatrix('official');
    await list.openMatrix('official');
    await list.openMatrix('sample');
    expect(asked.slice(2)).toEqual(['matrix official', 'regions', 'matrix sample', 'regions']);
  });

  it('asks for a matrix again that failed', async () => {
    let failing = true;
    const { list } = stores({
      matrix: () => (failing ? Promise.reject(new Error('down')) : Promise.resolve({ rows: [{}] })),
    });
    await list.openMatrix('official');
    expect(list.matrix().status).toBe('failed');
    failing = false;
    await list.openMatrix('official');
    expect(list.matrix().status).toBe('ready');
  });

  it('is empty where no tasks are loaded', async () => {
    const { list } = stores({ tasks: () => Promise.resolve({ tasks: [], on: '2026-11-22' }) });
    await list.open('official');
    expect(list.state().status).toBe('empty');
  });
});

describe('the store of one task', () => {
  it('asks for bodies only where each of them answers', async () => {
    const { asked, one } = stores();
    await one.open(ADDRESS);
    expect(asked).toEqual(['task', 'statuses']);
    const each = stores({
      task: () => Promise.resolve(taskOf('B.I.1', { answeredBy: 'each_ministry_and_province' })),
    });
    await each.one.open(ADDRESS);
    expect(each.asked).toContain('units');
  });

  it('reads the task again after a change, and says what became of it', async () => {
    const { asked, one } = stores();
    await one.open(ADDRESS);
    expect(await one.record(ADDRESS, REQUEST)).toBe(true);
    expect(one.change().status).toBe('recorded');
    expect(asked.filter((what) => what === 'task')).toHaveLength(2);
    expect(await one.withdraw(ADDRESS, '1', 'Nhầm')).toBe(true);
    expect(one.change().status).toBe('withdrawn');
  });

  it('keeps the task on screen when a change is refused', async () => {
    const refusal = new HttpErrorResponse({
      status: 422,
      error: { code: 'TASK_STATUS_REFUSED', errors: [] },
    });
    const { one } = stores({ record: () => Promise.reject(refusal) });
    await one.open(ADDRESS);
    expect(await one.record(ADDRESS, REQUEST)).toBe(false);
    const change = one.change();
    expect(change.status === 'failed' ? change.failure.code : null).toBe('TASK_STATUS_REFUSED');
    expect(one.state().status).toBe('ready');
  });

  it('sends a change once, however often it is pressed', async () => {
    const { asked, one } = stores();
    await one.open(ADDRESS);
    const both = await Promise.all([one.record(ADDRESS, REQUEST), one.record(ADDRESS, REQUEST)]);
    expect(both).toEqual([true, false]);
    expect(asked.filter((what) => what === 'record')).toHaveLength(1);
  });
});
