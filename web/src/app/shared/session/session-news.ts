import { DOCUMENT } from '@angular/common';
import { DestroyRef, effect, inject, Injectable } from '@angular/core';
import { Session } from './session.js';

/** Not asked more often than this when a window comes to the front again. */
const AGAIN_AFTER = 30_000;

/**
 * Keeps the windows of one browser together: who signs in or out in one does so in all of them, and a window
 * that comes to the front again asks whether its session still holds.
 */
@Injectable({ providedIn: 'root' })
export class SessionNews {
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private readonly channel = new BroadcastChannel('dti-session');
  private asked = Date.now();
  private who: string | null | undefined;

  constructor() {
    this.channel.onmessage = () => this.ask();
    const seen = () => {
      if (this.document.visibilityState !== 'visible') return;
      if (this.session.ended() || (this.session.signedIn() && Date.now() - this.asked > AGAIN_AFTER))
        this.ask();
    };
    this.document.addEventListener('visibilitychange', seen);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', seen);
      this.channel.close();
    });
    effect(() => this.tell(this.session.person()?.id ?? null));
  }

  private ask(): void {
    this.asked = Date.now();
    void this.session.check().then(() => {
      this.who = this.session.person()?.id ?? null;
    });
  }

  /** The others are told of a change that was made here, not of one that they told of: they know it already. */
  private tell(who: string | null): void {
    if (this.who !== undefined && this.who !== who) this.channel.postMessage('changed');
    this.who = who;
  }
}
