import type { Output } from '../terminal.js';

const FIRST_AFTER_MS = 1_000;
const REDRAW_MS = 250;
const REMIND_MS = 10_000;
const ERASE_LINE = '\r\u001b[2K';

/** Shows how far something is that takes long; says nothing of what is over within a second. */
export interface Progress {
  show(done: number, of: number): void;
  /** Takes away what a terminal still shows. */
  end(): void;
}

/** On a terminal one line is redrawn; elsewhere a line is written now and then. */
export function progressOf(
  label: string,
  output: Output,
  now: () => number = () => performance.now(),
): Progress {
  const begun = now();
  const every = output.isTTY ? REDRAW_MS : REMIND_MS;
  let last = begun + FIRST_AFTER_MS - every;
  let drawn = false;
  return {
    show(done, of) {
      if (now() - last < every) return;
      last = now();
      drawn = output.isTTY;
      const text = `${label}: ${done} of ${of}, ${Math.floor((done / of) * 100)} %`;
      output.write(output.isTTY ? `${ERASE_LINE}${text}` : `${text}\n`);
    },
    end() {
      if (drawn) output.write(ERASE_LINE);
    },
  };
}
