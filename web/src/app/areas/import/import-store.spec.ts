import '@angular/compiler';
import { HttpErrorResponse } from '@angular/common/http';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { ImportReport } from '../../api-client/models/import-report.js';
import { EditionChoice } from '../../shared/editions/edition-choice.js';
import { ImportClient } from './import-client.js';
import { ImportStore } from './import-store.js';

const target = { framework: 'dti-922-province', period: '2022', source: '' };
const file = new File(['unit'], 'a.csv');
const report = (state: ImportReport['state']): ImportReport =>
  ({ state, framework: target.framework, period: target.period }) as ImportReport;
const refusal = new HttpErrorResponse({ status: 403, error: { code: 'NOT_PERMITTED' } });

function storeWith(client: Partial<Record<keyof ImportClient, unknown>>): {
  store: ImportStore;
  reloads: () => number;
} {
  let reloads = 0;
  const injector = Injector.create({
    providers: [
      { provide: ImportStore },
      { provide: ImportClient, useValue: { recent: () => Promise.resolve([]), ...client } },
      {
        provide: EditionChoice,
        useValue: {
          load: () => {
            reloads += 1;
            return Promise.resolve();
          },
        },
      },
    ],
  });
  return { store: injector.get(ImportStore), reloads: () => reloads };
}

describe('an import', () => {
  it('reads the file, then stores what it showed, then scores it', async () => {
    const { store, reloads } = storeWith({
      preview: () => Promise.resolve(report('previewed')),
      import: () => Promise.resolve(report('imported')),
      score: () => Promise.resolve({ id: '41' }),
    });
    expect(store.progress()).toEqual({ status: 'idle' });
    await store.preview(file, target);
    expect(store.progress()).toMatchObject({ status: 'reported', report: { state: 'previewed' } });
    await store.confirm();
    expect(store.progress()).toMatchObject({ status: 'reported', report: { state: 'imported' } });
    expect(await store.score()).toBe('41');
    expect(reloads()).toBe(1);
  });

  it('stores what it read, though the file on disk has changed since', async () => {
    const sent: string[] = [];
    const take = async (given: File) => {
      sent.push(await given.text());
      return report('previewed');
    };
    const { store } = storeWith({ preview: take, import: take });
    await store.preview(file, target);
    await store.confirm();
    expect(sent).toEqual(['unit', 'unit']);
    expect(store.file()).not.toBe(file);
  });

  it('is busy while the server works', async () => {
    const { store } = storeWith({ preview: () => Promise.resolve(report('previewed')) });
    const underway = store.preview(file, target);
    expect(store.progress()).toEqual({ status: 'busy', doing: 'preview' });
    expect(store.busy()).toBe(true);
    await underway;
    expect(store.busy()).toBe(false);
  });

  it('that is refused says so with its code and keeps the file', async () => {
    const { store } = storeWith({ preview: () => Promise.reject(refusal) });
    await store.preview(file, target);
    expect(store.progress()).toMatchObject({
      status: 'failed',
      doing: 'preview',
      failure: { status: 403, code: 'NOT_PERMITTED' },
    });
    expect(store.file()?.name).toBe('a.csv');
  });

  it('whose scoring fails says so, and can be scored again', async () => {
    let tries = 0;
    const { store } = storeWith({
      preview: () => Promise.resolve(report('imported')),
      score: () => (tries++ === 0 ? Promise.reject(refusal) : Promise.resolve({ id: '42' })),
    });
    await store.preview(file, target);
    expect(await store.score()).toBeNull();
    expect(store.progress()).toMatchObject({ status: 'failed', doing: 'score' });
    expect(await store.score()).toBe('42');
  });

  it('is not scored before there is a report', async () => {
    const { store } = storeWith({});
    expect(await store.score()).toBeNull();
    expect(store.progress()).toEqual({ status: 'idle' });
  });

  it('drops the answer to a file that was given up', async () => {
    const { store } = storeWith({ preview: () => Promise.resolve(report('previewed')) });
    const underway = store.preview(file, target);
    store.reset();
    await underway;
    expect(store.progress()).toEqual({ status: 'idle' });
    expect(store.file()).toBeNull();
  });
});
