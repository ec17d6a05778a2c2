import { inject, Injectable, signal } from '@angular/core';
import { type Failure, failureOf } from '../../shared/problem/problem.js';
import { SignInClient } from './sign-in-client.js';

/** Asking for a link by mail; whether it is sent is told to nobody but the address. */
@Injectable()
export class ForgottenStore {
  private readonly client = inject(SignInClient);
  private readonly underway = signal(false);
  private readonly failed = signal<Failure | null>(null);
  private readonly taken = signal(false);

  readonly busy = this.underway.asReadonly();
  readonly failure = this.failed.asReadonly();
  readonly sent = this.taken.asReadonly();

  async ask(email: string): Promise<void> {
    this.underway.set(true);
    this.failed.set(null);
    await this.client.askReset(email).then(
      () => this.taken.set(true),
      (error: unknown) => this.failed.set(failureOf(error)),
    );
    this.underway.set(false);
  }
}
