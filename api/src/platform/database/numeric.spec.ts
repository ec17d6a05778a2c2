import { describe, expect, it } from '@jest/globals';
import { numeric } from './numeric.js';

describe('numeric', () => {
  it.each([
    ['0.40965', 0.40965],
    ['0.7100', 0.71],
    ['0', 0],
    [null, null],
  ])('gives %j of the table back as %j', (stored, value) => expect(numeric.from(stored)).toBe(value));
});
