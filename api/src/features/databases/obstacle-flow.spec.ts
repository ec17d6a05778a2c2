import { describe, expect, it } from '@jest/globals';
import {
  allowedObstacleActions,
  nextObstacleState,
  obstacleStateAfter,
  type ObstacleAction,
  type ObstacleState,
} from './obstacle-flow.js';

const STATES: readonly ObstacleState[] = ['open', 'in_hand', 'resolved'];
const ACTIONS: readonly ObstacleAction[] = ['handle', 'resolve', 'reopen'];

describe('an obstacle to sharing', () => {
  it.each([
    ['open', 'handle', 'in_hand'],
    ['open', 'resolve', 'resolved'],
    ['open', 'reopen', null],
    ['in_hand', 'handle', 'in_hand'],
    ['in_hand', 'resolve', 'resolved'],
    ['in_hand', 'reopen', null],
    ['resolved', 'handle', null],
    ['resolved', 'resolve', null],
    ['resolved', 'reopen', 'open'],
  ] as const)('that is %s, by %s: %s', (state, action, next) => {
    expect(nextObstacleState(state, action)).toBe(next);
    expect(allowedObstacleActions(state).includes(action)).toBe(next !== null);
  });

  it('has no other pairs', () => {
    expect(STATES.length * ACTIONS.length).toBe(9);
  });

  it('is open until something is done, and open again when it comes back', () => {
    expect(obstacleStateAfter([])).toBe('open');
    expect(obstacleStateAfter(['handle', 'resolve', 'reopen'])).toBe('open');
    expect(() => obstacleStateAfter(['resolve', 'resolve'])).toThrow('"resolved" holds the step "resolve"');
  });
});
