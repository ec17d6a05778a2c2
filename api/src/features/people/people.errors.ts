import { Problem } from '../../platform/http/problem.js';
import type { FieldFault } from '../identity/person-fields.js';
import type { DelegationFault, GrantFault } from './grant-rules.js';

const FIELDS: Readonly<Record<FieldFault, readonly [path: string, title: string]>> = {
  NAME_INVALID: ['name', 'This is no name of a person'],
  NAME_LOOKS_ALIKE: ['name', 'The name may be taken for that of somebody else'],
  EMAIL_INVALID: ['email', 'This is no address of mail'],
  EMAIL_LOOKS_ALIKE: ['email', 'The address may be taken for another'],
};

/** A name or an address that is not taken, by its field. */
export function fieldRefused(code: FieldFault): Problem {
  const [path, title] = FIELDS[code];
  return new Problem(422, code, title, undefined, [{ code, path, message: title }]);
}

export function emailTaken(): Problem {
  const title = 'Somebody has this address already';
  return new Problem(409, 'EMAIL_TAKEN', title, undefined, [
    { code: 'EMAIL_TAKEN', path: 'email', message: title },
  ]);
}

const GRANTS: Readonly<Record<GrantFault, readonly [path: string, title: string]>> = {
  GRANT_PERIOD_INVALID: ['validFrom', 'A role begins today or later and does not end before it begins'],
  GRANT_UNIT_NEEDED: ['unitId', 'This role is held for a unit'],
  GRANT_UNIT_REFUSED: ['unitId', 'This role is not held for that unit'],
  GRANT_UNIT_NOT_VALID: ['unitId', 'The unit does not exist on the day the role begins'],
  MINISTRY_NOT_IN_CHARGE: ['unitId', 'This role is of the ministry in charge on the day it begins'],
};

/** A role that cannot be granted so; `at` is where the grant stands in the request. */
export function grantRefused(code: GrantFault, at = ''): Problem {
  const [path, title] = GRANTS[code];
  return new Problem(422, code, title, undefined, [{ code, path: `${at}${path}`, message: title }]);
}

const DELEGATIONS: Readonly<Record<DelegationFault, readonly [path: string, title: string]>> = {
  DELEGATION_OF_DELEGATED: ['grantId', 'What was delegated is not delegated on'],
  DELEGATION_ROLE_REFUSED: ['role', 'The holder of this role does not delegate that'],
  DELEGATION_PERIOD_INVALID: [
    'validFrom',
    'A delegation begins today or later and does not end before it begins',
  ],
  DELEGATION_TOO_LONG: ['validTo', 'A delegation lasts 90 days at most'],
  DELEGATION_OUTSIDE_GRANT: ['validTo', 'A delegation lies within the period of the own role'],
  DELEGATE_NOT_OF_UNIT: ['personId', 'Who stands in works for the same unit already'],
};

export function delegationRefused(code: DelegationFault): Problem {
  const [path, title] = DELEGATIONS[code];
  return new Problem(422, code, title, undefined, [{ code, path, message: title }]);
}

export function grantOverlaps(): Problem {
  return new Problem(409, 'GRANT_OVERLAPS', 'The person holds this role in that period already');
}

export function grantOver(): Problem {
  return new Problem(409, 'GRANT_OVER', 'The role was revoked or has ended');
}

/** Nobody grants anything to themselves over the network. */
export function ownRoleRefused(): Problem {
  return new Problem(403, 'OWN_ROLE_REFUSED', 'Nobody grants a role to themselves');
}

export function lastOperator(): Problem {
  return new Problem(409, 'LAST_OPERATOR', 'Without this person nobody could run the system any more');
}

export function personSuspended(): Problem {
  return new Problem(409, 'PERSON_SUSPENDED', 'The account is suspended');
}

export function notSuspended(): Problem {
  return new Problem(409, 'PERSON_NOT_SUSPENDED', 'The account is not suspended');
}

export function invitationUsed(): Problem {
  return new Problem(409, 'INVITATION_USED', 'The person has signed in already and needs no invitation');
}

/** An account for trying out is not changed: it is as the seeds have it. */
export function demoRefused(): Problem {
  return new Problem(409, 'DEMO_ACCOUNT', 'An account for trying out is not changed');
}
