import type { Permission } from '../../api-client/models/permission.js';
import type { Session as SessionDto } from '../../api-client/models/session.js';
import { roleWords } from '../format/actor.js';
import type { Wording } from '../language/wording.js';
import { grantWords, mayIn, ownUnits } from './session-model.js';

export type WhyRefused = 'signIn' | 'secondFactor' | 'role' | 'otherUnit';

const CODES: Readonly<Record<string, WhyRefused>> = {
  SIGN_IN_NEEDED: 'signIn',
  SECOND_FACTOR_NEEDED: 'secondFactor',
  NOT_PERMITTED: 'role',
  OTHER_UNIT: 'otherUnit',
};

/** What the server's code says; null for a failure that is no want of a right. */
export function whyByCode(code: string): WhyRefused | null {
  return CODES[code] ?? null;
}

/** What was refused. */
export interface Refused {
  readonly action: string | null;
  readonly unit: string | null;
}

/** Why a session does not allow something, before the server is asked; null where it does. */
export function whyRefused(
  session: SessionDto,
  { action, unit }: Refused,
  permission: Permission | null,
): WhyRefused | null {
  if (!session.signedIn) return 'signIn';
  if (action === null || mayIn(session, action, unit ?? undefined)) return null;
  if (mayIn(session, action)) return 'otherUnit';
  const sleeping = session.grants.filter(({ asleep }) => asleep === 'second-factor');
  const waits = sleeping.some(({ role }) => permission?.roles.some((one) => one.role === role));
  return waits ? 'secondFactor' : 'role';
}

/** What a refusal is written with beside the session. */
export interface RefusalNames {
  /** The action in words; null while they are not known. */
  readonly action: string | null;
  /** The unit whose data was asked for. */
  readonly unit: string | null;
}

/** A refusal in sentences: what, under which roles, who may, and whom to ask. */
export function refusalSentences(
  why: WhyRefused,
  session: SessionDto,
  ask: readonly string[],
  names: RefusalNames,
  wording: Wording,
): readonly string[] {
  const { t } = wording;
  return [
    ...whatSentence(names, t),
    ...(why === 'signIn' ? [] : [asSentence(session, wording)]),
    ...(why === 'otherUnit' ? otherUnitSentence(session, names.unit, wording) : []),
    ...(ask.length === 0
      ? []
      : [t('refused.may', { roles: ask.map((role) => roleWords(role, t)).join('; ') })]),
    ...(why === 'role' || why === 'otherUnit' ? [askSentence(session, ask, names.unit, wording)] : []),
  ];
}

function whatSentence({ action, unit }: RefusalNames, t: Wording['t']): readonly string[] {
  if (action === null) return [];
  return [unit === null ? t('refused.what', { action }) : t('refused.whatOf', { action, unit })];
}

function asSentence({ grants }: SessionDto, wording: Wording): string {
  if (grants.length === 0) return wording.t('refused.asNone');
  return wording.t('refused.as', { roles: grants.map((grant) => grantWords(grant, wording)).join('; ') });
}

function otherUnitSentence(
  { grants }: SessionDto,
  unit: string | null,
  { t, name }: Wording,
): readonly string[] {
  const own = ownUnits(grants).map(name).join(', ');
  return unit === null || own === '' ? [] : [t('refused.units', { own, unit })];
}

/** The lead of a unit may invite into it; who gives any other role is the operator. */
function askSentence(
  { grants }: SessionDto,
  ask: readonly string[],
  unit: string | null,
  { t, name }: Wording,
): string {
  const [own] = ownUnits(grants);
  const lead = unit ?? (own === undefined ? null : name(own));
  return lead !== null && ask.some((role) => role.startsWith('unit_'))
    ? t('refused.ask.lead', { unit: lead })
    : t('refused.ask.operator');
}
