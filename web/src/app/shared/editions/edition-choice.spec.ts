import '@angular/compiler';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import type { EditionSummary } from '../../api-client/models/edition-summary.js';
import { editionOf } from '../../../testing/rankings.js';
import { dataSetChoice } from '../../../testing/data-sets.js';
import { EditionChoice } from './edition-choice.js';
import { EditionsClient } from './editions-client.js';

function choiceOf(editions: readonly EditionSummary[]): { choice: EditionChoice; asked: () => number } {
  let asked = 0;
  const list = () => {
    asked += 1;
    return Promise.resolve(editions);
  };
  const injector = Injector.create({
    providers: [
      { provide: EditionChoice },
      { provide: EditionsClient, useValue: { list } },
      dataSetChoice().provider,
    ],
  });
  return { choice: injector.get(EditionChoice), asked: () => asked };
}

const draft = editionOf({ code: 'dti-2023', status: 'draft' });
const published = editionOf({ code: 'dti-2022' });

describe('the editions to choose from', () => {
  it('are asked for once, however many pages wait for them', async () => {
    const { choice, asked } = choiceOf([published]);
    await Promise.all([choice.settled(), choice.settled()]);
    await choice.settled();
    expect(asked()).toBe(1);
  });

  it('are asked for again after a failure', async () => {
    let asked = 0;
    const list = () => {
      asked += 1;
      return asked === 1 ? Promise.reject(new Error('net')) : Promise.resolve([published]);
    };
    const injector = Injector.create({
      providers: [
        { provide: EditionChoice },
        { provide: EditionsClient, useValue: { list } },
        dataSetChoice().provider,
      ],
    });
    const choice = injector.get(EditionChoice);
    await choice.settled();
    expect(choice.state().status).toBe('failed');
    await choice.settled();
    expect(choice.latest()?.code).toBe('dti-2022');
  });

  it('are asked for again when they have changed', async () => {
    const { choice, asked } = choiceOf([published]);
    await choice.settled();
    await choice.load();
    expect(asked()).toBe(2);
  });

  it('have the newest published one as the latest, not a draft', async () => {
    const { choice } = choiceOf([draft, published]);
    await choice.settled();
    expect(choice.latest()?.code).toBe('dti-2022');
  });

  it('have a draft as the latest where nothing is published', async () => {
    const { choice } = choiceOf([draft]);
    await choice.settled();
    expect(choice.latest()?.code).toBe('dti-2023');
  });

  it('are found by the code of an address; an unknown one is none', async () => {
    const { choice } = choiceOf([draft, published]);
    await choice.settled();
    expect(choice.named('dti-2023')?.code).toBe('dti-2023');
    expect(choice.named('')?.code).toBe('dti-2022');
    expect(choice.named('dti-1999')).toBeNull();
  });
});

describe('the editions of a data set', () => {
  const invented = editionOf({ code: 'data-2026-sample-2025', dataSet: 'sample', sample: true });

  function choiceAmong(set: ReturnType<typeof dataSetChoice>) {
    const list = () => Promise.resolve([published, invented]);
    return Injector.create({
      providers: [{ provide: EditionChoice }, { provide: EditionsClient, useValue: { list } }, set.provider],
    }).get(EditionChoice);
  }

  it('are offered alone: a sample is never the latest among official ones', async () => {
    const set = dataSetChoice();
    const choice = choiceAmong(set);
    await choice.settled();
    expect(choice.editions().map(({ code }) => code)).toEqual(['dti-2022']);
    expect(choice.latest()?.code).toBe('dti-2022');
    set.current.set('sample');
    expect(choice.editions().map(({ code }) => code)).toEqual(['data-2026-sample-2025']);
    expect(choice.latest()?.code).toBe('data-2026-sample-2025');
  });

  it('are none of a set that has none', async () => {
    const choice = choiceAmong(dataSetChoice('rehearsal'));
    await choice.settled();
    expect(choice.state().status).toBe('empty');
    expect(choice.latest()).toBeNull();
  });

  it('are found by an address that names one of another set, so that the choice can follow', async () => {
    const choice = choiceAmong(dataSetChoice());
    await choice.settled();
    expect(choice.named('data-2026-sample-2025')?.dataSet).toBe('sample');
  });
});
