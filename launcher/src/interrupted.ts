/** Thrown by work that was stopped from outside and did not fail. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}
