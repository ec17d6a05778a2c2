import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.js';
import { Problem } from '../http/problem.js';
import { decide, reachOf, rolesFor, type Refusal, type UnitReach } from './decide.js';
import { permissionOf, type Action } from './permission-table.js';
import type { Grant } from './principal.js';
import { currentContext, type RequestContext } from './request-context.js';

/**
 * The one place in the service layer where it is asked who may do what to whose data. Row-level security in
 * the database says the same once more.
 */
@Injectable()
export class AccessService {
  private readonly noted = new WeakMap<RequestContext, Set<string>>();

  constructor(private readonly audit: AuditLog) {}

  /** @throws Problem SIGN_IN_NEEDED, SECOND_FACTOR_NEEDED, NOT_PERMITTED: there is no unit it could be done to */
  requireAny(action: Action): void {
    this.decided(action, undefined);
  }

  /**
   * Asks for an action on the data of one unit; `null` for what is of no single unit. A read of another
   * unit's unpublished data goes into the trail.
   * @throws Problem SIGN_IN_NEEDED, SECOND_FACTOR_NEEDED, NOT_PERMITTED, OTHER_UNIT
   */
  async require(action: Action, unit: string | null): Promise<void> {
    const grant = this.decided(action, unit);
    if (permissionOf(action).audited === 'foreign-read' && isForeign(grant, unit)) {
      await this.noteForeign(action, unit);
    }
  }

  /** Once a request, however many services of it ask. */
  private async noteForeign(action: Action, unit: string | null): Promise<void> {
    const context = currentContext();
    const noted = this.noted.get(context) ?? new Set();
    this.noted.set(context, noted);
    const look = `${action} ${unit ?? ''}`;
    if (noted.has(look)) return;
    noted.add(look);
    await this.audit.record({ action, object: unit === null ? 'units' : `unit:${unit}`, unitId: unit });
  }

  allows(action: Action, unit: string | null): boolean {
    return decide(currentContext().principal, action, unit).allowed;
  }

  /** Whose data the caller reaches by an action, for lists. */
  reach(action: Action): UnitReach {
    return reachOf(currentContext().principal, action);
  }

  private decided(action: Action, unit: string | null | undefined): Grant | null {
    const context = currentContext();
    const decision = decide(context.principal, action, unit);
    if (!decision.allowed) throw refused(decision.why, action, unit ?? null);
    context.acting = decision.grant;
    return decision.grant;
  }
}

function isForeign(grant: Grant | null, unit: string | null): boolean {
  return grant !== null && (unit === null || (grant.unitId !== unit && !grant.pastUnitIds.includes(unit)));
}

const REFUSALS: Readonly<Record<Refusal, readonly [number, string, string]>> = {
  'sign-in': [401, 'SIGN_IN_NEEDED', 'This needs a sign-in'],
  'second-factor': [403, 'SECOND_FACTOR_NEEDED', 'This needs the second factor'],
  role: [403, 'NOT_PERMITTED', 'The roles held do not allow this'],
  'other-unit': [403, 'OTHER_UNIT', 'This is of another unit'],
};

function refused(why: Refusal, action: Action, unit: string | null): Problem {
  const [status, code, title] = REFUSALS[why];
  return new Problem(status, code, title, undefined, [], { action, unit, ask: rolesFor(action) });
}
