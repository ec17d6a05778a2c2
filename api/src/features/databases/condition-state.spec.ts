import { describe, expect, it } from '@jest/globals';
import { conditionState } from './condition-state.js';

describe('conditionState', () => {
  it.each([
    [['yes'], 'yes'],
    [['yes', 'yes', 'yes'], 'yes'],
    [['no', 'no'], 'no'],
    [['yes', 'no', 'yes'], 'partly'],
    [['partly', 'yes'], 'partly'],
    [['partly', 'no_data'], 'partly'],
    [['yes', 'no', 'no_data'], 'partly'],
    [['no', 'no_data'], 'no'],
    [['yes', 'no_data'], 'no_data'],
    [['no_data', 'no_data'], 'no_data'],
    [[], 'no_data'],
  ] as const)('%j is %s', (aspects, state) => {
    expect(conditionState(aspects)).toBe(state);
  });
});
