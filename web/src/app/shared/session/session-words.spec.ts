import { describe, expect, it } from '@jest/globals';
import type { OwnSession } from '../../api-client/models/own-session.js';
import { wordingOf } from '../../../testing/wording.js';
import { sessionRows } from './session-words.js';

const session: OwnSession = {
  id: 's1',
  current: true,
  strength: 'two-factor',
  via: 'password',
  createdAt: '2026-11-21T20:00:00.000Z',
  lastSeenAt: '2026-11-22T08:30:00.000Z',
  idleEndsAt: '2026-11-22T09:00:00.000Z',
  absoluteEndsAt: '2026-11-22T08:45:00.000Z',
  address: '127.0.0.1',
  agent: 'Mozilla/5.0 (Windows NT 10.0) Chrome/131.0 Safari/537.36',
};

describe('a session in words', () => {
  it('has its device, how it was proven, and the earlier of its two ends, at the clock of Viet Nam', () => {
    expect(sessionRows([session], wordingOf('vi'))[0]).toMatchObject({
      device: 'Chrome, Windows',
      proof: 'Mật khẩu và mã xác thực',
      seen: '22/11/2026 15:30',
      begun: '22/11/2026 03:00',
      ends: '22/11/2026 15:45',
    });
  });

  it('of a device that says nothing says so', () => {
    const rows = sessionRows([{ ...session, agent: null, strength: 'demo', via: 'demo' }], wordingOf('en'));
    expect(rows[0]).toMatchObject({ device: 'Unknown device', proof: 'Demo account' });
  });
});
