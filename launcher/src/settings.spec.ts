import { describe, expect, test } from '@jest/globals';
import { readSettings } from './settings.ts';

describe('settings', () => {
  test('have values when nothing is set, and an empty value is not set', () => {
    const expected = {
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: undefined,
      stateFolder: undefined,
      sampleData: true,
      demoAccounts: true,
      publicUrl: null,
      secretKey: undefined,
      ownerDatabaseUrl: undefined,
      mail: null,
      trustedProxies: [],
      oidc: {},
    };
    expect(readSettings({})).toEqual(expected);
    expect(readSettings({ PORT: '', HOST: ' ', DATABASE_URL: '', STATE_DIR: '' })).toEqual(expected);
  });

  test.each(['0', '1', '3000', '65535'])('PORT=%s is a port', (text) => {
    expect(readSettings({ PORT: text }).port).toBe(Number(text));
  });

  test.each(['-1', '65536', '3000x', '1e3', '0x10', '3.5'])('PORT=%s is refused by name', (text) => {
    expect(() => readSettings({ PORT: text })).toThrow(`PORT is "${text}"`);
  });

  test.each(['0.0.0.0', '::', 'localhost', 'dti.example.vn'])('HOST=%s is an address or a name', (text) => {
    expect(readSettings({ HOST: text }).host).toBe(text);
  });

  test.each(['http://x', '-x', 'a b', 'x:3000'])('HOST=%s is refused by name', (text) => {
    expect(() => readSettings({ HOST: text })).toThrow(`HOST is "${text}"`);
  });

  test('SAMPLE_DATA is on or off, and nothing else', () => {
    expect(readSettings({ SAMPLE_DATA: 'off' }).sampleData).toBe(false);
    expect(readSettings({ SAMPLE_DATA: 'on' }).sampleData).toBe(true);
    expect(() => readSettings({ SAMPLE_DATA: 'no' })).toThrow('SAMPLE_DATA is "no"');
  });

  test('a DATABASE_URL of another kind is refused without repeating its password', () => {
    expect(readSettings({ DATABASE_URL: 'postgres://a:b@c/d' }).databaseUrl).toBe('postgres://a:b@c/d');
    const read = (): unknown => readSettings({ DATABASE_URL: 'mysql://a:secret@c/d' });
    expect(read).toThrow('DATABASE_URL is not an address');
    expect(read).not.toThrow('secret');
  });

  test('what people reach it by, what seals secrets and who speaks for others are read', () => {
    const key = 'ab'.repeat(32);
    expect(
      readSettings({
        PUBLIC_URL: 'https://dti.example.gov.vn/',
        SECRET_KEY: key,
        SMTP_URL: 'smtp://mail.example:587',
        MAIL_FROM: 'DTI <dti@example.gov.vn>',
        TRUSTED_PROXIES: '10.0.0.1, 10.1.0.0/16',
      }),
    ).toMatchObject({
      publicUrl: 'https://dti.example.gov.vn',
      secretKey: Buffer.from(key, 'hex'),
      mail: { url: 'smtp://mail.example:587', from: 'DTI <dti@example.gov.vn>' },
      trustedProxies: ['10.0.0.1', '10.1.0.0/16'],
    });
  });

  test.each([
    ['PUBLIC_URL', { PUBLIC_URL: 'dti.example' }],
    ['SECRET_KEY', { SECRET_KEY: 'short' }],
    ['SMTP_URL', { SMTP_URL: 'smtp://mail.example' }],
    ['SMTP_URL', { SMTP_URL: 'http://mail.example', MAIL_FROM: 'a@b.example' }],
    ['MAIL_FROM', { SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'nobody' }],
    ['TRUSTED_PROXIES', { TRUSTED_PROXIES: '10.0.0.1,proxy' }],
    ['OWNER_DATABASE_URL', { OWNER_DATABASE_URL: 'mysql://a:b@c/d' }],
  ])('a bad %s is named', (name, environment) => {
    expect(() => readSettings(environment)).toThrow(name);
  });
});
