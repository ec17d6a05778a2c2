import { inject, Injectable, signal } from '@angular/core';
import type { SecondFactor } from '../../api-client/models/second-factor.js';
import type { SecondFactorEnrolment } from '../../api-client/models/second-factor-enrolment.js';
import { Loaded } from '../loading/loaded.js';
import { Writing } from '../problem/writing.js';
import { SecondFactorClient } from './second-factor-client.js';

/**
 * Setting the second factor up: a secret is shown, a code proves that it arrived, and recovery codes are
 * shown once. Used by the profile and by the sign-in that needs it.
 */
@Injectable()
export class SecondFactorStore {
  private readonly client = inject(SecondFactorClient);
  private readonly standing = new Loaded<SecondFactor>();
  private readonly writing = new Writing();
  private readonly offered = signal<SecondFactorEnrolment | null>(null);
  private readonly shown = signal<readonly string[] | null>(null);

  readonly state = this.standing.state;
  readonly writeState = this.writing.state;
  /** What the app is set up with, until a code has proven it. */
  readonly enrolment = this.offered.asReadonly();
  /** Shown this once; null once they were put away. */
  readonly recoveryCodes = this.shown.asReadonly();

  load(): Promise<void> {
    return this.standing.load(() => this.client.standing());
  }

  async begin(): Promise<void> {
    const enrolment = await this.writing.write(() => this.client.offer());
    if (enrolment === null) return;
    this.writing.reset();
    this.offered.set(enrolment);
  }

  /** True once the code was right: the recovery codes are there to be put away. */
  async confirm(code: string): Promise<boolean> {
    const codes = await this.writing.write(() => this.client.confirm(code));
    if (codes === null) return false;
    this.offered.set(null);
    this.shown.set(codes);
    return true;
  }

  /** Takes the second factor off. */
  async remove(code: string): Promise<boolean> {
    const done = await this.writing.write(async () => {
      await this.client.remove(code);
      return true;
    });
    if (done === true) await this.load();
    return done === true;
  }

  /** New recovery codes; the former ones hold no longer. */
  async renew(code: string): Promise<boolean> {
    const codes = await this.writing.write(() => this.client.renew(code));
    if (codes === null) return false;
    this.shown.set(codes);
    return true;
  }

  /** The codes were kept; they are not shown again. */
  async putAway(): Promise<void> {
    this.shown.set(null);
    this.writing.reset();
    await this.load();
  }

  cancel(): void {
    this.offered.set(null);
    this.writing.reset();
  }
}
