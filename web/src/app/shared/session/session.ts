import { computed, inject, Injectable, signal } from '@angular/core';
import type { Session as SessionDto } from '../../api-client/models/session.js';
import { mayIn, ownUnits, PUBLIC_SESSION, type Reach, reachIn } from './session-model.js';
import { SessionClient } from './session-client.js';

/** How long the first page waits to know who it is for, in milliseconds. */
const PATIENCE = 4_000;

/**
 * Who this browser is, under which roles, and what it may do. It decides what is shown and nothing else:
 * the server asks again at every request.
 */
@Injectable({ providedIn: 'root' })
export class Session {
  private readonly client = inject(SessionClient);
  private readonly held = signal<SessionDto>(PUBLIC_SESSION);
  private readonly over = signal(false);

  readonly current = this.held.asReadonly();
  readonly signedIn = computed(() => this.held().signedIn);
  readonly person = computed(() => this.held().person);
  readonly grants = computed(() => this.held().grants);
  /** Units that roles are held for and that count now. */
  readonly ownUnits = computed(() => ownUnits(this.held().grants));
  /** Signed in with an account that is there for trying out. */
  readonly demo = computed(() => this.held().person?.demo === true);
  /**
   * The session ended meanwhile: elsewhere, by its time, or by an operator. What is on screen stays as it is,
   * so that nothing typed is lost.
   */
  readonly ended = this.over.asReadonly();

  /**
   * Before the first page. A server that keeps one waiting does not keep the page from being shown: it is the
   * public one until the answer comes.
   */
  async begin(patience = PATIENCE): Promise<void> {
    const enough = new Promise<void>((resolve) => setTimeout(resolve, patience));
    await Promise.race([this.load(), enough]);
  }

  /** Takes the session as the server has it: before the first page, and after signing in or out. */
  async load(): Promise<void> {
    const session = await this.ask();
    if (session !== null) this.take(session);
  }

  /** Asks whether the session still holds; one that does not is said to have ended. */
  async check(): Promise<void> {
    const session = await this.ask();
    if (session === null) return;
    if (this.signedIn() && !session.signedIn) this.over.set(true);
    else this.take(session);
  }

  /** Signs out. @throws whatever the request failed with: then the session still holds */
  async end(): Promise<void> {
    await this.client.end();
    this.take(PUBLIC_SESSION);
  }

  /** Whether an action is allowed: on a unit, on what is of no single one (`null`), or on any at all. */
  may(action: string, unit?: string | null): boolean {
    return mayIn(this.held(), action, unit);
  }

  /** Whose data an action reaches. */
  reach(action: string): Reach {
    return reachIn(this.held(), action);
  }

  private take(session: SessionDto): void {
    this.held.set(session);
    this.over.set(false);
  }

  /** Null where no answer came: what was known before stays. */
  private async ask(): Promise<SessionDto | null> {
    try {
      return await this.client.current();
    } catch {
      return null;
    }
  }
}
