import { describe, expect, it } from '@jest/globals';
import { emailKey, hashOfToken, isTokenOf, newToken } from './secret-token.js';

describe('a token', () => {
  it('is 256 bits that nobody had before, and is known by its hash alone', () => {
    const tokens = Array.from({ length: 100 }, newToken);
    expect(new Set(tokens).size).toBe(100);
    expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
    const [token = '', other = ''] = tokens;
    expect(isTokenOf(token, hashOfToken(token))).toBe(true);
    expect(isTokenOf(other, hashOfToken(token))).toBe(false);
    expect(isTokenOf(token, Buffer.from(token))).toBe(false);
  });
});

describe('emailKey', () => {
  it.each([
    ['AN@Example.GOV.vn ', 'an@example.gov.vn'],
    ['ａｎ@example.gov.vn', 'an@example.gov.vn'],
    ['Ha\u0300@example.vn', 'hà@example.vn'],
  ])('%s is compared as %s', (written, compared) => {
    expect(emailKey(written)).toBe(compared);
  });
});
