import type { Role } from '../app/api-client/models/role.js';
import type { Session } from '../app/api-client/models/session.js';
import type { SessionGrant } from '../app/api-client/models/session-grant.js';
import { PUBLIC_SESSION } from '../app/shared/session/session-model.js';

/** A grant of Hà Nội unless told otherwise. */
export function aGrant(role: Role, own: Partial<SessionGrant> = {}): SessionGrant {
  return {
    id: '1',
    role,
    unit: { id: 'ha-noi', nameVi: 'Hà Nội', nameEn: 'Ha Noi' },
    pastUnits: [],
    validFrom: '2026-01-01',
    validTo: null,
    delegatedBy: null,
    asleep: null,
    ...own,
  };
}

/** Somebody who is signed in and may do nothing unless told otherwise. */
export function aSession(own: Partial<Session> = {}): Session {
  return {
    ...PUBLIC_SESSION,
    signedIn: true,
    person: { id: 'p1', name: 'Trần Thị B', email: 'b@example.vn', locale: 'vi', demo: false },
    sessionId: 's1',
    strength: 'one-factor',
    ...own,
  };
}
