import { describe, expect, it } from '@jest/globals';
import type { Permission } from '../../api-client/models/permission.js';
import { aGrant } from '../../../testing/sessions.js';
import { wordingOf } from '../../../testing/wording.js';
import { ownRoles, permissionGroups } from './profile-view.js';

const action = (code: string, audience: Permission['audience'] = 'roles'): Permission => ({
  action: code as Permission['action'],
  vi: `Việc ${code}`,
  en: `Action ${code}`,
  audience,
  roles: [],
  state: 'any',
  byKey: false,
  audited: 'no',
});

describe('the own roles', () => {
  it('say since when, until when, on whose behalf and whose past they see', () => {
    const grant = aGrant('unit_lead', {
      validTo: '2026-12-31',
      delegatedBy: 'Lê Văn C',
      pastUnits: [{ id: 'ha-tay', nameVi: 'Hà Tây', nameEn: 'Ha Tay' }],
    });
    expect(ownRoles([grant], wordingOf('vi'))[0]).toMatchObject({
      words: 'Trưởng đơn vị, Hà Nội',
      validity: 'Hiệu lực từ 01/01/2026 đến 31/12/2026 · do Lê Văn C ủy quyền',
      past: 'Xem được số liệu trước đây của: Hà Tây',
      asleep: null,
    });
  });

  it('say why one is worth nothing at the moment', () => {
    const [role] = ownRoles([aGrant('operator', { unit: null, asleep: 'second-factor' })], wordingOf('en'));
    expect(role?.asleep).toBe('Cannot be used without the second factor');
  });
});

describe('what I may do', () => {
  const reach = (code: string) => ({
    all: code === 'import.write',
    units: code === 'task-status.record' ? ['ha-noi'] : [],
  });
  const table = ['published.read', 'task-status.record', 'import.write', 'setting.decide'];

  it('stands by what it is about, with whose data, and with what one may not', () => {
    const groups = permissionGroups(
      table.map((code, index) => action(code, index === 0 ? 'public' : 'roles')),
      reach,
      () => 'Hà Nội',
      wordingOf('vi'),
    );
    expect(groups.map(({ rows }) => rows.map((row) => [row.words, row.allowed, row.reach]))).toEqual([
      [['Việc task-status.record', true, 'Hà Nội']],
      [['Việc import.write', true, 'Mọi đơn vị']],
      [['Việc setting.decide', false, 'Không']],
    ]);
  });
});
