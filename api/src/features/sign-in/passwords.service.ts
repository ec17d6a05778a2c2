import { Injectable } from '@nestjs/common';
import { argon2id, hash, needsRehash, verify } from 'argon2';
import { BoundedWork, Overloaded } from '../../platform/bounded-work.js';
import { normalisePassword } from './password-rules.js';
import { ARGON2, HASHES_AT_ONCE, HASHES_WAITING } from './sign-in-rules.js';
import { signInThrottled } from './sign-in.errors.js';

/** Of no password: what is checked where there is none, so that it takes as long. */
const OF_NOBODY = `$argon2id$v=19$m=${ARGON2.memoryCost},t=${ARGON2.timeCost},p=${ARGON2.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
const BUSY_SECONDS = 5;

/** Hashes and checks passwords, so many at once: each takes 19 MiB, and a processor for a while. */
@Injectable()
export class PasswordsService {
  private readonly work = new BoundedWork(HASHES_AT_ONCE, HASHES_WAITING);

  /** @throws Problem SIGN_IN_THROTTLED when too many wait */
  async hash(password: string): Promise<string> {
    return this.bounded(() => hash(normalisePassword(password), { ...ARGON2, type: argon2id }));
  }

  /**
   * Whether a password is the one of a hash; without a hash the same work is done, and the answer is no.
   * @throws Problem SIGN_IN_THROTTLED when too many wait
   */
  async isRight(password: string, stored: string | null): Promise<boolean> {
    const right = await this.bounded(() => verify(stored ?? OF_NOBODY, normalisePassword(password)));
    return right && stored !== null;
  }

  /** Whether a hash was made with other parameters than those of now. */
  isOutdated(stored: string): boolean {
    return needsRehash(stored, ARGON2);
  }

  private async bounded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.work.run(work);
    } catch (error) {
      if (error instanceof Overloaded) throw signInThrottled(BUSY_SECONDS);
      throw error;
    }
  }
}
