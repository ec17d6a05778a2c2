import { Injectable } from '@nestjs/common';
import { currentContext } from '../../platform/access/request-context.js';
import { emailKey } from '../identity/secret-token.js';
import { signInThrottled } from './sign-in.errors.js';
import { addressGroup, throttleKey } from './throttle-key.js';
import { ThrottleRepository } from './throttle.repository.js';

/** What an attempt to sign in did to the account that it named. */
export type AccountCount =
  { readonly locked: false } | { readonly locked: true; readonly locks: boolean; readonly lockedFor: number };

/** Slows down whoever guesses. It counts names, not accounts: one that nobody has locks like any other. */
@Injectable()
export class ThrottleService {
  constructor(private readonly repository: ThrottleRepository) {}

  /** Counts an attempt from the caller's address. @throws Problem SIGN_IN_THROTTLED */
  async countAddress(): Promise<void> {
    await this.require('address', callersAddress());
  }

  /** Counts an attempt on an account. */
  async countAccount(email: string): Promise<AccountCount> {
    const { lockedFor, locks } = await this.repository.count('account', accountKey(email));
    return lockedFor === null ? { locked: false } : { locked: true, locks, lockedFor };
  }

  /** The password was right: the account begins anew, and the address is spared the attempt. */
  async passed(email: string): Promise<void> {
    await this.repository.forget('account', accountKey(email));
    await this.repository.giveBack('address', callersAddress());
  }

  /** Counts a code of somebody who knows the password. @throws Problem SIGN_IN_THROTTLED */
  async countCode(personId: string): Promise<void> {
    await this.require('code', throttleKey(personId));
  }

  async codePassed(personId: string): Promise<void> {
    await this.repository.forget('code', throttleKey(personId));
  }

  /** Counts a question for a way back from the caller's address. @throws Problem SIGN_IN_THROTTLED */
  async countResetFromAddress(): Promise<void> {
    await this.require('resetAddress', callersAddress());
  }

  /** Whether one more letter may go to an address. */
  async mayMail(email: string): Promise<boolean> {
    return (await this.repository.count('resetMail', accountKey(email))).lockedFor === null;
  }

  /** Ends the lock of an account: by a link, or by an operator. */
  async release(email: string, personId: string): Promise<void> {
    await this.repository.forget('account', accountKey(email));
    await this.repository.forget('code', throttleKey(personId));
  }

  /** Seconds for which an account is still locked, by passwords or by codes; null when it is not. */
  async lockedFor(email: string, personId: string): Promise<number | null> {
    const [byPassword, byCode] = await Promise.all([
      this.repository.lockedFor('account', accountKey(email)),
      this.repository.lockedFor('code', throttleKey(personId)),
    ]);
    return byPassword === null && byCode === null ? null : Math.max(byPassword ?? 0, byCode ?? 0);
  }

  private async require(name: 'address' | 'code' | 'resetAddress', key: string): Promise<void> {
    const { lockedFor } = await this.repository.count(name, key);
    if (lockedFor !== null) throw signInThrottled(lockedFor);
  }
}

function accountKey(email: string): string {
  return throttleKey(emailKey(email));
}

function callersAddress(): string {
  return throttleKey(addressGroup(currentContext().address));
}
