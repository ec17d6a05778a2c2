import type { HttpInterceptorFn } from '@angular/common/http';
import { inject, Injector } from '@angular/core';
import { tap } from 'rxjs';
import { failureOf } from '../problem/problem.js';
import { Session } from './session.js';

/**
 * Watches answers for what they say of the session: one that has ended is said to have, roles that wait for
 * the second factor are shown to. The answer goes on to whoever asked.
 */
export const watchSession: HttpInterceptorFn = (request, next) => {
  const injector = inject(Injector);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        const { status, code } = failureOf(error);
        // Looked up now and not before: the session itself asks by way of this.
        if (status === 401 && SESSION_ENDED.has(code)) void lost(injector.get(Session));
        else if (code === 'SECOND_FACTOR_NEEDED') void injector.get(Session).load();
      },
    }),
  );
};

/** A file that is asked for as a blob has no readable problem in its answer. */
const SESSION_ENDED: ReadonlySet<string> = new Set(['SIGN_IN_NEEDED', 'HTTP_401']);

async function lost(session: Session): Promise<void> {
  if (session.signedIn()) await session.check();
}
