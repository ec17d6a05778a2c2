/** The command was called wrongly: a file that cannot be read, a value that makes no sense. */
export class CallError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CallError';
  }
}
