import type { CliOptions } from './session.js';

/** What a command gets: the way to the database, and how to say that the data is wrong. */
export interface CliContext extends CliOptions {
  /** Sets the exit status: 0 done, 1 the data is wrong. */
  readonly finish: (status: 0 | 1) => void;
}

/** Writes a result: JSON for machines, text for people. */
export function write(json: boolean | undefined, data: unknown, text: () => string): void {
  process.stdout.write(`${json === true ? JSON.stringify(data, null, 2) : text()}\n`);
}
