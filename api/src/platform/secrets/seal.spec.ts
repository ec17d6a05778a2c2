import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { seal, unseal } from './seal.js';

const key = randomBytes(32);
const secret = Buffer.from('the secret of a second factor');

describe('a sealed secret', () => {
  it('opens with its key in its place', () => {
    expect(unseal(key, 'person:1', seal(key, 'person:1', secret))).toEqual(secret);
  });

  it('opens with no other key and in no other place', () => {
    const sealed = seal(key, 'person:1', secret);
    expect(unseal(randomBytes(32), 'person:1', sealed)).toBeNull();
    expect(unseal(key, 'person:2', sealed)).toBeNull();
  });

  it('does not open when one bit of it was altered, wherever that is', () => {
    const sealed = seal(key, 'person:1', secret);
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(unseal(key, 'person:1', altered)).toBeNull();
    }
    expect(unseal(key, 'person:1', sealed.subarray(0, 20))).toBeNull();
  });

  it('is another each time and does not hold the text', () => {
    const [one, two] = [seal(key, 'person:1', secret), seal(key, 'person:1', secret)];
    expect(one.equals(two)).toBe(false);
    expect(one.includes(secret)).toBe(false);
  });

  it('wants a key of 32 bytes', () => {
    expect(() => seal(randomBytes(16), 'person:1', secret)).toThrow('Invalid key length');
  });
});
