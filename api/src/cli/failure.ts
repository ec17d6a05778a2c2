import { CommanderError } from 'commander';
import { LaunchError } from '../platform/database/launch-check.js';
import { Problem, problemBody } from '../platform/http/problem.js';
import { CallError } from './call-error.js';

export const DONE = 0;
export const DATA_IS_WRONG = 1;
export const CALL_IS_WRONG = 2;

/** A problem of the call names something that is not there or is badly formed; any other is of the data. */
const CALL_STATUSES = new Set([400, 404]);

/** How a command that failed ends. */
export interface Failure {
  readonly status: number;
  /** For machines; null when there is nothing to say, as after `--help`. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** For people; null when it has been said already. */
  readonly text: string | null;
}

/** @returns null for an error that nobody foresaw */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return { status: DONE, body: null, text: null };
    return { status: CALL_IS_WRONG, body: { code: 'CALL_INVALID', detail: error.message }, text: null };
  }
  if (error instanceof Problem) {
    const status = CALL_STATUSES.has(error.status) ? CALL_IS_WRONG : DATA_IS_WRONG;
    return { status, body: problemBody(error, 'cli'), text: problemText(error) };
  }
  if (error instanceof CallError || error instanceof LaunchError) {
    const { code, message } = error;
    return { status: CALL_IS_WRONG, body: { code, detail: message }, text: `${code}: ${message}` };
  }
  return null;
}

function problemText({ code, title, detail, errors }: Problem): string {
  const faults = errors.map((fault) => `  ${fault.path}  ${fault.code}  ${fault.message}`);
  return [`${code}: ${title}${detail === undefined ? '' : ` (${detail})`}`, ...faults].join('\n');
}
