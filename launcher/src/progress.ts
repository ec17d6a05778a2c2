import { Interrupted } from './interrupted.ts';

/** Where progress is shown: a terminal's stream, or one that only collects text. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows what takes time. Steps may run beside each other. */
export interface Progress {
  /** Prints one line at once. */
  note(line: string): void;
  /** Runs the action and shows its label with the seconds it has taken. */
  step<T>(label: string, action: (say: (detail: string) => void) => Promise<T>): Promise<T>;
}

interface RunningStep {
  readonly label: string;
  readonly begun: number;
  detail: string;
  announced: boolean;
}

/** A step that is over sooner is shown by its last line only. */
const ANNOUNCE_AFTER_MS = 1_000;
const REDRAW_MS = 250;
const REMIND_EVERY_MS = 10_000;
const ERASE_LINE = '\r\u001b[2K';

export interface ProgressOptions {
  /** Keeps silent about steps that are over within a second. */
  readonly onlySlow?: boolean;
}

/** On a terminal one line is redrawn while steps run; elsewhere only whole lines are written. */
export function progressTo(stream: ProgressStream, options: ProgressOptions = {}): Progress {
  const running = new Set<RunningStep>();
  const live = stream.isTTY === true;
  let timer: NodeJS.Timeout | undefined;
  let reminded = 0;

  const print = (line: string): void => {
    stream.write(live ? `${ERASE_LINE}${line}\n` : `${line}\n`);
    if (live) draw();
  };
  const draw = (): void => {
    const labels = [...running].map((step) => `${describe(step)} ${wholeSeconds(step)} s`);
    if (labels.length > 0) stream.write(`${ERASE_LINE}  … ${labels.join(' · ')}`);
  };
  const remind = (): void => {
    const due = performance.now() - reminded >= REMIND_EVERY_MS;
    for (const step of running) {
      if (performance.now() - step.begun < ANNOUNCE_AFTER_MS || (step.announced && !due)) continue;
      stream.write(`  … ${describe(step)}${step.announced ? ` ${wholeSeconds(step)} s` : ''}\n`);
      step.announced = true;
      reminded = performance.now();
    }
  };

  return {
    note: print,
    async step(label, action) {
      const step: RunningStep = { label, begun: performance.now(), detail: '', announced: false };
      running.add(step);
      timer ??= setInterval(live ? draw : remind, REDRAW_MS).unref();
      let outcome = 'failed after';
      try {
        const result = await action((detail) => (step.detail = detail));
        outcome = 'done in';
        return result;
      } catch (error) {
        if (error instanceof Interrupted) outcome = 'stopped after';
        throw error;
      } finally {
        running.delete(step);
        if (running.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
        const took = performance.now() - step.begun;
        if (options.onlySlow !== true || took >= ANNOUNCE_AFTER_MS) {
          print(`  ${label}: ${outcome} ${(took / 1000).toFixed(1)} s`);
        }
      }
    },
  };
}

/** For tests and machines: shows nothing. */
export const silentProgress: Progress = {
  note: () => undefined,
  step: (_label, action) => action(() => undefined),
};

function describe(step: RunningStep): string {
  return step.detail === '' ? step.label : `${step.label} (${step.detail})`;
}

function wholeSeconds(step: RunningStep): number {
  return Math.floor((performance.now() - step.begun) / 1000);
}
