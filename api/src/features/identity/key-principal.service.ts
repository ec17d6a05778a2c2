import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { isLocalRequest, type RequestOrigin } from '../../platform/access/local-request.js';
import { isAction } from '../../platform/access/permission-table.js';
import type { KeyPrincipal } from '../../platform/access/principal.js';
import { currentContext } from '../../platform/access/request-context.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { Problem } from '../../platform/http/problem.js';
import { addressGroup } from '../sign-in/throttle-key.js';
import { grantOf } from './grants.js';
import { isKeyShaped } from './key-token.js';
import { PrincipalRepository, type KeyRow } from './principal.repository.js';
import { hashOfToken } from './secret-token.js';

/** So many keys that do not hold from one address lock it out for so many seconds; each replica counts for itself. */
export const KEY_FAILURES = 100;
export const KEY_LOCK_SECONDS = 900;

/** Who an API key stands for. */
@Injectable()
export class KeyPrincipalService {
  private readonly failures = new RateLimiterMemory({
    points: KEY_FAILURES,
    duration: KEY_LOCK_SECONDS,
    blockDuration: KEY_LOCK_SECONDS,
  });

  constructor(
    private readonly principals: PrincipalRepository,
    private readonly audit: AuditLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * The machine that shows a key. Whatever is wrong with it, the answer is the same.
   * @throws Problem KEY_NOT_VALID, KEY_THROTTLED
   */
  async principalOf(key: string, origin: RequestOrigin): Promise<KeyPrincipal> {
    const address = addressGroup(currentContext().address);
    await this.refuseThrottled(address);
    const row = isKeyShaped(key) ? await this.principals.key(hashOfToken(key)) : null;
    const grants = (row?.grants ?? []).filter(({ id }) => id === row?.grantId);
    if (row === null || grants.length === 0 || !this.mayBeUsedFrom(row, origin)) {
      throw await this.refused(key, address);
    }
    if (row.stale) await this.principals.touchKey(row.keyId, currentContext().address);
    return {
      kind: 'key',
      personId: row.personId,
      keyId: row.keyId,
      actions: row.actions.filter(isAction),
      // The second factor was asked when the key was made.
      grants: grants.map((grant) => grantOf(grant, 'two-factor')),
    };
  }

  /** An account for trying out is open to anybody at this machine, and so are its keys, there and nowhere else. */
  private mayBeUsedFrom({ demo }: KeyRow, origin: RequestOrigin): boolean {
    return !demo || (this.settings.embeddedDatabase && isLocalRequest(origin));
  }

  private async refuseThrottled(address: string): Promise<void> {
    const state = await this.failures.get(address);
    if (state !== null && state.consumedPoints > KEY_FAILURES) throw throttled(state.msBeforeNext);
  }

  private async refused(key: string, address: string): Promise<Problem> {
    const known = isKeyShaped(key) ? await this.principals.keyNamed(hashOfToken(key)) : null;
    await this.audit.record({
      action: 'key.refuse',
      object: known === null ? 'key' : `key:${known}`,
      outcome: 'refused',
    });
    try {
      await this.failures.consume(address);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return throttled(error.msBeforeNext);
    }
    return new Problem(
      401,
      'KEY_NOT_VALID',
      'The API key does not hold',
      'It is unknown, revoked or expired.',
    );
  }
}

function throttled(milliseconds: number): Problem {
  const seconds = Math.ceil(milliseconds / 1000);
  return new Problem(429, 'KEY_THROTTLED', 'Too many keys that do not hold', undefined, [], {
    retryAfter: seconds,
  });
}
