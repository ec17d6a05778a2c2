import '@angular/compiler';
import { HttpErrorResponse } from '@angular/common/http';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { FrameworkVersion } from '../../api-client/models/framework-version.js';
import { versionOf } from '../../../testing/frameworks.js';
import { MethodologyClient } from './methodology-client.js';
import { VersionStore } from './version-store.js';

const version = (code: string, status: FrameworkVersion['status'] = 'draft'): FrameworkVersion =>
  ({ ...versionOf(code, { status }), nodes: [] }) as unknown as FrameworkVersion;
const decision = { author: 'Vụ A', reason: 'Lấy ý kiến' };

function storeWith(client: Partial<Record<keyof MethodologyClient, unknown>>): VersionStore {
  const usual = {
    version: (code: string) => Promise.resolve(version(code)),
    events: () => Promise.resolve([]),
    versions: () => Promise.resolve([versionOf('a'), versionOf('b')]),
  };
  const injector = Injector.create({
    providers: [{ provide: VersionStore }, { provide: MethodologyClient, useValue: { ...usual, ...client } }],
  });
  return injector.get(VersionStore);
}

describe('a version', () => {
  it('knows the codes that a copy cannot have', async () => {
    const store = storeWith({});
    await store.open('a');
    expect(store.codes()).toEqual(['a', 'b']);
  });

  it('is shown as it is after its next step, with what happened', async () => {
    let asked = 0;
    const store = storeWith({
      events: () => {
        asked += 1;
        return Promise.resolve([]);
      },
      move: () => Promise.resolve(version('a', 'approved')),
    });
    await store.open('a');
    await store.move('a', { ...decision, to: 'approved' });
    expect([store.version()?.status, asked, store.busy()]).toEqual(['approved', 2, false]);
  });

  it('stays on screen when it is copied; the copy is answered', async () => {
    const store = storeWith({ copy: () => Promise.resolve(version('a-v2')) });
    await store.open('a');
    const copy = await store.copy('a', { ...decision, code: 'a-v2' });
    expect([copy?.code, store.version()?.code]).toEqual(['a-v2', 'a']);
  });

  it('keeps what it was where a change is refused, and says why; another version begins anew', async () => {
    const refusal = new HttpErrorResponse({
      status: 409,
      error: { code: 'FRAMEWORK_VERSION_FROZEN', detail: 'a: in use' },
    });
    const store = storeWith({ editNode: () => Promise.reject(refusal) });
    await store.open('a');
    expect(await store.editNode('a', 'x', { ...decision, scored: false })).toBeNull();
    expect(store.failure()).toMatchObject({ code: 'FRAMEWORK_VERSION_FROZEN', detail: 'a: in use' });
    expect(store.version()?.code).toBe('a');
    await store.open('b');
    expect(store.failure()).toBeNull();
  });

  it('takes one change at a time', async () => {
    const store = storeWith({ move: () => new Promise<FrameworkVersion>(() => undefined) });
    await store.open('a');
    void store.move('a', { ...decision, to: 'approved' });
    expect(store.busy()).toBe(true);
    expect(await store.move('a', { ...decision, to: 'approved' })).toBeNull();
  });
});
