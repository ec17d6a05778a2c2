import type { ApiKey } from '../../api-client/models/api-key.js';
import type { ApiKeyRequest } from '../../api-client/models/api-key-request.js';
import type { HeldApiKey } from '../../api-client/models/held-api-key.js';
import type { KeyState } from '../../api-client/models/key-state.js';
import type { Permission } from '../../api-client/models/permission.js';
import type { SessionGrant } from '../../api-client/models/session-grant.js';
import { actorWords } from '../../shared/format/actor.js';
import type { Wording } from '../../shared/language/wording.js';
import { grantWords } from '../../shared/session/session-model.js';

export const KEY_STATES = ['active', 'expired', 'ended', 'revoked'] as const satisfies readonly KeyState[];
/** Keys on a page of everybody's. */
export const PAGE_SIZE = 50;
/** Lives that can be chosen, in days. */
export const LIVES = [30, 90, 180, 365] as const;

export function keyStateOf(text: string | undefined): KeyState | null {
  return KEY_STATES.find((state) => state === text) ?? null;
}

/** A key as one entry of a list. */
export interface KeyRow {
  readonly id: string;
  readonly name: string;
  /** "dti_abcd2345…" */
  readonly code: string;
  readonly state: KeyState;
  readonly stateWords: string;
  readonly role: string;
  /** Whose it is; null in one's own list. */
  readonly holder: string | null;
  readonly actions: readonly string[];
  readonly ends: string;
  readonly used: string;
}

/** Names of what a row mentions by its code alone. */
export interface KeyNames {
  readonly action: (code: string) => string;
  readonly unit: (id: string) => string;
}

export function keyRow(key: ApiKey | HeldApiKey, { t, formats }: Wording, names: KeyNames): KeyRow {
  const { id, name, prefix, state, role, unitId, lastUsedAt, lastUsedAddress } = key;
  const [end, day] =
    key.revokedAt === null ? ['expires' as const, key.expiresAt] : ['revoked' as const, key.revokedAt];
  return {
    id,
    name,
    code: `dti_${prefix}…`,
    state,
    stateWords: t(`keys.state.${state}`),
    role: actorWords(unitId === null ? role : `${role}@${unitId}`, t, names.unit),
    holder: 'person' in key ? key.person.name : null,
    actions: key.actions.map(names.action),
    ends: t(`keys.${end}`, { date: formats.date(day) }),
    used:
      lastUsedAt === null
        ? t('keys.unused')
        : t('keys.used', { time: formats.instant(lastUsedAt), address: lastUsedAddress ?? '–' }),
  };
}

/** How many keys hold, as the finding of the page. */
export function ownFinding(keys: readonly ApiKey[], { t, formats }: Wording): string {
  const active = keys.filter(({ state }) => state === 'active').length;
  return active === 0 ? t('keys.finding.none') : t('keys.finding.some', { count: formats.number(active) });
}

/** A role that a key can be made for, with the actions to choose from. */
export interface RoleChoice {
  readonly grant: string;
  readonly words: string;
  /** Counts only in a session with the second factor. */
  readonly asleep: boolean;
  readonly actions: readonly { readonly code: string; readonly words: string }[];
}

/** Roles of the session that a key can do something for. */
export function roleChoices(
  grants: readonly SessionGrant[],
  table: readonly Permission[],
  wording: Wording,
): readonly RoleChoice[] {
  return grants
    .filter(({ asleep }) => asleep !== 'not-in-charge')
    .map((grant) => ({
      grant: grant.id,
      words: grantWords(grant, wording),
      asleep: grant.asleep !== null,
      actions: table
        .filter(({ byKey, roles }) => byKey && roles.some(({ role }) => role === grant.role))
        .map(({ action, vi, en }) => ({ code: action, words: wording.name({ nameVi: vi, nameEn: en }) })),
    }))
    .filter(({ actions }) => actions.length > 0);
}

/** A key that somebody is about to make. */
export interface KeyDraft {
  readonly name: string;
  readonly grant: string;
  readonly actions: readonly string[];
  readonly days: number;
}

/** The first role that can be used now, nothing chosen. */
export function emptyDraft(roles: readonly RoleChoice[]): KeyDraft {
  return { name: '', grant: roles.find(({ asleep }) => !asleep)?.grant ?? '', actions: [], days: LIVES[1] };
}

/** What is sent; null while something is missing. */
export function keyRequest({ name, grant, actions, days }: KeyDraft): ApiKeyRequest | null {
  if (name.trim() === '' || grant === '' || actions.length === 0) return null;
  return {
    name: name.trim(),
    grant,
    actions: [...actions] as ApiKeyRequest['actions'],
    expiresInDays: days,
  };
}
