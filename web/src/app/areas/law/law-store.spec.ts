import '@angular/compiler';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { LegalDocument } from '../../api-client/models/legal-document.js';
import { DocumentStore } from './document-store.js';
import { LawClient, type DocumentsQuestion } from './law-client.js';
import { LawStore } from './law-store.js';

const documentNamed = (id: string) => ({ id }) as LegalDocument;

function stores(own: Partial<Record<keyof LawClient, unknown>> = {}) {
  const asked: DocumentsQuestion[] = [];
  const client = {
    documents: (question: DocumentsQuestion) => {
      asked.push(question);
      return Promise.resolve(question.state === 'lapsed' ? [] : [documentNamed('decree-47-2020')]);
    },
    programmes: () => Promise.resolve([]),
    document: (id: string) => Promise.resolve({ id }),
    clauses: (_id: string, q: string | undefined) =>
      Promise.resolve(q === undefined ? [{ code: 'III' }, { code: 'III.2.đ' }] : []),
    ...own,
  };
  const injector = Injector.create({
    providers: [{ provide: LawStore }, { provide: DocumentStore }, { provide: LawClient, useValue: client }],
  });
  return { asked, law: injector.get(LawStore), document: injector.get(DocumentStore) };
}

describe('the store of documents', () => {
  it('asks for the whole list once, for the counts, whatever the filter', async () => {
    const { asked, law } = stores();
    await law.open({ state: 'lapsed' });
    expect(law.state().status).toBe('empty');
    expect(law.all()).toHaveLength(1);
    await law.open({ q: '47' });
    expect(asked).toEqual([{ state: 'lapsed' }, {}, { q: '47' }]);
    expect(law.state().status).toBe('ready');
  });

  it('keeps the documents when the programmes fail, and asks for these again', async () => {
    let failing = true;
    const { law } = stores({
      programmes: () => (failing ? Promise.reject(new Error('down')) : Promise.resolve([])),
    });
    await law.open({});
    expect([law.state().status, law.programmes().status]).toEqual(['ready', 'failed']);
    failing = false;
    await law.openProgrammes();
    expect(law.programmes().status).toBe('ready');
  });
});

describe('the store of one document', () => {
  it('holds it with its clauses, and keeps a search apart', async () => {
    const { document } = stores();
    await document.open('decision-142-2024');
    await document.find('decision-142-2024', 'xyz');
    const state = document.state();
    expect(state.status === 'ready' ? state.value.clauses.length : 0).toBe(2);
    expect(document.search().status).toBe('empty');
  });

  it('fails as a whole when its clauses cannot be read', async () => {
    const { document } = stores({ clauses: () => Promise.reject(new Error('down')) });
    await document.open('decision-142-2024');
    expect(document.state().status).toBe('failed');
  });
});
