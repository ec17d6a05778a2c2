import type { PersonPrincipal } from '../../platform/access/principal.js';
import { currentContext } from '../../platform/access/request-context.js';
import { Problem } from '../../platform/http/problem.js';
import { notForDemo } from './sign-in.errors.js';

/** The person who is signed in. @throws Problem SIGN_IN_NEEDED for anybody else, a machine among them */
export function signedInPerson(): PersonPrincipal {
  const { principal } = currentContext();
  if (principal.kind === 'person') return principal;
  throw new Problem(401, 'SIGN_IN_NEEDED', 'This needs a sign-in');
}

/** The same, for what would change the account. @throws Problem SIGN_IN_NEEDED, NOT_FOR_DEMO */
export function ownPerson(): PersonPrincipal {
  const person = signedInPerson();
  if (person.strength === 'demo') throw notForDemo();
  return person;
}
