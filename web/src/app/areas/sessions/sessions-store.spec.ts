import '@angular/compiler';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { SessionsClient } from './sessions-client.js';
import { SessionsStore } from './sessions-store.js';

const sessionOf = (id: string, person: string) => ({ id, person: { id: person, name: person, email: '' } });

function storeWith(total = 2) {
  const asked: unknown[] = [];
  const client = {
    list: (person: string | null, size: number) => {
      asked.push([person, size]);
      const all = [sessionOf('s1', 'anh'), sessionOf('s2', 'binh')];
      const items = person === null ? all : all.filter((one) => one.person.id === person);
      return Promise.resolve({ items, total, page: 1, size });
    },
    end: (id: string) => Promise.resolve(void asked.push(`end ${id}`)),
  };
  const injector = Injector.create({
    providers: [{ provide: SessionsStore }, { provide: SessionsClient, useValue: client }],
  });
  return { store: injector.get(SessionsStore), asked };
}

describe('sessions of everybody', () => {
  it('can be narrowed to a person without losing the others to choose from', async () => {
    const { store, asked } = storeWith();
    await store.open(null);
    await store.open('anh');
    expect(asked).toEqual([
      [null, 100],
      ['anh', 100],
    ]);
    expect(store.people().map(({ id }) => id)).toEqual(['anh', 'binh']);
  });

  it('are asked for again after one was ended', async () => {
    const { store, asked } = storeWith();
    await store.open('binh');
    await store.end('s2');
    expect(asked).toEqual([['binh', 100], 'end s2', ['binh', 100]]);
    expect(store.endState().status).toBe('done');
  });

  it('come in steps where there are many, up to what the server gives at once', async () => {
    const { store, asked } = storeWith(900);
    await store.open(null);
    for (let step = 0; step < 4; step += 1) await store.showMore();
    expect([store.more(), asked.at(-1)]).toEqual([false, [null, 500]]);
  });
});
