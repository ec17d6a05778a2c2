import { describe, expect, it } from '@jest/globals';
import { canonicalJson, sha256 } from './digest.js';

describe('canonicalJson', () => {
  it('writes equal data as one text, whatever the order of keys', () => {
    expect(canonicalJson({ b: { d: 1, c: [2, { f: 3, e: 4 }] }, a: null })).toBe(
      '{"a":null,"b":{"c":[2,{"e":4,"f":3}],"d":1}}',
    );
  });

  it('keeps the order of lists, which means something', () => {
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });
});

describe('sha256', () => {
  it('is that of the UTF-8 bytes', () => {
    // FIPS 180-2, appendix B.1
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('Huế')).toBe(sha256(Buffer.from('Huế', 'utf8')));
  });
});
