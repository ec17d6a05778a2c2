import { describe, expect, it } from '@jest/globals';
import '@angular/compiler';
import { HttpErrorResponse } from '@angular/common/http';
import { Loaded } from './loaded.js';

function deferred<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: unknown) => void;
} {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

describe('something loaded', () => {
  it('is loading, then ready', async () => {
    const loaded = new Loaded<number>();
    expect(loaded.state()).toEqual({ status: 'loading' });
    await loaded.load(() => Promise.resolve(7));
    expect(loaded.state()).toEqual({ status: 'ready', value: 7 });
    expect(loaded.value()).toBe(7);
  });

  it('is empty when what came has nothing in it', async () => {
    const loaded = new Loaded<readonly number[]>((list) => list.length === 0);
    await loaded.load(() => Promise.resolve([]));
    expect(loaded.state()).toEqual({ status: 'empty' });
    expect(loaded.value()).toBeNull();
  });

  it('says why it failed', async () => {
    const loaded = new Loaded<number>();
    await loaded.load(() =>
      Promise.reject(new HttpErrorResponse({ status: 404, error: { code: 'UNIT_NOT_FOUND' } })),
    );
    expect(loaded.failure()).toMatchObject({ status: 404, code: 'UNIT_NOT_FOUND' });
  });

  it('keeps the old value, marked stale, while it loads again', async () => {
    const loaded = new Loaded<number>();
    await loaded.load(() => Promise.resolve(1));
    const second = deferred<number>();
    const underway = loaded.load(() => second.promise);
    expect([loaded.value(), loaded.stale()]).toEqual([1, true]);
    second.resolve(2);
    await underway;
    expect([loaded.value(), loaded.stale()]).toEqual([2, false]);
  });

  it('drops an answer that a later request has overtaken', async () => {
    const loaded = new Loaded<string>();
    const slow = deferred<string>();
    const first = loaded.load(() => slow.promise);
    await loaded.load(() => Promise.resolve('second'));
    slow.resolve('first');
    await first;
    expect(loaded.value()).toBe('second');
  });

  it('shows loading again after a failure', async () => {
    const loaded = new Loaded<number>();
    await loaded.load(() => Promise.reject(new Error('x')));
    const again = deferred<number>();
    const underway = loaded.load(() => again.promise);
    expect(loaded.state().status).toBe('loading');
    again.resolve(1);
    await underway;
    expect(loaded.value()).toBe(1);
  });
});
