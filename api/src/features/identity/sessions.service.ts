import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isSecure, SETTINGS, type Settings } from '../../config/settings.js';
import type { Strength } from '../../platform/access/principal.js';
import { currentActor, currentContext } from '../../platform/access/request-context.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { agentOf, type Exchange } from './exchange.js';
import { hashOfToken, newToken } from './secret-token.js';
import { clearSessionCookies, setSessionCookies } from './session-cookies.js';
import type { SessionVia } from './session.entity.js';
import { SessionsRepository } from './sessions.repository.js';

/** A session ends when it was not used for so long … */
export const IDLE_SECONDS = 60 * 60;
/** … and in any case after so long. */
export const ABSOLUTE_SECONDS = 12 * 60 * 60;

export interface NewSignIn {
  readonly personId: string;
  readonly strength: Strength;
  readonly via: SessionVia;
}

/** Begins and ends sessions. What holds is in the database alone, so that every replica knows at once. */
@Injectable()
export class SessionsService {
  private readonly secure: boolean;

  constructor(
    private readonly repository: SessionsRepository,
    private readonly audit: AuditLog,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.secure = isSecure(settings);
  }

  /**
   * Begins a session with a token that nobody has seen before, and ends the one that the browser had: a token
   * planted or kept from before is worth nothing after.
   */
  async begin({ personId, strength, via }: NewSignIn, { request, reply }: Exchange): Promise<string> {
    const tokens = { token: newToken(), csrf: newToken() };
    const { principal, address } = currentContext();
    const id = await this.repository.transaction(async (manager) => {
      if (principal.kind === 'person') {
        await this.repository.end(principal.sessionId, { by: 'self', reason: 'replaced' }, manager);
      }
      const begun = await this.repository.add(
        {
          tokenHash: hashOfToken(tokens.token),
          csrfHash: hashOfToken(tokens.csrf),
          personId,
          strength,
          via,
          idleSeconds: IDLE_SECONDS,
          absoluteEnd: new Date(Date.now() + ABSOLUTE_SECONDS * 1000),
          address,
          agent: agentOf({ request }),
        },
        manager,
      );
      const after = { person: personId, strength, via };
      await this.audit.record({ action: 'session.begin', object: `session:${begun}`, after }, manager);
      return begun;
    });
    setSessionCookies(reply, tokens, this.secure, ABSOLUTE_SECONDS);
    return id;
  }

  /** Ends the caller's own session; nothing happens where there is none. */
  async endOwn({ reply }: Pick<Exchange, 'reply'>): Promise<void> {
    const { principal } = currentContext();
    if (principal.kind === 'person') await this.end(principal.sessionId, 'signed out');
    clearSessionCookies(reply, this.secure);
  }

  /** Ends a session. @returns whether there was one that had not ended */
  async end(id: string, reason: string): Promise<boolean> {
    return this.repository.transaction(async (manager) => {
      const ended = await this.repository.end(id, { by: endedBy(), reason }, manager);
      if (ended) {
        await this.audit.record(
          { action: 'session.end', object: `session:${id}`, after: { reason } },
          manager,
        );
      }
      return ended;
    });
  }

  /** Ends all sessions of a person within a transaction of the caller's, for instance of a new password. */
  async endAll(
    personId: string,
    but: string | null,
    reason: string,
    manager: EntityManager,
  ): Promise<readonly string[]> {
    return this.repository.endAll(personId, but, { by: endedBy(), reason }, manager);
  }
}

function endedBy(): string {
  const { principal, acting } = currentContext();
  return principal.kind === 'person' && acting === null ? 'self' : currentActor();
}
