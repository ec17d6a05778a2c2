import { describe, expect, it } from '@jest/globals';
import type { Permission } from '../../api-client/models/permission.js';
import { aGrant, aSession } from '../../../testing/sessions.js';
import { wordingOf } from '../../../testing/wording.js';
import { refusalSentences, whyByCode, whyRefused } from './refusal.js';
import { PUBLIC_SESSION } from './session-model.js';

const lead = aSession({
  grants: [aGrant('unit_lead')],
  permissions: [{ action: 'task-status.record', all: false, units: ['ha-noi'] }],
});
const asleep = aSession({ grants: [aGrant('operator', { unit: null, asleep: 'second-factor' })] });
const settings = { roles: [{ role: 'operator', reach: 'all' }] } as unknown as Permission;

describe('why something is refused', () => {
  it.each([
    ['to the public', PUBLIC_SESSION, { action: 'setting.decide', unit: null }, 'signIn'],
    ['of another unit', lead, { action: 'task-status.record', unit: 'hue' }, 'otherUnit'],
    ['for want of a role', lead, { action: 'setting.decide', unit: null }, 'role'],
    ['until the second factor', asleep, { action: 'setting.decide', unit: null }, 'secondFactor'],
    ['not at all', lead, { action: 'task-status.record', unit: 'ha-noi' }, null],
  ] as const)('%s', (_, session, refused, why) => {
    expect(whyRefused(session, refused, settings)).toBe(why);
  });

  it('is known from the code of an answer, and no other failure is one', () => {
    expect([whyByCode('OTHER_UNIT'), whyByCode('VALIDATION')]).toEqual(['otherUnit', null]);
  });
});

describe('a refusal in sentences', () => {
  it('names both units, the roles, who may and whom to ask', () => {
    const names = { action: 'Báo cáo tình hình nhiệm vụ', unit: 'Huế' };
    expect(refusalSentences('otherUnit', lead, ['unit_lead', 'assessor'], names, wordingOf('vi'))).toEqual([
      'Việc được yêu cầu: Báo cáo tình hình nhiệm vụ (Huế).',
      'Đang đăng nhập với vai trò: Trưởng đơn vị, Hà Nội.',
      'Vai trò đang giữ thuộc Hà Nội, còn nội dung được yêu cầu thuộc Huế.',
      'Vai trò được làm việc này: Trưởng đơn vị; Chuyên viên đánh giá.',
      'Hỏi trưởng đơn vị Huế hoặc quản trị hệ thống.',
    ]);
  });

  it('sends whoever wants what units do not do to the operator', () => {
    const names = { action: 'Decide a setting', unit: null };
    expect(refusalSentences('role', lead, ['operator'], names, wordingOf('en')).at(-1)).toBe(
      'Ask the system operator.',
    );
  });

  it('tells the public what to do, not what roles it has', () => {
    expect(
      refusalSentences('signIn', PUBLIC_SESSION, [], { action: null, unit: null }, wordingOf('vi')),
    ).toEqual([]);
  });
});
