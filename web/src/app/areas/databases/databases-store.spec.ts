import '@angular/compiler';
import { HttpErrorResponse } from '@angular/common/http';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { DatabasesClient } from './databases-client.js';
import { DatabasesStore } from './databases-store.js';
import { registerQuestion } from './register-question.js';

const QUESTION = registerQuestion({}, 'sample', '2026');

function storeWith(client: Partial<Record<keyof DatabasesClient, unknown>>) {
  const asked: string[] = [];
  const told = (what: string, answer: unknown) => () => {
    asked.push(what);
    return Promise.resolve(answer);
  };
  const injector = Injector.create({
    providers: [
      { provide: DatabasesStore },
      {
        provide: DatabasesClient,
        useValue: {
          national: (dataSet: string, period: string) =>
            told(`national ${dataSet} ${period}`, { count: 6 })(),
          summary: (dataSet: string, period: string) => told(`summary ${dataSet} ${period}`, { open: 1 })(),
          terms: told('terms', { classes: [] }),
          units: told('units', [{ id: 'hue' }]),
          register: told('register', { total: 1, items: [{}] }),
          ...client,
        },
      },
    ],
  });
  return { store: injector.get(DatabasesStore), asked };
}

describe('the screen of databases', () => {
  it('asks the six, the counts and the words of one data set and year', async () => {
    const { store, asked } = storeWith({});
    expect(store.terms()).toBeNull();
    await store.open('sample', '2025', '2025');
    expect([...asked].sort()).toEqual(['national sample 2025', 'summary sample 2025', 'terms']);
    expect(store.overview()).toMatchObject({ status: 'ready', value: { national: { count: 6 } } });
    expect(store.terms()).toEqual({ classes: [] });
  });

  it('asks the units once, and the register each time', async () => {
    const { store, asked } = storeWith({});
    await store.find(QUESTION);
    await store.find({ ...QUESTION, page: 2 });
    expect(asked).toEqual(['units', 'register', 'register']);
  });

  it('says that a register is empty, and why it could not be read', async () => {
    const empty = storeWith({ register: () => Promise.resolve({ total: 0, items: [] }) });
    await empty.store.find(QUESTION);
    expect(empty.store.register().status).toBe('empty');
    const failed = storeWith({ register: () => Promise.reject(new HttpErrorResponse({ status: 0 })) });
    await failed.store.find(QUESTION);
    expect(failed.store.register()).toMatchObject({ status: 'failed', failure: { code: 'OFFLINE' } });
  });
});
