import type { Role } from '../../platform/access/permission-table.js';

/** A role that claims give for a unit that there is. */
export interface WantedGrant {
  readonly role: Role;
  readonly unitId: string | null;
}

/** A grant of the person that is not revoked and not over. */
export interface HeldGrant extends WantedGrant {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly grantedBy: string;
}

export interface GrantChanges {
  readonly add: readonly (WantedGrant & { readonly validTo: string })[];
  readonly renew: readonly (WantedGrant & { readonly id: string; readonly validTo: string })[];
  readonly revoke: readonly HeldGrant[];
}

export interface GrantRule {
  /** Who gives: `oidc:<issuer>`. What others gave is never touched. */
  readonly origin: string;
  readonly today: string;
  /** How long a role holds after a sign-in. */
  readonly days: number;
}

/**
 * What has to change so that somebody has the roles that the claims give, and no other from them. A role that
 * was given by hand stays, is not given twice, and one that was given for later ends ours the day before.
 */
export function grantChanges(
  wanted: readonly WantedGrant[],
  held: readonly HeldGrant[],
  rule: GrantRule,
): GrantChanges {
  const { origin, today, days } = rule;
  const own = held.filter(({ grantedBy }) => grantedBy === origin);
  const add: (WantedGrant & { validTo: string })[] = [];
  const renew: (WantedGrant & { id: string; validTo: string })[] = [];
  for (const { role, unitId } of wanted) {
    const alike = held.filter((one) => one.role === role && one.unitId === unitId);
    const validTo = endOf(alike, rule);
    const now = alike.find(({ validFrom }) => validFrom <= today);
    if (now === undefined) add.push({ role, unitId, validTo });
    else if (
      now.grantedBy === origin &&
      isNearing(now.validTo, today, days) &&
      validTo > (now.validTo ?? '')
    ) {
      renew.push({ role, unitId, id: now.id, validTo });
    }
  }
  const stays = (one: HeldGrant) =>
    wanted.some(({ role, unitId }) => role === one.role && unitId === one.unitId);
  return { add, renew, revoke: own.filter((one) => !stays(one)) };
}

/** After so many days, or the day before the next of the kind begins. */
function endOf(alike: readonly HeldGrant[], { today, days }: GrantRule): string {
  const later = alike.map(({ validFrom }) => validFrom).filter((from) => from > today);
  return [addDays(today, days), ...later.map((from) => addDays(from, -1))].sort()[0] ?? today;
}

/** Half of the time is over: not every sign-in writes. */
function isNearing(validTo: string | null, today: string, days: number): boolean {
  return validTo !== null && validTo < addDays(today, Math.ceil(days / 2));
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
