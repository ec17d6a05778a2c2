import { inject, Injectable, signal } from '@angular/core';
import type { GrantRequest } from '../../api-client/models/grant-request.js';
import type { Invited } from '../../api-client/models/invited.js';
import type { PersonDetail } from '../../api-client/models/person-detail.js';
import type { PersonInvitationRequest } from '../../api-client/models/person-invitation-request.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { Writing } from '../../shared/problem/writing.js';
import { PeopleClient } from './people-client.js';

/** One account, what is done to it, and the units that a role may be held for. */
@Injectable()
export class PersonStore {
  private readonly client = inject(PeopleClient);
  private readonly person = new Loaded<PersonDetail>();
  private readonly roster = new Loaded<readonly UnitSummary[]>();
  private readonly change = new Writing();
  private readonly sent = signal<Invited | null>(null);

  readonly state = this.person.state;
  readonly units = this.roster.value;
  readonly writing = this.change.state;
  readonly invited = this.sent.asReadonly();

  async open(id: string): Promise<void> {
    this.sent.set(null);
    await Promise.all([this.person.load(() => this.client.one(id)), this.openUnits()]);
  }

  openUnits(): Promise<void> {
    return this.roster.load(() => this.client.units());
  }

  async invite(request: PersonInvitationRequest): Promise<void> {
    this.sent.set(await this.change.write(() => this.client.invite(request)));
  }

  async inviteAgain(id: string): Promise<void> {
    const sent = await this.change.write(() => this.client.inviteAgain(id));
    if (sent === null) return;
    await this.open(id);
    this.sent.set(sent);
  }

  grant(id: string, request: GrantRequest): Promise<void> {
    return this.does(id, () => this.client.grant(id, request));
  }

  revoke(id: string, grant: string, reason: string): Promise<void> {
    return this.does(id, () => this.client.revoke(id, grant, reason));
  }

  suspend(id: string, reason: string): Promise<void> {
    return this.does(id, () => this.client.suspend(id, reason));
  }

  lift(id: string): Promise<void> {
    return this.does(id, () => this.client.lift(id));
  }

  resetSecondFactor(id: string): Promise<void> {
    return this.does(id, () => this.client.resetSecondFactor(id));
  }

  unlock(id: string): Promise<void> {
    return this.does(id, () => this.client.unlock(id));
  }

  private async does(id: string, ask: () => Promise<unknown>): Promise<void> {
    const done = await this.change.write(async () => {
      await ask();
      return true;
    });
    if (done === true) await this.open(id);
  }
}
