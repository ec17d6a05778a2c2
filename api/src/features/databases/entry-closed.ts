import { Problem } from '../../platform/http/problem.js';

export function databaseClosed(): Problem {
  return new Problem(409, 'DATABASE_CLOSED', 'The entry is closed and takes no more changes');
}
