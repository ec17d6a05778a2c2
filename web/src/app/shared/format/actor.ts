import type { TextKey, Translate } from '../language/text-key.js';

const ROLES = [
  'leader',
  'assessor',
  'chief_assessor',
  'unit_reporter',
  'unit_lead',
  'verifier',
  'association',
  'auditor',
  'operator',
] as const;
type Role = (typeof ROLES)[number];

/** Ways in which something was written before anybody could sign in, and by the product itself. */
const WAYS: Readonly<Record<string, TextKey>> = {
  cli: 'actor.cli',
  seed: 'actor.seed',
  seeds: 'actor.seed',
  http: 'actor.http',
  person: 'actor.person',
  public: 'actor.public',
};

/** The words of a role; a role that this version does not know is named by its code. */
export function roleWords(role: string, t: Translate): string {
  return isRole(role) ? t(`role.${role}`) : role;
}

/**
 * Who wrote something, in words: rows keep the role and the unit it was held for
 * (`chief_assessor@bo-khoa-hoc-va-cong-nghe`), never a person. What is not of that form stands as it is.
 */
export function actorWords(actor: string, t: Translate, unitName: (id: string) => string): string {
  const [role = '', unit] = actor.split('@');
  if (isRole(role)) {
    return unit === undefined
      ? t(`role.${role}`)
      : t('actor.at', { role: t(`role.${role}`), unit: unitName(unit) });
  }
  const way = WAYS[actor];
  return way === undefined ? actor : t(way);
}

/** The unit that an actor wrote for, to learn its name; null where there is none. */
export function unitOfActor(actor: string): string | null {
  const [role = '', unit] = actor.split('@');
  return isRole(role) ? (unit ?? null) : null;
}

function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
