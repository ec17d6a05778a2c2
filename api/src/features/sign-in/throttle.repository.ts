import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { LIMITS, type LimitName } from './sign-in-rules.js';

/** What came of counting one attempt. */
export interface Counted {
  /** Seconds until the next attempt is looked at; null when this one is. */
  readonly lockedFor: number | null;
  /** This attempt is the one that locked. */
  readonly locks: boolean;
}

/**
 * Attempts, counted in one statement before they are looked at: of a thousand that come at once no more than
 * allowed get through, on however many replicas.
 */
@Injectable()
export class ThrottleRepository {
  private readonly limiters: Readonly<Record<LimitName, RateLimiterPostgres>>;

  constructor(dataSource: DataSource) {
    const limiter = (name: LimitName): RateLimiterPostgres =>
      new RateLimiterPostgres({
        storeClient: dataSource,
        storeType: 'typeorm',
        tableName: 'sign_in_throttle',
        // A migration makes it: the application's role makes no tables.
        tableCreated: true,
        keyPrefix: name,
        points: LIMITS[name].failures,
        duration: LIMITS[name].within,
        blockDuration: LIMITS[name].lockedFor,
      });
    this.limiters = {
      account: limiter('account'),
      address: limiter('address'),
      code: limiter('code'),
      resetMail: limiter('resetMail'),
      resetAddress: limiter('resetAddress'),
    };
  }

  /** Counts an attempt. @throws when the database does not answer: an uncounted attempt is not looked at */
  async count(name: LimitName, key: string): Promise<Counted> {
    try {
      await this.limiters[name].consume(key);
      return { lockedFor: null, locks: false };
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const lockedFor = Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
      return { lockedFor, locks: error.consumedPoints === LIMITS[name].failures + 1 };
    }
  }

  /** Takes one attempt back. */
  async giveBack(name: LimitName, key: string): Promise<void> {
    await this.limiters[name].reward(key);
  }

  /** Forgets the attempts of a key, and its lock. */
  async forget(name: LimitName, key: string): Promise<void> {
    await this.limiters[name].delete(key);
  }

  /** Seconds for which a key is locked; null when it is not. */
  async lockedFor(name: LimitName, key: string): Promise<number | null> {
    const counted = await this.limiters[name].get(key);
    if (counted === null || counted.consumedPoints <= LIMITS[name].failures) return null;
    return Math.max(1, Math.ceil(counted.msBeforeNext / 1_000));
  }
}
