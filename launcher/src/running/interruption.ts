import { Interrupted } from '../interrupted.ts';

/** Ctrl-C, a polite kill, a closed terminal, or the end of the npm that runs us. */
export interface Interruption {
  /** Aborted by the first of them. */
  readonly signal: AbortSignal;
  /** Interrupts from inside, for instance when the parent is gone. */
  interrupt(reason: string): void;
  /** Called when it is asked for again: whoever waits has lost patience. */
  onInsistence(action: () => void): void;
  /** Gives the signals back. */
  release(): void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npm passes on the signal that the terminal has sent us already: one press arrives twice. */
const SAME_PRESS_MS = 700;

/** Takes over the signals of this process. */
export function watchInterruption(): Interruption {
  const controller = new AbortController();
  let first = 0;
  let insist: (() => void) | undefined;
  const interrupt = (reason: string): void => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort(new Interrupted(reason));
    } else if (performance.now() - first > SAME_PRESS_MS) insist?.();
  };
  const onSignal = (signal: NodeJS.Signals): void => interrupt(signal);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    interrupt,
    onInsistence: (action) => (insist = action),
    release: () => {
      for (const signal of SIGNALS) process.removeListener(signal, onSignal);
    },
  };
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
