import '@angular/compiler';
import { HttpErrorResponse } from '@angular/common/http';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { DatabaseClient, type StepRequest } from './database-client.js';
import { DatabaseStore } from './database-store.js';
import { faultsOf } from '../../shared/problem/writing.js';

const STEP: StepRequest = { action: 'send', actor: 'Sở', doneOn: '2026-11-01', reference: '1' };

function storeWith(client: Partial<Record<keyof DatabaseClient, unknown>>) {
  const asked: string[] = [];
  const injector = Injector.create({
    providers: [
      { provide: DatabaseStore },
      {
        provide: DatabaseClient,
        useValue: {
          detail: (id: string, period: string) => {
            asked.push(`${id} ${period}`);
            return Promise.resolve({ id });
          },
          inventory: () => Promise.resolve({ steps: [] }),
          terms: () => Promise.resolve({}),
          ...client,
        },
      },
    ],
  });
  return { store: injector.get(DatabaseStore), asked };
}

describe('an entry on screen', () => {
  it('is read again after a step was taken', async () => {
    const { store, asked } = storeWith({ step: () => Promise.resolve({}) });
    await store.open('7', '2026');
    expect(await store.step(STEP)).toBe(true);
    expect(asked).toEqual(['7 2026', '7 2026']);
    expect(store.stepState()).toEqual({ status: 'done' });
  });

  it('keeps what a refused step says of each field, until another year is looked at', async () => {
    const error = {
      code: 'INVENTORY_STEP_REFUSED',
      errors: [{ code: 'DAY_AHEAD', path: 'doneOn', message: 'the day has not come' }],
    };
    const { store, asked } = storeWith({
      step: () => Promise.reject(new HttpErrorResponse({ status: 422, error })),
    });
    await store.open('7', '2026');
    expect(await store.step(STEP)).toBe(false);
    expect(faultsOf(store.stepState(), 'doneOn')).toEqual(['DAY_AHEAD']);
    expect(faultsOf(store.stepState(), 'reference')).toEqual([]);
    expect(asked).toHaveLength(1);
    await store.open('7', '2025');
    expect(store.stepState()).toEqual({ status: 'idle' });
  });

  it('takes no second step while the first is underway', async () => {
    let taken = 0;
    const { store } = storeWith({
      step: () => {
        taken += 1;
        return Promise.resolve({});
      },
    });
    await store.open('7', '2026');
    const both = await Promise.all([store.step(STEP), store.step(STEP)]);
    expect([both, taken]).toEqual([[true, false], 1]);
  });
});
