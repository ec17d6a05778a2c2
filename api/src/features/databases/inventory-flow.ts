/** What can be done to the inventory of a database for a year, and by whom (guidance of 2024, III.6–8). */
export type InventoryAction = 'assess' | 'send' | 'return' | 'verify' | 'remedy' | 'report';

/** How far it has come. */
export type InventoryState =
  | 'none'
  | 'assessed'
  | 'sent'
  /** Sent back to the owner, who assesses again. */
  | 'returned'
  /** Verified, and the owner told of the result. */
  | 'verified'
  | 'remedied'
  /** The owner has reported what was done: the end. */
  | 'reported';

export type InventoryNeed = 'reference' | 'note' | 'reason' | 'findings';

interface ActionRule {
  readonly role: 'owner' | 'it_unit';
  /** Where it may be done, and where it leads from there. */
  readonly leads: Partial<Record<InventoryState, InventoryState>>;
  /** What must be said with it. */
  readonly needs: readonly InventoryNeed[];
}

/**
 * The flow: the owner assesses and sends, the IT unit verifies and gives notice, the owner remedies and
 * reports. The IT unit may return what it was sent, with a reason: a report goes back to be assessed again,
 * a result to be remedied again.
 */
export const INVENTORY_RULES: Readonly<Record<InventoryAction, ActionRule>> = {
  assess: {
    role: 'owner',
    leads: { none: 'assessed', assessed: 'assessed', returned: 'assessed' },
    needs: ['findings'],
  },
  send: { role: 'owner', leads: { assessed: 'sent' }, needs: ['reference'] },
  verify: { role: 'it_unit', leads: { sent: 'verified' }, needs: ['reference', 'findings'] },
  remedy: { role: 'owner', leads: { verified: 'remedied', remedied: 'remedied' }, needs: ['note'] },
  report: { role: 'owner', leads: { remedied: 'reported' }, needs: ['reference'] },
  return: { role: 'it_unit', leads: { sent: 'returned', reported: 'verified' }, needs: ['reason'] },
};

const ACTIONS = Object.keys(INVENTORY_RULES) as InventoryAction[];

/** Where an action leads, or null where it is not allowed. */
export function nextState(state: InventoryState, action: InventoryAction): InventoryState | null {
  return INVENTORY_RULES[action].leads[state] ?? null;
}

/** What may be done next, in the order of the flow; going back comes last. */
export function allowedActions(state: InventoryState): readonly InventoryAction[] {
  return ACTIONS.filter((action) => nextState(state, action) !== null);
}

/**
 * The state that steps lead to, from nothing.
 * @throws Error when the stored steps do not fit the flow, which the writing of steps prevents
 */
export function stateAfter(actions: readonly InventoryAction[]): InventoryState {
  return actions.reduce<InventoryState>((state, action) => {
    const next = nextState(state, action);
    if (next === null) throw new Error(`an inventory that is "${state}" holds the step "${action}"`);
    return next;
  }, 'none');
}

/** The last day on which the report of a year is in time: before 31 December is by the 30th. */
export function inventoryDue(period: string): string {
  return `${period}-12-30`;
}

/** Twelve months after the last one: when a database is due to be inventoried again. */
export function nextInventoryDue(lastDoneOn: string): string {
  const [year = 0, month = 1, day = 1] = lastDoneOn.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year + 1, month, 0)).getUTCDate();
  const text = (number: number, width: number) => String(number).padStart(width, '0');
  return `${text(year + 1, 4)}-${text(month, 2)}-${text(Math.min(day, lastOfMonth), 2)}`;
}
