import { SECOND_FACTOR_ROLES } from '../../platform/access/permission-table.js';
import type { SignInAnswer } from './sign-in.dto.js';

const NEEDING: ReadonlySet<string> = new Set(SECOND_FACTOR_ROLES);

/** What a person who proved the password has still to do. */
export function nextStep(enrolled: boolean, roles: readonly string[]): SignInAnswer['next'] {
  if (enrolled) return 'second-factor';
  return roles.some((role) => NEEDING.has(role)) ? 'enrol-second-factor' : 'done';
}
