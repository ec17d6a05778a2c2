import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

const NUL = '\u0000';

/**
 * Refuses a request that holds the character U+0000 in its address or its JSON body. PostgreSQL stores
 * every character but this one: it would fail at the first query instead of being told to the caller.
 */
export function refuseUnstorableText(server: FastifyInstance): void {
  server.addHook('preValidation', async (request) => {
    const { params, query, body } = request;
    const parts = Buffer.isBuffer(body) ? { params, query } : { params, query, body };
    const path = pathOfNul(parts);
    if (path === null) return;
    throw new Problem(400, 'REQUEST_INVALID', 'The request does not fit what the route takes', undefined, [
      { code: 'FIELD_INVALID', path, message: 'holds the character U+0000' },
    ]);
  });
}

/** Walks without recursion: a body may be nested as deep as it is long. */
function pathOfNul(root: unknown): string | null {
  const open: { value: unknown; path: string }[] = [{ value: root, path: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && value.includes(NUL)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      const own = path === '' ? key : `${path}.${key}`;
      if (key.includes(NUL)) return path;
      open.push({ value: inner, path: own });
    }
  }
  return null;
}
