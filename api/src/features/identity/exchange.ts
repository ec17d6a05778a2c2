import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLocalRequest } from '../../platform/access/local-request.js';

/** Both sides of the exchange in which somebody signs in or out; services pass it on and look into it here. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const LONGEST_AGENT = 300;

/** What the browser calls itself. */
export function agentOf({ request }: Pick<Exchange, 'request'>): string | null {
  return request.headers['user-agent']?.slice(0, LONGEST_AGENT) ?? null;
}

/** Whether it is made on this machine, by a page of this server or a tool. */
export function isLocal({ request }: Pick<Exchange, 'request'>): boolean {
  return isLocalRequest({ remoteAddress: request.socket.remoteAddress, headers: request.headers });
}
