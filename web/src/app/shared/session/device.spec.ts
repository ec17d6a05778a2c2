import { describe, expect, it } from '@jest/globals';
import { deviceOf } from './device.js';

describe('a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0',
      ['Microsoft Edge', 'Windows', false],
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Mobile Safari/537.36',
      ['Chrome', 'Android', true],
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1',
      ['Safari', 'iOS', true],
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0', ['Firefox', 'Linux', false]],
    ['curl/8.9', ['curl', null, false]],
    ['something else', [null, null, false]],
    [null, [null, null, false]],
  ])('%s', (agent, expected) => {
    const { browser, system, mobile } = deviceOf(agent);
    expect([browser, system, mobile]).toEqual(expected);
  });
});
