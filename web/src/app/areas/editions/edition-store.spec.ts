import '@angular/compiler';
import { HttpErrorResponse } from '@angular/common/http';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { editionOf } from '../../../testing/rankings.js';
import { EditionClient, type ReportQuestion } from './edition-client.js';
import { EditionStore, type ReportProgress } from './edition-store.js';

const question: ReportQuestion = { code: 'dti-2022', revision: null, date: '2026-11-22' };

function storeWith(client: Partial<Record<keyof EditionClient, unknown>>): EditionStore {
  const injector = Injector.create({
    providers: [{ provide: EditionStore }, { provide: EditionClient, useValue: client }],
  });
  return injector.get(EditionStore);
}

describe('the report of an edition', () => {
  it('is being made, then received, then there', async () => {
    const seen: ReportProgress[] = [];
    const store = storeWith({
      report: (_: ReportQuestion, progress: (share: number | null) => void) => {
        seen.push(store.report());
        progress(0.5);
        seen.push(store.report());
        return Promise.resolve({ content: new Blob(['pdf']), name: 'dti-2022.pdf' });
      },
    });
    const file = await store.makeReport(question);
    expect(seen).toEqual([
      { status: 'underway', share: null },
      { status: 'underway', share: 0.5 },
    ]);
    expect(file?.name).toBe('dti-2022.pdf');
    expect(store.report()).toEqual({ status: 'done', name: 'dti-2022.pdf' });
  });

  it('that fails says why and gives no file', async () => {
    const failure = new HttpErrorResponse({ status: 500, error: { code: 'REPORT_FAILED' } });
    const store = storeWith({ report: () => Promise.reject(failure) });
    expect(await store.makeReport(question)).toBeNull();
    expect(store.report()).toMatchObject({ status: 'failed', failure: { code: 'REPORT_FAILED' } });
  });

  it('is forgotten when another edition is opened', async () => {
    const store = storeWith({
      report: () => Promise.reject(new Error('x')),
      edition: () => Promise.resolve(editionOf()),
    });
    await store.makeReport(question);
    await store.open('dti-2021', null);
    expect(store.report()).toEqual({ status: 'idle' });
    expect(store.state().status).toBe('ready');
  });
});
