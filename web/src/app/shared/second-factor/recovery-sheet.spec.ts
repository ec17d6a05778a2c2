import { expect, it } from '@jest/globals';
import { recoverySheet } from './recovery-sheet.js';

it('recovery codes are numbered on their sheet', () => {
  expect(recoverySheet('Codes', ['AAA', 'BBB'])).toBe('Codes\n\n 1. AAA\n 2. BBB\n');
});
