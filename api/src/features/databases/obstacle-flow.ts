export type ObstacleAction = 'handle' | 'resolve' | 'reopen';
export type ObstacleState = 'open' | 'in_hand' | 'resolved';

const LEADS: Readonly<Record<ObstacleAction, Partial<Record<ObstacleState, ObstacleState>>>> = {
  handle: { open: 'in_hand', in_hand: 'in_hand' },
  resolve: { open: 'resolved', in_hand: 'resolved' },
  reopen: { resolved: 'open' },
};

/** Where an action leads, or null where it is not allowed. */
export function nextObstacleState(state: ObstacleState, action: ObstacleAction): ObstacleState | null {
  return LEADS[action][state] ?? null;
}

export function allowedObstacleActions(state: ObstacleState): readonly ObstacleAction[] {
  return (Object.keys(LEADS) as ObstacleAction[]).filter(
    (action) => nextObstacleState(state, action) !== null,
  );
}

/** The state of an obstacle to sharing after its steps. @throws Error when they do not fit the flow */
export function obstacleStateAfter(actions: readonly ObstacleAction[]): ObstacleState {
  return actions.reduce<ObstacleState>((state, action) => {
    const next = nextObstacleState(state, action);
    if (next === null) throw new Error(`an obstacle that is "${state}" holds the step "${action}"`);
    return next;
  }, 'open');
}
