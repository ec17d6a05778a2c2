import { inject } from '@angular/core';
import { type ActivatedRouteSnapshot, type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { Session } from './session.js';

/**
 * Lets a page open only to whom its action is allowed; others come to the page that says whom to ask.
 * @param unitOf the unit that the address speaks of; without it, being allowed for any unit is enough
 */
export function requireAction(
  action: string,
  unitOf?: (route: ActivatedRouteSnapshot) => string | null,
): CanActivateFn {
  return (route, { url }) => {
    const unit = unitOf?.(route);
    if (inject(Session).may(action, unit)) return true;
    return refusedAt(inject(Router), { action, unit: unit ?? null, from: url });
  };
}

/** Lets a page open only to whoever is signed in. */
export const requireSignIn: CanActivateFn = (_route, { url }) => {
  if (inject(Session).signedIn()) return true;
  return refusedAt(inject(Router), { action: null, unit: null, from: url });
};

function refusedAt(
  router: Router,
  queryParams: Readonly<Record<'action' | 'unit' | 'from', string | null>>,
): RedirectCommand {
  return new RedirectCommand(router.createUrlTree(['/refused'], { queryParams }), { replaceUrl: true });
}
