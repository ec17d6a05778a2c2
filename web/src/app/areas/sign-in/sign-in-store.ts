import { computed, inject, Injectable, signal } from '@angular/core';
import type { SecondFactorEnrolment } from '../../api-client/models/second-factor-enrolment.js';
import { type Failure, failureOf } from '../../shared/problem/problem.js';
import { Session } from '../../shared/session/session.js';
import { SignInClient } from './sign-in-client.js';
import { stepOf } from './sign-in-model.js';

/** Password, then code or enrolment. Where it stands is read from the session, which the server holds. */
@Injectable()
export class SignInStore {
  private readonly client = inject(SignInClient);
  private readonly session = inject(Session);
  private readonly underway = signal(false);
  private readonly failed = signal<Failure | null>(null);
  private readonly offered = signal<SecondFactorEnrolment | null>(null);
  private readonly given = signal<readonly string[] | null>(null);

  readonly busy = this.underway.asReadonly();
  readonly failure = this.failed.asReadonly();
  readonly card = this.offered.asReadonly();
  /** Recovery codes, from the confirmation until they are said to be kept. */
  readonly codes = this.given.asReadonly();
  readonly step = computed(() => (this.given() === null ? stepOf(this.session.current()) : 'codes'));
  readonly ways = computed(() => this.session.current().signIn);

  /** @returns whether nothing is left to do */
  signIn(email: string, password: string): Promise<boolean> {
    return this.work(() => this.client.signIn({ email, password }));
  }

  tryOut(account: string): Promise<boolean> {
    return this.work(() => this.client.tryOut(account));
  }

  prove(code: string): Promise<boolean> {
    return this.work(() => this.client.prove(code));
  }

  /** Asks for a secret to enrol with. */
  async offer(): Promise<void> {
    this.failed.set(null);
    await this.client.offer().then(
      (card) => this.offered.set(card),
      (error: unknown) => this.failed.set(failureOf(error)),
    );
  }

  confirm(code: string): Promise<boolean> {
    return this.work(async () => this.given.set(await this.client.confirm(code)));
  }

  /** The recovery codes are kept: they are not shown again. */
  kept(): void {
    this.given.set(null);
    this.offered.set(null);
  }

  /** Ends a half sign-in, to begin with another account. */
  async leave(): Promise<void> {
    await this.session.end().catch((error: unknown) => this.failed.set(failureOf(error)));
  }

  providerAddress(returnTo: string): string {
    return this.client.providerAddress(returnTo);
  }

  private async work(ask: () => Promise<unknown>): Promise<boolean> {
    this.underway.set(true);
    this.failed.set(null);
    try {
      await ask();
      await this.session.load();
      return this.step() === 'in';
    } catch (error) {
      this.failed.set(failureOf(error));
      return false;
    } finally {
      this.underway.set(false);
    }
  }
}
