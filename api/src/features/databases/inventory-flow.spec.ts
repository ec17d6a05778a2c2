import { describe, expect, it } from '@jest/globals';
import {
  allowedActions,
  INVENTORY_RULES,
  inventoryDue,
  nextInventoryDue,
  nextState,
  stateAfter,
  type InventoryAction,
  type InventoryState,
} from './inventory-flow.js';

const STATES: readonly InventoryState[] = [
  'none',
  'assessed',
  'sent',
  'returned',
  'verified',
  'remedied',
  'reported',
];
const ACTIONS: readonly InventoryAction[] = ['assess', 'send', 'return', 'verify', 'remedy', 'report'];

/** Every transition that the flow has; each other pair of state and action is refused. */
const TRANSITIONS: readonly (readonly [InventoryState, InventoryAction, InventoryState])[] = [
  ['none', 'assess', 'assessed'],
  ['assessed', 'assess', 'assessed'],
  ['returned', 'assess', 'assessed'],
  ['assessed', 'send', 'sent'],
  ['sent', 'return', 'returned'],
  ['reported', 'return', 'verified'],
  ['sent', 'verify', 'verified'],
  ['verified', 'remedy', 'remedied'],
  ['remedied', 'remedy', 'remedied'],
  ['remedied', 'report', 'reported'],
];

const pairs = STATES.flatMap((state) => ACTIONS.map((action) => [state, action] as const));
const expected = (state: InventoryState, action: InventoryAction) =>
  TRANSITIONS.find(([from, by]) => from === state && by === action)?.[2] ?? null;

describe('the inventory of a year', () => {
  it.each(TRANSITIONS)('from "%s" by "%s" becomes "%s"', (state, action, next) => {
    expect(nextState(state, action)).toBe(next);
  });

  it.each(pairs.filter(([state, action]) => expected(state, action) === null))(
    'from "%s" refuses "%s"',
    (state, action) => {
      expect(nextState(state, action)).toBeNull();
      expect(allowedActions(state)).not.toContain(action);
    },
  );

  it('has 42 pairs of state and action, ten of them allowed', () => {
    expect(pairs).toHaveLength(42);
    expect(pairs.filter(([state, action]) => nextState(state, action) !== null)).toHaveLength(10);
  });

  it('goes from the self-assessment to the report of what was remedied', () => {
    expect(stateAfter(['assess', 'send', 'verify', 'remedy', 'report'])).toBe('reported');
  });

  it('goes round again when it is returned', () => {
    expect(stateAfter(['assess', 'send', 'return', 'assess', 'send', 'verify'])).toBe('verified');
    expect(stateAfter(['assess', 'send', 'verify', 'remedy', 'report', 'return'])).toBe('verified');
  });

  it('that skips a step is no inventory', () => {
    expect(() => stateAfter(['assess', 'verify'])).toThrow('"assessed" holds the step "verify"');
  });

  it('lets the IT unit verify and return, and the owner do the rest', () => {
    const byUnit = ACTIONS.filter((action) => INVENTORY_RULES[action].role === 'it_unit');
    expect(byUnit).toEqual(['return', 'verify']);
    expect(allowedActions('sent')).toEqual(['verify', 'return']);
  });
});

describe('days of the inventory', () => {
  it('is in time by 30 December: "before 31 December"', () => {
    expect(inventoryDue('2026')).toBe('2026-12-30');
  });

  it.each([
    ['2026-11-22', '2027-11-22'],
    ['2024-02-29', '2025-02-28'],
    ['2023-02-28', '2024-02-28'],
    ['2025-12-31', '2026-12-31'],
  ])('an inventory of %s is due again on %s', (last, next) => {
    expect(nextInventoryDue(last)).toBe(next);
  });
});
