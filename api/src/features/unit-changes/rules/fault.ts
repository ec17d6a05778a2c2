/** Why a change is refused, or what to look at before it is made. `path` is the field of the request. */
export interface Fault {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

export function fault(code: string, path: string, message: string): Fault {
  return { code, path, message };
}
