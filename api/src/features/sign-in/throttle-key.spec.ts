import { describe, expect, it } from '@jest/globals';
import { addressGroup, throttleKey } from './throttle-key.js';

describe('what counts as one address', () => {
  it.each([
    [null, 'none'],
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['not an address', 'not an address'],
  ])('%j is %s', (address, group) => expect(addressGroup(address)).toBe(group));
});

it('a key of the throttle does not hold what it counts', () => {
  const key = throttleKey('nguyet@hoabinh.example');
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(throttleKey('nguyet@hoabinh.example')).toBe(key);
  expect(throttleKey('nguyet@hoabinh.example ')).not.toBe(key);
});
