import '@angular/compiler';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { aPage, aTarget } from '../../../testing/targets.js';
import { TargetStore } from './target-store.js';
import { TargetsClient, type TargetsQuestion } from './targets-client.js';
import { TargetsStore } from './targets-store.js';

const QUESTION: TargetsQuestion = { programme: 'strategy-2030', dataSet: 'sample', period: '2025' };

function stores(own: Partial<Record<keyof TargetsClient, unknown>> = {}) {
  const asked: unknown[] = [];
  const client = {
    list: (question: TargetsQuestion) => {
      asked.push(question);
      return Promise.resolve(aPage([aTarget()]));
    },
    target: (code: string, question: TargetsQuestion) => {
      asked.push([code, question]);
      return Promise.resolve(aTarget({ code }));
    },
    units: () => Promise.resolve({ items: [{ unitId: 'hue' }] }),
    ...own,
  };
  const injector = Injector.create({
    providers: [
      { provide: TargetsStore },
      { provide: TargetStore },
      { provide: TargetsClient, useValue: client },
    ],
  });
  return { asked, list: injector.get(TargetsStore), one: injector.get(TargetStore) };
}

describe('the store of targets', () => {
  it('asks for the programme, data set and period on screen', async () => {
    const { asked, list } = stores();
    await list.open(QUESTION);
    expect(asked).toEqual([QUESTION]);
    expect(list.state().status).toBe('ready');
  });

  it('is empty where a programme has none, and failed where nothing comes', async () => {
    const empty = stores({ list: () => Promise.resolve(aPage([])) }).list;
    await empty.open(QUESTION);
    expect(empty.state().status).toBe('empty');
    const failed = stores({ list: () => Promise.reject(new Error('down')) }).list;
    await failed.open(QUESTION);
    expect(failed.state().status).toBe('failed');
  });
});

describe('the store of one target', () => {
  it('holds it with the figures of the units', async () => {
    const { asked, one } = stores();
    await one.open('III.2.đ', QUESTION);
    const state = one.state();
    expect(asked).toEqual([['III.2.đ', QUESTION]]);
    expect(state.status === 'ready' ? [state.value.target.code, state.value.units.length] : []).toEqual([
      'III.2.đ',
      1,
    ]);
  });

  it('fails as a whole when the figures of the units do not come', async () => {
    const { one } = stores({ units: () => Promise.reject(new Error('down')) });
    await one.open('III.2.b', QUESTION);
    expect(one.state().status).toBe('failed');
  });
});
