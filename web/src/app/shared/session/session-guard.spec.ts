import '@angular/compiler';
import { Injector, runInInjectionContext } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { type ActivatedRouteSnapshot, type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { aSession } from '../../../testing/sessions.js';
import { requireAction, requireSignIn } from './session-guard.js';
import { mayIn, PUBLIC_SESSION } from './session-model.js';
import { Session } from './session.js';

const held = aSession({ permissions: [{ action: 'unit-people.read', all: false, units: ['ha-noi'] }] });

/** True, or the query of the page that it leads to instead. */
function decided(guard: CanActivateFn, session = held, unit = 'hue'): unknown {
  const asked = { createUrlTree: (path: string[], extras: object) => ({ path, ...extras }) };
  const may = (action: string, of?: string | null) => mayIn(session, action, of);
  const injector = Injector.create({
    providers: [
      { provide: Session, useValue: { may, signedIn: () => session.signedIn } },
      { provide: Router, useValue: asked },
    ],
  });
  const route = { paramMap: new Map([['unit', unit]]) } as unknown as ActivatedRouteSnapshot;
  const answer = runInInjectionContext(injector, () => guard(route, { url: '/x?y=1' } as never));
  return answer instanceof RedirectCommand ? answer.redirectTo : answer;
}

const unitOf = (route: ActivatedRouteSnapshot) => route.paramMap.get('unit');

describe('a guarded page', () => {
  it('opens to whom its action is allowed', () => {
    expect(decided(requireAction('unit-people.read'))).toBe(true);
    expect(decided(requireAction('unit-people.read', unitOf), held, 'ha-noi')).toBe(true);
    expect(decided(requireSignIn)).toBe(true);
  });

  it('leads others to whom they can ask, with what was refused and the way back', () => {
    expect(decided(requireAction('unit-people.read', unitOf))).toEqual({
      path: ['/refused'],
      queryParams: { action: 'unit-people.read', unit: 'hue', from: '/x?y=1' },
    });
    expect(decided(requireAction('setting.decide'))).toMatchObject({
      queryParams: { action: 'setting.decide', unit: null },
    });
    expect(decided(requireSignIn, PUBLIC_SESSION)).toMatchObject({ queryParams: { action: null } });
  });
});
