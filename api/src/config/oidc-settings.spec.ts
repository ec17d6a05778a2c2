import { describe, expect, it } from '@jest/globals';
import { readOidcSettings } from './oidc-settings.js';

const SET = {
  OIDC_ISSUER: 'https://id.example.gov.vn',
  OIDC_CLIENT_ID: 'dti',
  OIDC_CLIENT_SECRET: 'not-for-logs',
  OIDC_ROLE_MAP: '{"dti-audit": {"role": "auditor"}}',
};
const LEAD = '{"dti-lead": {"role": "unit_lead"}}';

describe('settings of the identity provider', () => {
  it('are none where nothing is set, and whole where the four needed are', () => {
    expect(readOidcSettings({ PORT: '3000', OIDC_ISSUER: ' ' })).toBeNull();
    expect(readOidcSettings(SET)).toMatchObject({
      issuer: 'https://id.example.gov.vn',
      scopes: 'openid email profile',
      roleClaim: 'groups',
      unitClaim: null,
      grantDays: 30,
      roleMap: { 'dti-audit': { role: 'auditor', unit: null } },
    });
  });

  it('take plain HTTP on this machine alone, and a unit from the claim', () => {
    const local = readOidcSettings({
      ...SET,
      OIDC_ISSUER: 'http://127.0.0.1:9000',
      OIDC_ROLE_MAP: LEAD,
      OIDC_UNIT_CLAIM: 'unit',
    });
    expect(local?.roleMap).toMatchObject({ 'dti-lead': { role: 'unit_lead', unit: null } });
  });

  it.each([
    ['OIDC_CLIENT_SECRET', { OIDC_CLIENT_SECRET: '' }, 'is needed'],
    ['OIDC_ROLE_MAP', { OIDC_ROLE_MAP: undefined }, 'is needed'],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'http://id.example.gov.vn' }, 'https://'],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'http://127.0.0.1.evil.example' }, 'https://'],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'id.example.gov.vn' }, 'https://'],
    ['OIDC_SCOPES', { OIDC_SCOPES: 'email' }, 'openid'],
    ['OIDC_GRANT_DAYS', { OIDC_GRANT_DAYS: '0' }, '1 to 365'],
    ['OIDC_GRANT_DAYS', { OIDC_GRANT_DAYS: '400' }, '1 to 365'],
    ['OIDC_ROLE_MAP', { OIDC_ROLE_MAP: 'lead=unit_lead' }, 'no JSON'],
    ['OIDC_ROLE_MAP', { OIDC_ROLE_MAP: '[]' }, 'does not fit'],
    ['OIDC_ROLE_MAP', { OIDC_ROLE_MAP: '{"a": {"role": "king"}}' }, 'a.role'],
    ['OIDC_ROLE_MAP', { OIDC_ROLE_MAP: '{"a": {"role": "auditor", "unit": "hue"}}' }, 'of no unit'],
    ['OIDC_ROLE_MAP', { OIDC_ROLE_MAP: LEAD }, 'OIDC_UNIT_CLAIM'],
    ['OIDC_ROLE_MAP', { OIDC_ROLE_MAP: '{"a": {"role": "auditor", "sudo": true}}' }, 'does not fit'],
  ])('%s is named: %j', (setting, change, says) => {
    const read = () => readOidcSettings({ ...SET, ...change });
    expect(read).toThrow(expect.objectContaining({ setting }));
    expect(read).toThrow(says);
    expect(read).not.toThrow('not-for-logs');
  });
});
