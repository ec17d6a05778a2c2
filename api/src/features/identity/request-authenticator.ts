import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isSecure, SETTINGS, type Settings } from '../../config/settings.js';
import type { Authenticator } from '../../platform/access/authenticator.js';
import { PUBLIC, type Principal } from '../../platform/access/principal.js';
import { Problem } from '../../platform/http/problem.js';
import { grantOf } from './grants.js';
import { KeyPrincipalService } from './key-principal.service.js';
import { PrincipalRepository } from './principal.repository.js';
import { hashOfToken, isTokenOf } from './secret-token.js';
import { clearSessionCookies, sessionTokenOf, XSRF_HEADER } from './session-cookies.js';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds the caller by an API key or by the cookie of a session. */
@Injectable()
export class RequestAuthenticator implements Authenticator {
  private readonly secure: boolean;

  constructor(
    private readonly principals: PrincipalRepository,
    private readonly keys: KeyPrincipalService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.secure = isSecure(settings);
  }

  async authenticate(request: FastifyRequest, reply: FastifyReply): Promise<Principal> {
    const key = keyOf(request);
    if (key !== null) {
      const { socket, headers } = request;
      return this.keys.principalOf(key, { remoteAddress: socket.remoteAddress, headers });
    }
    this.refuseOtherSites(request);
    const token = sessionTokenOf(request, this.secure);
    return token === null ? PUBLIC : this.bySession(token, request, reply);
  }

  private async bySession(token: string, request: FastifyRequest, reply: FastifyReply): Promise<Principal> {
    const row = await this.principals.session(hashOfToken(token));
    // A demo account that came with a copied database is worth nothing outside the embedded one.
    if (row === null || (row.demo && !this.settings.embeddedDatabase)) {
      clearSessionCookies(reply, this.secure);
      return PUBLIC;
    }
    const header = request.headers[XSRF_HEADER];
    const proven = typeof header === 'string' && isTokenOf(header, row.csrfHash);
    if (!HARMLESS.has(request.method) && !proven) throw csrfRefused();
    if (row.stale) await this.principals.touch(row.sessionId);
    const codeDue = row.enrolled && row.strength === 'one-factor';
    return {
      kind: 'person',
      personId: row.personId,
      sessionId: row.sessionId,
      strength: row.strength,
      codeDue,
      grants: row.grants.map((grant) => grantOf(grant, row.strength, codeDue)),
    };
  }

  /** A page of another site cannot make a browser change anything here, nor sign it in. */
  private refuseOtherSites(request: FastifyRequest): void {
    if (HARMLESS.has(request.method)) return;
    const { origin } = request.headers;
    if (request.headers['sec-fetch-site'] === 'cross-site') throw csrfRefused();
    if (origin === undefined) return;
    const own = [
      this.settings.publicUrl,
      `http://${request.headers.host}`,
      `https://${request.headers.host}`,
    ];
    const known = own.some((address) => address != null && originOf(address) === origin);
    if (!known) throw csrfRefused();
  }
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}

/** The key of `Authorization: Bearer …`; whatever stands there is taken for one, so that none is passed over. */
function keyOf(request: FastifyRequest): string | null {
  return /^Bearer(.*)$/is.exec(request.headers.authorization ?? '')?.[1]?.trim() ?? null;
}

function csrfRefused(): Problem {
  return new Problem(
    403,
    'CSRF_REFUSED',
    'The request does not come from a page of this server',
    'A changing request needs the header X-XSRF-TOKEN with the value of the cookie XSRF-TOKEN.',
  );
}
