import { describe, expect, it } from '@jest/globals';
import { publicBase, returnPath } from './return-path.js';

describe('a page to return to', () => {
  it.each(['/', '/units/hue?data=official#x', '/profile/keys'])('%s is one', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    'units/hue',
    '/.//evil.example',
    '/..//evil.example',
    '/api/v1/session',
    '/API/v1/oidc/start',
    '',
    `/${'a'.repeat(3_000)}`,
  ])('%j is none', (path) => {
    expect(returnPath(path)).toBeNull();
  });
});

it('the address of the product is the one set, or loopback as it is asked for', () => {
  expect(publicBase('https://dti.gov.vn/', 'evil.example')).toBe('https://dti.gov.vn');
  expect(publicBase(null, '127.0.0.1:3001')).toBe('http://127.0.0.1:3001');
  expect(publicBase(null, 'localhost.evil.example')).toBe('http://localhost');
});
