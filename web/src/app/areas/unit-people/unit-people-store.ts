import { inject, Injectable, signal } from '@angular/core';
import type { Delegation } from '../../api-client/models/delegation.js';
import type { DelegationRequest } from '../../api-client/models/delegation-request.js';
import type { Invited } from '../../api-client/models/invited.js';
import type { PersonSummary } from '../../api-client/models/person-summary.js';
import { Loaded } from '../../shared/loading/loaded.js';
import type { NewPerson } from '../../shared/people/person-fields.js';
import { Writing } from '../../shared/problem/writing.js';
import { UnitPeopleClient } from './unit-people-client.js';

/** What the page shows: who holds a role for the unit, and who stands in for whom. */
export interface UnitPeople {
  readonly people: readonly PersonSummary[];
  readonly delegations: readonly Delegation[];
}

/** People of one unit. */
@Injectable()
export class UnitPeopleStore {
  private readonly client = inject(UnitPeopleClient);
  private readonly loaded = new Loaded<UnitPeople>();
  private readonly inviting = new Writing();
  private readonly delegating = new Writing();
  private readonly ending = new Writing();
  private readonly fresh = signal<Invited | null>(null);
  private unit = '';

  readonly state = this.loaded.state;
  readonly inviteState = this.inviting.state;
  readonly delegateState = this.delegating.state;
  readonly endState = this.ending.state;
  /** It is here and nowhere else: gone with the page. */
  readonly invited = this.fresh.asReadonly();

  async open(unit: string): Promise<void> {
    this.unit = unit;
    this.fresh.set(null);
    await this.load();
  }

  async load(): Promise<void> {
    const { unit } = this;
    await this.loaded.load(async () => {
      const [people, delegations] = await Promise.all([this.client.people(unit), this.client.delegations()]);
      return { people, delegations: delegations.filter(({ unitId }) => unitId === unit) };
    });
  }

  /** @returns whether somebody was invited */
  async invite(person: NewPerson): Promise<boolean> {
    const invited = await this.inviting.write(() =>
      this.client.invite(this.unit, { ...person, validTo: null }),
    );
    if (invited === null) return false;
    this.fresh.set(invited);
    await this.load();
    return true;
  }

  putAway(): void {
    this.fresh.set(null);
  }

  /** @returns whether it was delegated */
  async delegate(request: DelegationRequest): Promise<boolean> {
    const made = await this.delegating.write(() => this.client.delegate(request));
    if (made === null) return false;
    await this.load();
    return true;
  }

  async end(id: string, reason: string): Promise<void> {
    await this.ending.write(() => this.client.end(id, reason));
    await this.load();
  }
}
