import type { Action, Role } from './permission-table.js';

/** A role that somebody holds now, and whose data it reaches. */
export interface Grant {
  readonly id: string;
  readonly role: Role;
  /** The unit it is held for; null for roles of no unit. */
  readonly unitId: string | null;
  /** Units that were merged into it by today, directly or through others. */
  readonly pastUnitIds: readonly string[];
  readonly validTo: string | null;
  /** The grant this one was delegated from. */
  readonly delegatedFrom: string | null;
  /** Why it is worth nothing at the moment. */
  readonly asleep: 'second-factor' | 'not-in-charge' | null;
}

/** How a session was proven. */
export type Strength = 'one-factor' | 'two-factor' | 'demo';

export interface PersonPrincipal {
  readonly kind: 'person';
  readonly personId: string;
  readonly sessionId: string;
  readonly strength: Strength;
  /** There is a second factor and no code of it was given yet: half a sign-in, which may do nothing. */
  readonly codeDue?: boolean;
  readonly grants: readonly Grant[];
}

/** A machine that acts for the person who made its key, within what the key says. */
export interface KeyPrincipal {
  readonly kind: 'key';
  readonly personId: string;
  readonly keyId: string;
  readonly actions: readonly Action[];
  readonly grants: readonly Grant[];
}

/** `system`: the command line, the loading of seeds; whoever reaches those has the database itself. */
export type Principal =
  | { readonly kind: 'public' }
  | { readonly kind: 'system'; readonly name: string }
  | PersonPrincipal
  | KeyPrincipal;

export const PUBLIC: Principal = { kind: 'public' };

/** Grants that count at the moment. */
export function activeGrants(principal: Principal): readonly Grant[] {
  if (principal.kind !== 'person' && principal.kind !== 'key') return [];
  return principal.grants.filter(({ asleep }) => asleep === null);
}

/** Whoever it is as a person, if a person at all. */
export function personOf(principal: Principal): string | null {
  return principal.kind === 'person' || principal.kind === 'key' ? principal.personId : null;
}
