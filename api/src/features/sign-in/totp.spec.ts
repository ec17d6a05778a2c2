import { describe, expect, it } from '@jest/globals';
import { enrolmentCard, newTotpSecret, stepOfCode } from './totp.js';

/** RFC 6238, appendix B: the secret of the SHA-1 rows, whose codes are shown in eight digits. */
const secret = Buffer.from('12345678901234567890', 'ascii');
const SECOND = 1_000;

describe('a code of the second factor', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_111_111_111, '050471', 37_037_037],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
  ])('is that of RFC 6238 at second %d', (second, code, step) => {
    expect(stepOfCode(secret, code, null, second * SECOND)).toBe(step);
  });

  it('holds one step early and one step late, and no longer', () => {
    const at = 1_111_111_111 * SECOND;
    const inSteps = (steps: number) => stepOfCode(secret, '050471', null, at + steps * 30 * SECOND);
    expect([-2, -1, 0, 1, 2].map(inSteps)).toEqual([null, 37_037_037, 37_037_037, 37_037_037, null]);
  });

  it('holds once: not again, and not after a later one', () => {
    const at = 59 * SECOND;
    expect(stepOfCode(secret, '287082', 0, at)).toBe(1);
    expect(stepOfCode(secret, '287082', 1, at)).toBeNull();
    expect(stepOfCode(secret, '287082', 2, at)).toBeNull();
  });

  it.each(['', '28708', '2870822', '28708a', ' 287082', '-87082', '２８７０８２'])('is not %j', (code) => {
    expect(stepOfCode(secret, code, null, 59 * SECOND)).toBeNull();
  });
});

describe('the card of a second factor', () => {
  it('says the same as picture, as address and as letters', () => {
    const { secret: letters, uri, qrSvg } = enrolmentCard(secret, 'nguyet@hoabinh.example');
    expect(letters).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
    const said = new URL(uri);
    expect([said.protocol, said.host]).toEqual(['otpauth:', 'totp']);
    expect(decodeURIComponent(said.pathname)).toBe('/DTI Data Monitor:nguyet@hoabinh.example');
    expect(Object.fromEntries(said.searchParams)).toEqual({
      issuer: 'DTI Data Monitor',
      secret: letters.replaceAll(' ', ''),
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
    expect(qrSvg).toMatch(/^<svg [^]*<\/svg>$/);
  });

  it('is of a secret that nobody else has', () => {
    const made = Array.from({ length: 5 }, () => newTotpSecret());
    expect(new Set(made.map((one) => one.toString('hex'))).size).toBe(5);
    expect(made.map(({ length }) => length)).toEqual([20, 20, 20, 20, 20]);
  });
});
