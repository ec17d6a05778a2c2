import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { endDelegation } from '../../api-client/fn/people/end-delegation.js';
import { inviteReporter } from '../../api-client/fn/people/invite-reporter.js';
import { listDelegations } from '../../api-client/fn/people/list-delegations.js';
import { listUnitPeople } from '../../api-client/fn/people/list-unit-people.js';
import { makeDelegation } from '../../api-client/fn/people/make-delegation.js';
import type { Delegated } from '../../api-client/models/delegated.js';
import type { Delegation } from '../../api-client/models/delegation.js';
import type { DelegationRequest } from '../../api-client/models/delegation-request.js';
import type { Invited } from '../../api-client/models/invited.js';
import type { PersonSummary } from '../../api-client/models/person-summary.js';
import type { ReporterInvitationRequest } from '../../api-client/models/reporter-invitation-request.js';

/** People of a unit and who stands in for whom, over HTTP. */
@Injectable({ providedIn: 'root' })
export class UnitPeopleClient {
  private readonly api = inject(Api);

  people(unit: string): Promise<readonly PersonSummary[]> {
    return this.api.invoke(listUnitPeople, { id: unit });
  }

  invite(unit: string, body: ReporterInvitationRequest): Promise<Invited> {
    return this.api.invoke(inviteReporter, { id: unit, body });
  }

  delegations(): Promise<readonly Delegation[]> {
    return this.api.invoke(listDelegations);
  }

  delegate(body: DelegationRequest): Promise<Delegated> {
    return this.api.invoke(makeDelegation, { body });
  }

  async end(id: string, reason: string): Promise<void> {
    await this.api.invoke(endDelegation, { id, body: { reason } });
  }
}
