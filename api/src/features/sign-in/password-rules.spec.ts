import { describe, expect, it } from '@jest/globals';
import { Problem } from '../../platform/http/problem.js';
import { normalisePassword, passwordFault, requireGoodPassword } from './password-rules.js';

const owner = { name: 'Nguyễn Thị Minh Nguyệt', email: 'nguyetntm@hoabinh.example' };

describe('a password', () => {
  it.each([
    ['three words with blanks', 'cầu vồng ghế tre'],
    ['no digit, no capital, no sign', 'thuyền giấy trôi ngược'],
    ['letters of any script', 'корабль плывёт ночью'],
    ['characters beyond the first plane', 'sông 🛶 núi 🌋 biển 🐚'],
    [
      '128 characters',
      Array.from({ length: 32 }, (_, at) => String((at * 7919) % 9973).padStart(4, '0')).join(''),
    ],
    ['twelve at random', 'x7#kQ9!mZ2$p'],
  ])('may be %s', (_what, password) => {
    expect(passwordFault(password, owner)).toBeNull();
  });

  it.each([
    ['eleven characters', 'x7#kQ9!mZ2$', 'PASSWORD_TOO_SHORT'],
    ['eleven characters of two UTF-16 units each', '🛶🌋🐚🪁🪔🪘🎋🎐🏮🧧🪷', 'PASSWORD_TOO_SHORT'],
    ['129 characters', 'x7#'.repeat(43), 'PASSWORD_TOO_LONG'],
    ['common', 'passwordpassword', 'PASSWORD_COMMON'],
    ['common with digits at the end', 'password1234', 'PASSWORD_COMMON'],
    ['common in disguise', 'P@ssw0rd12345', 'PASSWORD_COMMON'],
    ['common here', 'matkhau123456', 'PASSWORD_COMMON'],
    ['common here, with tone marks', 'Mật khẩu 123456', 'PASSWORD_COMMON'],
    ['the product and a year', 'DTIDataMonitor2026', 'PASSWORD_COMMON'],
    ['a row of keys', 'qwertyuiop123', 'PASSWORD_COMMON'],
    ['digits in order', '123456789012', 'PASSWORD_COMMON'],
    ['one letter', 'aaaaaaaaaaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['one character in full width, which is composed first', '１２３４５６７８９０１２', 'PASSWORD_COMMON'],
    ['the own name', 'Nguyễn Thị Minh Nguyệt!', 'PASSWORD_HOLDS_NAME'],
    ['the own name without tone marks and blanks', 'x7#nguyenthiminhnguyet', 'PASSWORD_HOLDS_NAME'],
    ['a word of the own name', 'x7#kQ9!Nguyet-mZ2$', 'PASSWORD_HOLDS_NAME'],
    ['the own address', 'x7#NguyetNTM!mZ2', 'PASSWORD_HOLDS_NAME'],
  ])('may not be %s', (_what, password, fault) => {
    expect(passwordFault(password, owner)).toBe(fault);
  });

  it('is one password however a keyboard composes it', () => {
    expect(normalisePassword('cầu vồng'.normalize('NFD'))).toBe(normalisePassword('cầu vồng'));
  });

  it('that is refused is refused with what to do, and is not repeated', () => {
    const refused = (): void => requireGoodPassword('matkhau123456', owner, 'next');
    expect(refused).toThrow(Problem);
    try {
      refused();
    } catch (error) {
      const { code, status, errors } = error as Problem;
      expect([status, code, errors[0]?.code, errors[0]?.path]).toEqual([
        422,
        'PASSWORD_TOO_WEAK',
        'PASSWORD_COMMON',
        'next',
      ]);
      expect(JSON.stringify(error)).not.toContain('matkhau');
    }
  });
});
