import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';
import { answerProblem } from './problem.filter.js';

/** Built files carry a hash in their name; these may be kept for ever. */
const HASHED = /-[A-Z0-9]{8}\.(js|css|woff2?|svg|png|json)$/;

/**
 * Serves the built web application, and its page for every other address outside `/api`, since the
 * application has routes of its own.
 */
export async function serveWebFiles(server: FastifyInstance, webRoot: string): Promise<void> {
  const page = existsSync(join(webRoot, 'index.html'));
  if (page) {
    await server.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      index: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        void reply.header(
          'cache-control',
          HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        );
      },
    });
  }
  server.get('/*', (request, reply) => {
    const [path = '/'] = request.url.split('?', 1);
    if (page && !path.startsWith('/api/') && path !== '/api') return reply.sendFile('index.html');
    answerProblem(
      reply,
      new Problem(404, 'ROUTE_NOT_FOUND', 'There is nothing at this address'),
      request.url,
    );
    return reply;
  });
}
