import { inject, Injectable } from '@angular/core';
import type { OwnChange } from '../../api-client/models/own-change.js';
import type { OwnSession } from '../../api-client/models/own-session.js';
import type { PasswordChange } from '../../api-client/models/password-change.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { Writing } from '../../shared/problem/writing.js';
import { Session } from '../../shared/session/session.js';
import { ProfileClient } from './profile-client.js';

/** The own account: name and language, password, and the sessions it is signed in by. */
@Injectable()
export class ProfileStore {
  private readonly client = inject(ProfileClient);
  private readonly session = inject(Session);
  private readonly list = new Loaded<readonly OwnSession[]>();
  private readonly changing = new Writing();
  private readonly passing = new Writing();
  private readonly ending = new Writing();

  readonly sessions = this.list.state;
  readonly changeState = this.changing.state;
  readonly passwordState = this.passing.state;
  readonly endState = this.ending.state;

  load(): Promise<void> {
    return this.list.load(() => this.client.sessions());
  }

  /** True once it was changed: the name in the bar is the new one. */
  change(change: OwnChange): Promise<boolean> {
    return this.done(
      this.changing,
      () => this.client.change(change),
      () => this.session.load(),
    );
  }

  /** Every other session ends with it. */
  changePassword(change: PasswordChange): Promise<boolean> {
    return this.done(
      this.passing,
      () => this.client.changePassword(change),
      async () => {
        await Promise.all([this.session.load(), this.load()]);
      },
    );
  }

  endSession(id: string): Promise<boolean> {
    return this.done(
      this.ending,
      () => this.client.endSession(id),
      () => this.load(),
    );
  }

  endOthers(): Promise<boolean> {
    return this.done(
      this.ending,
      () => this.client.endOtherSessions(),
      () => this.load(),
    );
  }

  private async done(
    writing: Writing,
    ask: () => Promise<void>,
    after: () => Promise<void>,
  ): Promise<boolean> {
    const done = await writing.write(async () => {
      await ask();
      return true;
    });
    if (done === true) await after();
    return done === true;
  }
}
