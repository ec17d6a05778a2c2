import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { getPerson } from '../../api-client/fn/people/get-person.js';
import { grantRole } from '../../api-client/fn/people/grant-role.js';
import { inviteAgain } from '../../api-client/fn/people/invite-again.js';
import { invitePerson } from '../../api-client/fn/people/invite-person.js';
import { liftSuspension } from '../../api-client/fn/people/lift-suspension.js';
import { listPeople, type ListPeople$Params } from '../../api-client/fn/people/list-people.js';
import { resetSecondFactor } from '../../api-client/fn/people/reset-second-factor.js';
import { revokeRole } from '../../api-client/fn/people/revoke-role.js';
import { suspendPerson } from '../../api-client/fn/people/suspend-person.js';
import { unlockPerson } from '../../api-client/fn/people/unlock-person.js';
import { listUnits } from '../../api-client/fn/units/list-units.js';
import type { GrantRequest } from '../../api-client/models/grant-request.js';
import type { Invited } from '../../api-client/models/invited.js';
import type { PersonDetail } from '../../api-client/models/person-detail.js';
import type { PersonInvitationRequest } from '../../api-client/models/person-invitation-request.js';
import type { PersonPage } from '../../api-client/models/person-page.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';

const ALL = 500;

/** Accounts and their roles over HTTP. */
@Injectable({ providedIn: 'root' })
export class PeopleClient {
  private readonly api = inject(Api);

  list(question: ListPeople$Params): Promise<PersonPage> {
    return this.api.invoke(listPeople, question);
  }

  one(id: string): Promise<PersonDetail> {
    return this.api.invoke(getPerson, { id });
  }

  invite(body: PersonInvitationRequest): Promise<Invited> {
    return this.api.invoke(invitePerson, { body });
  }

  inviteAgain(id: string): Promise<Invited> {
    return this.api.invoke(inviteAgain, { id });
  }

  grant(id: string, body: GrantRequest): Promise<PersonDetail> {
    return this.api.invoke(grantRole, { id, body });
  }

  revoke(id: string, grant: string, reason: string): Promise<PersonDetail> {
    return this.api.invoke(revokeRole, { id, grant, body: { reason } });
  }

  suspend(id: string, reason: string): Promise<PersonDetail> {
    return this.api.invoke(suspendPerson, { id, body: { reason } });
  }

  lift(id: string): Promise<PersonDetail> {
    return this.api.invoke(liftSuspension, { id });
  }

  async resetSecondFactor(id: string): Promise<void> {
    await this.api.invoke(resetSecondFactor, { id });
  }

  async unlock(id: string): Promise<void> {
    await this.api.invoke(unlockPerson, { id });
  }

  /** Units of today that roles are held for. */
  async units(): Promise<readonly UnitSummary[]> {
    const { items } = await this.api.invoke(listUnits, { size: ALL });
    return items.filter(({ level }) => level !== 'nation');
  }
}
