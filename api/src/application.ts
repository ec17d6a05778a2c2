import 'reflect-metadata';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyEtag from '@fastify/etag';
import fastifyHelmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppModule } from './app.module.js';
import type { Settings } from './config/settings.js';
import { refuseKeysInAddresses } from './features/identity/key-in-address.js';
import { PUBLIC } from './platform/access/principal.js';
import { contextOf, runIn } from './platform/access/request-context.js';
import { answerProblem, toProblem } from './platform/http/problem.filter.js';
import { refuseUnstorableText } from './platform/http/storable-text.js';
import { serveWebFiles } from './platform/http/web-files.js';

/** A table of figures is small; this is far above any, and bounds what a request can take of memory. */
const LARGEST_BODY = 32 * 1024 * 1024;
const FILE_TYPES = ['text/csv', 'text/plain', 'application/octet-stream', 'application/vnd.ms-excel'];

/** The application with all that HTTP needs, not listening yet. */
export async function createApplication(settings: Settings): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.for(settings),
    new FastifyAdapter({
      bodyLimit: LARGEST_BODY,
      forceCloseConnections: true,
      trustProxy: (settings.trustedProxies?.length ?? 0) > 0 ? [...(settings.trustedProxies ?? [])] : false,
      frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
        answerProblem(reply, toProblem(error), request.url),
    }),
    { logger: ['error', 'warn'], abortOnError: false },
  );
  app.setGlobalPrefix('api/v1');
  for (const type of FILE_TYPES) {
    app.useBodyParser(type, { bodyLimit: LARGEST_BODY }, (_request, body, done) => done(null, body));
  }
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Angular Material and ECharts set styles on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // The product is served over plain HTTP on loopback; a proxy in front of it adds TLS.
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false,
  });
  await app.register(fastifyCookie);
  // The tag is of the answer as such; compressing comes after it, and what is a stream has no tag.
  await app.register(fastifyEtag);
  await app.register(fastifyCompress, { threshold: 1024 });
  const server = app.getHttpAdapter().getInstance();
  aroundRequests(server);
  if (settings.webRoot !== null) await serveWebFiles(server, settings.webRoot);
  return app;
}

/** What holds for every request, before and after it is served. */
function aroundRequests(server: FastifyInstance): void {
  refuseUnstorableText(server);
  refuseKeysInAddresses(server);
  // After the body is read, whose events would lose the context; the guard then says who is being served.
  server.addHook('preHandler', (request, reply, done) => {
    const context = contextOf(PUBLIC, request.ip);
    void reply.header('x-request-id', context.requestId);
    runIn(context, done);
  });
  server.addHook('onSend', async (request, reply) => {
    // Reads are checked again each time and answered 304 by their ETag: a figure is never stale.
    if (request.method === 'GET' && reply.getHeader('cache-control') === undefined) {
      void reply.header('cache-control', 'no-cache');
    }
  });
}
