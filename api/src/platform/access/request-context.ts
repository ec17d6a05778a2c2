import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { PUBLIC, type Grant, type Principal } from './principal.js';

/** Who is being served, from where, and under which role. One object a request; the guard fills it in. */
export interface RequestContext {
  readonly requestId: string;
  /** Address of the peer; null where there is none. */
  readonly address: string | null;
  principal: Principal;
  /** The grant that allowed what is being done, once that is known. */
  acting: Grant | null;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** What holds where nobody is being served. Nothing, unless the process as such is trusted (command line). */
let outside: RequestContext = contextOf(PUBLIC);

export function contextOf(principal: Principal, address: string | null = null): RequestContext {
  return { requestId: randomUUID(), address, principal, acting: null };
}

/** The context of what runs now. */
export function currentContext(): RequestContext {
  return storage.getStore() ?? outside;
}

/** Runs something, and all that it starts, for somebody. */
export function runIn<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** Runs something as the product itself, whoever asked for it: only for what its caller may not see itself. */
export function asSystem<T>(name: string, work: () => T): T {
  const { requestId, address } = currentContext();
  return storage.run({ requestId, address, principal: { kind: 'system', name }, acting: null }, work);
}

/**
 * Trusts the process as such: the command line and the loading of seeds, whose caller has the database
 * anyway. A server never calls it.
 */
export function trustProcess(name: string): void {
  outside = contextOf({ kind: 'system', name });
}

/**
 * Who writes, as rows say it: the role and the unit it is held for, never a person; the trail knows the person.
 * `chief_assessor@bo-khoa-hoc-va-cong-nghe`, `operator`, `cli`.
 */
export function currentActor(): string {
  const { principal, acting } = currentContext();
  if (principal.kind === 'system') return principal.name;
  if (acting === null) return principal.kind;
  return acting.unitId === null ? acting.role : `${acting.role}@${acting.unitId}`;
}
