import { inject, Injectable, signal } from '@angular/core';
import type { LinkRedemption } from '../../api-client/models/link-redemption.js';
import type { OneTimeLink } from '../../api-client/models/one-time-link.js';
import type { SignInAnswer } from '../../api-client/models/sign-in-answer.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { type Failure, failureOf } from '../../shared/problem/problem.js';
import { Session } from '../../shared/session/session.js';
import { SignInClient } from './sign-in-client.js';

/** What somebody gives to use a link. */
export type LinkGiven = Omit<LinkRedemption, 'token'>;

/** A one-time link: what it is for, and its use. The token is held here and nowhere else. */
@Injectable()
export class LinkStore {
  private readonly client = inject(SignInClient);
  private readonly session = inject(Session);
  private readonly link = new Loaded<OneTimeLink>();
  private readonly underway = signal(false);
  private readonly failed = signal<Failure | null>(null);
  private token = '';

  readonly state = this.link.state;
  readonly busy = this.underway.asReadonly();
  readonly failure = this.failed.asReadonly();

  open(token: string): Promise<void> {
    this.token = token;
    return this.retry();
  }

  retry(): Promise<void> {
    return this.link.load(() => this.client.inspect(this.token));
  }

  /** @returns what is next; null when it was refused */
  async redeem(given: LinkGiven): Promise<SignInAnswer['next'] | null> {
    this.underway.set(true);
    this.failed.set(null);
    try {
      const { next } = await this.client.redeem({ ...given, token: this.token });
      await this.session.load();
      return next;
    } catch (error) {
      this.failed.set(failureOf(error));
      return null;
    } finally {
      this.underway.set(false);
    }
  }
}
