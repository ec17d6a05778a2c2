import '@angular/compiler';
import { DestroyRef, Injector } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import {
  convertToParamMap,
  type Event,
  NavigationEnd,
  type Params,
  Router,
  RoutesRecognized,
} from '@angular/router';
import { Subject } from 'rxjs';
import type { DataSet } from '../../api-client/models/data-set.js';
import { DataSetChoice } from './data-set-choice.js';
import { DataSetsClient } from './data-sets-client.js';

const OFFICIAL_SET: DataSet = {
  code: 'official',
  sample: false,
  nameVi: 'Số liệu chính thức',
  nameEn: 'Official figures',
  noteVi: null,
  noteEn: null,
  createdAt: '2026-11-22T00:00:00.000Z',
};
const SAMPLE_SET: DataSet = { ...OFFICIAL_SET, code: 'sample', sample: true };

/** As much of a router as keeps an address and tells of navigations. */
class AddressBar {
  readonly events = new Subject<Event>();
  url = '/';
  readonly asked: Params[] = [];
  private navigation: { trigger: string } | null = null;

  readonly currentNavigation = () => this.navigation;
  readonly parseUrl = (url: string) => ({ queryParamMap: convertToParamMap(queryOf(url)) });

  go(url: string, trigger = 'imperative'): void {
    this.navigation = { trigger };
    const state = { root: { queryParamMap: convertToParamMap(queryOf(url)) } };
    this.events.next(new RoutesRecognized(1, url, url, state as never));
    this.url = url;
    this.navigation = null;
    this.events.next(new NavigationEnd(1, url, url));
  }

  /** Merges, as the choice asks for it. */
  navigate(_: readonly unknown[], { queryParams }: { queryParams: Params }): Promise<boolean> {
    this.asked.push(queryParams);
    const merged = { ...queryOf(this.url), ...queryParams };
    const left = Object.entries(merged).filter(([, value]) => value !== null);
    const query = left.map(([name, value]) => `${name}=${String(value)}`).join('&');
    this.go(`${this.url.split('?')[0] ?? ''}${query === '' ? '' : `?${query}`}`);
    return Promise.resolve(true);
  }
}

function queryOf(url: string): Params {
  return Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''));
}

function choiceWith(sets: readonly DataSet[] = [OFFICIAL_SET, SAMPLE_SET]) {
  const bar = new AddressBar();
  const injector = Injector.create({
    providers: [
      { provide: DataSetChoice },
      { provide: DataSetsClient, useValue: { list: () => Promise.resolve(sets) } },
      { provide: Router, useValue: bar },
      { provide: DestroyRef, useValue: { onDestroy: () => () => undefined } },
    ],
  });
  return { bar, choice: injector.get(DataSetChoice) };
}

describe('the data set on screen', () => {
  it('is the official one unless the address says otherwise', () => {
    const { bar, choice } = choiceWith();
    bar.go('/');
    expect(choice.current()).toBe('official');
    expect(choice.sample()).toBe(false);
    expect(choice.query()).toEqual({});
  });

  it('stands in the address, and goes along with a link that does not name it', () => {
    const { bar, choice } = choiceWith();
    bar.go('/?data=sample');
    bar.go('/ranking?edition=x');
    expect(choice.current()).toBe('sample');
    expect(bar.url).toBe('/ranking?edition=x&data=sample');
  });

  it('ends where the reader goes back to an address without it', () => {
    const { bar, choice } = choiceWith();
    bar.go('/?data=sample');
    bar.go('/units', 'popstate');
    expect(choice.current()).toBe('official');
    expect(bar.url).toBe('/units');
  });

  it('is marked as a sample even when the server does not know it', () => {
    const { bar, choice } = choiceWith([OFFICIAL_SET]);
    bar.go('/?data=rehearsal');
    expect(choice.current()).toBe('rehearsal');
    expect(choice.sample()).toBe(true);
  });

  it.each(['A B', '../etc', '', 'ü'])('%j is no code and asks for the official one', (code) => {
    const { bar, choice } = choiceWith();
    bar.go(`/?data=${code}`);
    expect(choice.current()).toBe('official');
    expect(bar.url).toBe('/');
  });

  it('when changed takes away what was chosen among the figures of the last one', () => {
    const { bar, choice } = choiceWith();
    bar.go('/ranking?edition=dti-2022&region=x&view=map');
    choice.choose('sample');
    expect(bar.url).toBe('/ranking?view=map&data=sample');
    choice.choose('official');
    expect(bar.url).toBe('/ranking?view=map');
    expect(choice.current()).toBe('official');
  });

  it('follows what an edition named in the address is of', () => {
    const { bar, choice } = choiceWith();
    bar.go('/ranking?edition=data-2026-sample-2025');
    choice.follow('sample');
    expect(choice.sample()).toBe(true);
    expect(bar.url).toBe('/ranking?edition=data-2026-sample-2025&data=sample');
    choice.follow('sample');
    expect(bar.asked).toHaveLength(1);
    choice.follow('official');
    expect(bar.url).toBe('/ranking?edition=data-2026-sample-2025');
  });
});

describe('the sets to choose from', () => {
  it('are the samples the server holds; without one there is nothing to choose', async () => {
    const { choice } = choiceWith();
    await choice.settled();
    expect(choice.samples().map((set) => set.code)).toEqual(['sample']);
    const without = choiceWith([OFFICIAL_SET]).choice;
    await without.settled();
    expect(without.samples()).toEqual([]);
  });
});
