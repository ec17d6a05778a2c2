import '@angular/compiler';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { DutiesClient } from './duties-client.js';
import { DutiesStore } from './duties-store.js';
import { FrameworkStore } from './framework-store.js';

function stores(own: Partial<Record<keyof DutiesClient, unknown>> = {}) {
  const asked: unknown[][] = [];
  const answering =
    (what: string, answer: unknown) =>
    (...question: unknown[]) => {
      asked.push([what, ...question]);
      return Promise.resolve(answer);
    };
  const client = {
    duties: answering('duties', []),
    dueDates: answering('dueDates', { items: [] }),
    submissions: answering('submissions', { items: [] }),
    framework: answering('framework', { groups: [] }),
    units: answering('units', []),
    maturity: answering('maturity', { items: [] }),
    ...own,
  };
  const injector = Injector.create({
    providers: [
      { provide: DutiesStore },
      { provide: FrameworkStore },
      { provide: DutiesClient, useValue: client },
    ],
  });
  return { asked, duties: injector.get(DutiesStore), framework: injector.get(FrameworkStore) };
}

describe('the store of duties', () => {
  it('asks for dates and submissions in the data set on screen', async () => {
    const { asked, duties } = stores();
    await duties.openDates({ year: 2026, dataSet: 'sample' });
    await duties.openReport({ duty: 'report-province-yearly', period: null, dataSet: 'sample' });
    expect(asked).toEqual([
      ['dueDates', { year: 2026, dataSet: 'sample' }],
      ['submissions', 'report-province-yearly', null, 'sample'],
    ]);
  });

  it('keeps the dates on screen when the submissions fail', async () => {
    const { duties } = stores({ submissions: () => Promise.reject(new Error('down')) });
    await duties.openDates({ year: null, dataSet: 'official' });
    await duties.openReport({ duty: 'x', period: null, dataSet: 'official' });
    expect([duties.dueDates().status, duties.submissions().status]).toEqual(['ready', 'failed']);
  });
});

describe('the store of the framework', () => {
  it('asks how a unit sees itself only where a unit is chosen', async () => {
    const { asked, framework } = stores();
    await framework.openUnit(null, 'official');
    expect(asked).toEqual([]);
    expect(framework.maturity()).toEqual({ status: 'ready', value: null });
    await framework.openUnit('ha-noi', 'sample');
    expect(asked).toEqual([['maturity', 'ha-noi', 'sample']]);
  });
});
