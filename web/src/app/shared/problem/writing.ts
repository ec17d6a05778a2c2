import { signal, type Signal } from '@angular/core';
import { type Failure, failureOf } from './problem.js';

/** Where something that is written stands. */
export type WriteState =
  | { readonly status: 'idle' }
  | { readonly status: 'busy' }
  | { readonly status: 'done' }
  | { readonly status: 'failed'; readonly failure: Failure };

/** One thing that a form writes; while it is written nothing else is. */
export class Writing {
  private readonly now = signal<WriteState>({ status: 'idle' });
  readonly state: Signal<WriteState> = this.now.asReadonly();

  /** Writes, and answers what came back, or null when it was refused. */
  async write<T>(ask: () => Promise<T>): Promise<T | null> {
    if (this.now().status === 'busy') return null;
    this.now.set({ status: 'busy' });
    try {
      const answer = await ask();
      this.now.set({ status: 'done' });
      return answer;
    } catch (error) {
      this.now.set({ status: 'failed', failure: failureOf(error) });
      return null;
    }
  }

  reset(): void {
    this.now.set({ status: 'idle' });
  }
}

/** What a refusal says of one field: its codes, or nothing. */
export function faultsOf(state: WriteState, field: string): readonly string[] {
  if (state.status !== 'failed') return [];
  return state.failure.errors
    .filter(({ path }) => path === field || path.startsWith(`${field}.`))
    .map(({ code }) => code);
}
