import { computed, inject, Injectable, signal } from '@angular/core';
import type { PersonSession } from '../../api-client/models/person-session.js';
import type { PersonSessionPage } from '../../api-client/models/person-session-page.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { Writing } from '../../shared/problem/writing.js';
import { SessionsClient } from './sessions-client.js';

const STEP = 100;
const MOST = 500;

/** Sessions that hold, of everybody or of one person. */
@Injectable()
export class SessionsStore {
  private readonly client = inject(SessionsClient);
  private readonly list = new Loaded<PersonSessionPage>((page) => page.items.length === 0);
  private readonly ending = new Writing();
  private readonly size = signal(STEP);
  private readonly met = signal<ReadonlyMap<string, PersonSession['person']>>(new Map());
  private person: string | null = null;

  readonly state = this.list.state;
  readonly stale = this.list.stale;
  readonly endState = this.ending.state;
  /** Whom the list can be narrowed to: everybody seen in it so far. */
  readonly people = computed(() => [...this.met().values()]);
  /** More sessions hold than are shown. */
  readonly more = computed(() => {
    const page = this.list.value();
    return page !== null && page.total > page.items.length && this.size() < MOST;
  });

  async open(person: string | null): Promise<void> {
    this.person = person;
    this.size.set(STEP);
    this.ending.reset();
    await this.load();
  }

  async showMore(): Promise<void> {
    this.size.update((size) => Math.min(size + STEP, MOST));
    await this.load();
  }

  async end(id: string): Promise<void> {
    const done = await this.ending.write(async () => {
      await this.client.end(id);
      return true;
    });
    if (done === true) await this.load();
  }

  private async load(): Promise<void> {
    const [person, size] = [this.person, this.size()];
    await this.list.load(() => this.client.list(person, size));
    const seen = this.list.value()?.items ?? [];
    this.met.update((met) => new Map([...met, ...seen.map((one) => [one.person.id, one.person] as const)]));
  }
}
