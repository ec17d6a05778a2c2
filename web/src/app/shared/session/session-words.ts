import type { OwnSession } from '../../api-client/models/own-session.js';
import type { Wording } from '../language/wording.js';
import type { IconName } from '../ui/icon.js';
import { deviceOf, VIA_KEYS } from './device.js';

/** A session as a list shows it. */
export interface SessionRow {
  readonly id: string;
  readonly current: boolean;
  readonly icon: IconName;
  /** "Chrome, Windows"; words where nothing is known. */
  readonly device: string;
  /** How it was proven: "mật khẩu · hai lớp". */
  readonly proof: string;
  readonly seen: string;
  readonly begun: string;
  readonly ends: string;
  readonly address: string | null;
}

/** Sessions with their devices and times in words, as the server orders them. */
export function sessionRows<S extends OwnSession>(
  sessions: readonly S[],
  { t, formats }: Wording,
): readonly (SessionRow & { readonly of: S })[] {
  return sessions.map((session) => {
    const { browser, system, mobile } = deviceOf(session.agent);
    const known = [browser, system].filter((part) => part !== null);
    const proof = t(VIA_KEYS[session.via]);
    return {
      of: session,
      id: session.id,
      current: session.current,
      icon: mobile ? 'phone' : 'device',
      device: known.length === 0 ? t('sessions.unknownDevice') : known.join(', '),
      proof: session.strength === 'two-factor' ? t('sessions.twoFactor', { proof }) : proof,
      seen: formats.instant(session.lastSeenAt),
      begun: formats.instant(session.createdAt),
      ends: formats.instant(
        session.idleEndsAt < session.absoluteEndsAt ? session.idleEndsAt : session.absoluteEndsAt,
      ),
      address: session.address,
    };
  });
}
