import { inject, Injectable, signal } from '@angular/core';
import type { Edition } from '../../api-client/models/edition.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { type Failure, failureOf } from '../../shared/problem/problem.js';
import { EditionClient, type ReportFile, type ReportQuestion } from './edition-client.js';

export type ReportProgress =
  | { readonly status: 'idle' }
  /** Being made (null), or this share of it received. */
  | { readonly status: 'underway'; readonly share: number | null }
  | { readonly status: 'done'; readonly name: string }
  | { readonly status: 'failed'; readonly failure: Failure };

/** One edition, and the making of its report. */
@Injectable()
export class EditionStore {
  private readonly client = inject(EditionClient);
  private readonly loaded = new Loaded<Edition>();
  private readonly making = signal<ReportProgress>({ status: 'idle' });

  readonly state = this.loaded.state;
  readonly report = this.making.asReadonly();

  open(code: string, revision: number | null): Promise<void> {
    this.making.set({ status: 'idle' });
    return this.loaded.load(() => this.client.edition(code, revision));
  }

  /** The report of a day as a file, or null when it could not be made. */
  async makeReport(question: ReportQuestion): Promise<ReportFile | null> {
    this.making.set({ status: 'underway', share: null });
    try {
      const file = await this.client.report(question, (share) =>
        this.making.set({ status: 'underway', share }),
      );
      this.making.set({ status: 'done', name: file.name });
      return file;
    } catch (error) {
      this.making.set({ status: 'failed', failure: failureOf(error) });
      return null;
    }
  }
}
