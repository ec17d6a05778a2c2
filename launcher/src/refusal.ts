/**
 * A reason not to go on that the person at the terminal can act on. Its message is one
 * line that says what is wrong and what to do next; it is printed without a stack trace.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** True for an error of the operating system that carries one of the codes, such as `EACCES`. */
export function hasErrorCode(error: unknown, ...codes: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
}

/** The error as one line: messages of tools may run over several. */
export function oneLine(error: unknown): string {
  const hasMessage = typeof error === 'object' && error !== null && 'message' in error;
  const text = String(hasMessage ? error.message : error);
  return text.replace(/\s*\r?\n\s*/g, ' ').trim();
}
