import { computed, inject, Injectable, signal } from '@angular/core';
import type { DataElement } from '../../api-client/models/data-element.js';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import type { ImportReport } from '../../api-client/models/import-report.js';
import type { ImportSummary } from '../../api-client/models/import-summary.js';
import { EditionChoice } from '../../shared/editions/edition-choice.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { type Failure, failureOf } from '../../shared/problem/problem.js';
import { ImportClient, type ImportTarget } from './import-client.js';

export type ImportDoing = 'preview' | 'import' | 'score';

/** Where an import stands. A report says by its own `state` whether it was refused, previewed or imported. */
export type ImportProgress =
  | { readonly status: 'idle' }
  | { readonly status: 'busy'; readonly doing: ImportDoing }
  | { readonly status: 'reported'; readonly report: ImportReport }
  | { readonly status: 'failed'; readonly doing: ImportDoing; readonly failure: Failure };

/** Preview, import, score: each step keeps what the one before it found. */
@Injectable()
export class ImportStore {
  private readonly client = inject(ImportClient);
  private readonly editions = inject(EditionChoice);
  private readonly frameworkList = new Loaded<readonly FrameworkVersionSummary[]>(
    (list) => list.length === 0,
  );
  private readonly elementList = new Loaded<readonly DataElement[]>();
  private readonly recentList = new Loaded<readonly ImportSummary[]>((list) => list.length === 0);
  private readonly now = signal<ImportProgress>({ status: 'idle' });
  private readonly lastReport = signal<ImportReport | null>(null);
  private readonly chosen = signal<{ readonly file: File; readonly target: ImportTarget } | null>(null);
  private request = 0;

  readonly frameworks = this.frameworkList.state;
  readonly recent = this.recentList.state;
  readonly progress = this.now.asReadonly();
  readonly file = computed(() => this.chosen()?.file ?? null);
  readonly busy = computed(() => this.now().status === 'busy');
  readonly elements = computed(() => new Map((this.elementList.value() ?? []).map((one) => [one.code, one])));

  async start(): Promise<void> {
    await Promise.all([
      this.frameworkList.load(() => this.client.frameworks()),
      this.elementList.load(() => this.client.dataElements()),
      this.recentList.load(() => this.client.recent()),
    ]);
  }

  /** Has the server read the file; nothing is stored. */
  async preview(file: File, target: ImportTarget): Promise<void> {
    this.chosen.set({ file, target });
    await this.step('preview', async () => {
      // Held in memory: what is confirmed later is what was read now, whatever becomes of the file.
      const held = new File([await file.arrayBuffer()], file.name);
      if (this.chosen()?.file === file) this.chosen.set({ file: held, target });
      return this.client.preview(held, target);
    });
  }

  /** Stores what the preview showed. */
  async confirm(): Promise<void> {
    const chosen = this.chosen();
    if (!chosen) return;
    const done = await this.step('import', () => this.client.import(chosen.file, chosen.target));
    if (done) await this.recentList.load(() => this.client.recent());
  }

  /** Scores the period with what is now known; the id of the assessment, or null when it failed. */
  async score(): Promise<string | null> {
    const report = this.lastReport();
    if (report === null) return null;
    this.now.set({ status: 'busy', doing: 'score' });
    try {
      const { id } = await this.client.score(report.framework, report.period);
      await this.editions.load();
      return id;
    } catch (error) {
      this.now.set({ status: 'failed', doing: 'score', failure: failureOf(error) });
      return null;
    }
  }

  /** Forgets file and report, to begin with another one. */
  reset(): void {
    this.request += 1;
    this.chosen.set(null);
    this.lastReport.set(null);
    this.now.set({ status: 'idle' });
  }

  templateAddress(target: ImportTarget): string {
    return this.client.templateAddress(target);
  }

  /** An answer to a file that was meanwhile replaced is dropped. */
  private async step(doing: ImportDoing, ask: () => Promise<ImportReport>): Promise<boolean> {
    this.request += 1;
    const mine = this.request;
    this.now.set({ status: 'busy', doing });
    const next = await ask().then(
      (report): ImportProgress => ({ status: 'reported', report }),
      (error: unknown): ImportProgress => ({ status: 'failed', doing, failure: failureOf(error) }),
    );
    if (mine !== this.request) return false;
    this.now.set(next);
    if (next.status === 'reported') this.lastReport.set(next.report);
    return next.status === 'reported';
  }
}
