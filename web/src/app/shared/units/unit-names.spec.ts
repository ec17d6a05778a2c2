import '@angular/compiler';
import { Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { Language } from '../language/language.js';
import { UnitNames } from './unit-names.js';
import { UnitNamesClient } from './unit-names-client.js';

function namesWith(client: Partial<Record<keyof UnitNamesClient, unknown>> = {}) {
  const asked: string[] = [];
  const unit = (id: string) => ({ id, nameVi: `Tỉnh ${id}`, nameEn: id });
  const usual = {
    today: () => Promise.resolve((asked.push('today'), [unit('hue')])),
    one: (id: string) => {
      asked.push(id);
      return id === 'nowhere' ? Promise.reject(new Error('404')) : Promise.resolve(unit(id));
    },
  };
  const injector = Injector.create({
    providers: [
      { provide: UnitNames },
      { provide: UnitNamesClient, useValue: { ...usual, ...client } },
      { provide: Language, useValue: { named: ({ vi }: { vi: string }) => vi } },
    ],
  });
  return { names: injector.get(UnitNames), asked };
}

describe('names of units', () => {
  it('are learnt once: those of today together, former ones one by one', async () => {
    const { names, asked } = namesWith();
    expect(names.of('hue')).toBe('hue');
    await names.learn(['hue', 'ha-tay', null]);
    await names.learn(['hue', 'ha-tay']);
    expect([names.of('hue'), names.of('ha-tay')]).toEqual(['Tỉnh hue', 'Tỉnh ha-tay']);
    expect(asked).toEqual(['today', 'ha-tay']);
  });

  it('that nobody knows stand by their id, and are not asked for again', async () => {
    const { names, asked } = namesWith();
    await names.learn(['nowhere']);
    await names.learn(['nowhere']);
    expect([names.of('nowhere'), asked]).toEqual(['nowhere', ['today', 'nowhere']]);
  });

  it('are not asked for where there are none to learn', async () => {
    const { names, asked } = namesWith();
    await names.learn([null]);
    expect(asked).toEqual([]);
  });
});
