import type { FastifyReply, FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';

/** The readable cookie that a page of ours repeats in a header, which another site cannot read. */
export const XSRF_COOKIE = 'XSRF-TOKEN';
export const XSRF_HEADER = 'x-xsrf-token';

/** Browsers take a `__Host-` cookie only by TLS and from this very host. */
function nameOf(secure: boolean): string {
  return secure ? '__Host-dti-session' : 'dti-session';
}

/** The token of the session that a request carries. */
export function sessionTokenOf(request: FastifyRequest, secure: boolean): string | null {
  return request.cookies[nameOf(secure)] ?? null;
}

export interface SessionTokens {
  readonly token: string;
  readonly csrf: string;
}

/** Gives the browser its session: unreadable for scripts, and not sent along from other sites. */
export function setSessionCookies(
  reply: FastifyReply,
  { token, csrf }: SessionTokens,
  secure: boolean,
  maxAge: number,
): void {
  const shared = { path: '/', secure, maxAge } as const;
  void reply.setCookie(nameOf(secure), token, { ...shared, httpOnly: true, sameSite: 'lax' });
  void reply.setCookie(XSRF_COOKIE, csrf, { ...shared, httpOnly: false, sameSite: 'strict' });
}

export function clearSessionCookies(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(nameOf(secure), { path: '/', secure });
  void reply.clearCookie(XSRF_COOKIE, { path: '/', secure });
}
