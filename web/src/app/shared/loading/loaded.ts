import { computed, type Signal, signal } from '@angular/core';
import { type Failure, failureOf } from '../problem/problem.js';

/** The four things a screen can be in; each one is drawn. */
export type LoadState<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'empty' }
  | { readonly status: 'failed'; readonly failure: Failure };

/**
 * One thing that a store loads. While it loads again the old value stays on screen (`stale` says
 * so), so that a change of filter does not flash; an answer that was overtaken by a later request
 * is dropped.
 */
export class Loaded<T> {
  private readonly current = signal<LoadState<T>>({ status: 'loading' });
  private readonly underway = signal(false);
  private request = 0;

  readonly state: Signal<LoadState<T>> = this.current.asReadonly();
  /** What is shown belongs to an earlier request. */
  readonly stale: Signal<boolean> = computed(() => this.underway() && this.current().status !== 'loading');
  readonly value: Signal<T | null> = computed(() => {
    const state = this.current();
    return state.status === 'ready' ? state.value : null;
  });
  readonly failure: Signal<Failure | null> = computed(() => {
    const state = this.current();
    return state.status === 'failed' ? state.failure : null;
  });

  constructor(private readonly isEmpty: (value: T) => boolean = () => false) {}

  async load(ask: () => Promise<T>): Promise<void> {
    this.request += 1;
    const mine = this.request;
    if (this.current().status !== 'ready') this.current.set({ status: 'loading' });
    this.underway.set(true);
    const state = await ask().then(
      (value): LoadState<T> => (this.isEmpty(value) ? { status: 'empty' } : { status: 'ready', value }),
      (error: unknown): LoadState<T> => ({ status: 'failed', failure: failureOf(error) }),
    );
    if (mine !== this.request) return;
    this.underway.set(false);
    this.current.set(state);
  }
}
