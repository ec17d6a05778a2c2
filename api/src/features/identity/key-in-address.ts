import type { FastifyInstance } from 'fastify';
import { answerProblem } from '../../platform/http/problem.filter.js';
import { Problem } from '../../platform/http/problem.js';
import { holdsKey } from './key-token.js';

/** Refuses a request whose address holds an API key, before anything reads or repeats it. */
export function refuseKeysInAddresses(server: Pick<FastifyInstance, 'addHook'>): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!holdsKey(request.url)) return;
    const problem = new Problem(
      400,
      'KEY_IN_ADDRESS',
      'An API key does not belong in an address',
      'Addresses stand in logs and histories. Revoke the key, make a new one, and send it in the header "Authorization: Bearer …".',
    );
    answerProblem(reply, problem, '/api/v1');
    return reply;
  });
}
