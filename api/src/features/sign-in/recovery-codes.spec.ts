import { describe, expect, it } from '@jest/globals';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.js';

describe('recovery codes', () => {
  it('are ten, each of its own, in letters that are not taken for others', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}(-[0-9A-HJKMNP-TV-Z]{6}){3}$/);
  });

  it('are known again however they are typed', () => {
    const code = '01AB2C-DEFGH3-JKMNP4-QRST01';
    const hash = hashOfRecoveryCode(code);
    for (const typed of [
      code.toLowerCase(),
      code.replaceAll('-', ' '),
      `  ${code}\n`,
      'OlAB2CDEFGH3JKMNP4QRSToi',
    ])
      expect(hashOfRecoveryCode(typed)).toEqual(hash);
    expect(hashOfRecoveryCode('01AB2C-DEFGH3-JKMNP4-QRST02')).not.toEqual(hash);
  });

  it.each([
    '',
    '123456',
    '01AB2C-DEFGH3-JKMNP4-QRST0',
    '01AB2C-DEFGH3-JKMNP4-QRST0U',
    'ĐĐAB2C-DEFGH3-JKMNP4-QRST01',
  ])('are not %j', (text) => expect(hashOfRecoveryCode(text)).toBeNull());
});
