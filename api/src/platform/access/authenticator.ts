import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from './principal.js';

/** Finds out who calls, by what the request carries. */
export interface Authenticator {
  /**
   * The caller; `public` when nothing is carried.
   * @throws Problem 401 for a key that does not hold, 403 for a changing request that another site may have made
   */
  authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Principal>;
}

export const AUTHENTICATOR = Symbol('AUTHENTICATOR');
