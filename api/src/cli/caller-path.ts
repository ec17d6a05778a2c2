import { resolve } from 'node:path';

/** A path as the caller means it: npm runs scripts in the checkout and says where it was called. */
export function callerPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
}
