import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { RefusedPanel } from '../../shared/session/refused-panel.js';
import { Session } from '../../shared/session/session.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { draftOf, EMPTY_ENTRY, entryRequest, type EntryDraft } from './entry-draft.js';
import { EntryStore } from './entry-store.js';
import { EntryForm } from './ui/entry-form.js';

/** A new entry of a unit's register, or a new version of one. */
@Component({
  selector: 'dti-entry-page',
  imports: [EntryForm, FailedPanel, PageHeader, RefusedPanel, Skeleton],
  providers: [EntryStore],
  template: `
    @let state = store.state();
    <dti-page-header [finding]="heading()" [context]="t('db.entry.context')" />
    @switch (state.status) {
      @case ('failed') {
        <dti-failed-panel [failure]="state.failure" (retry)="open()" />
      }
      @case ('ready') {
        @if (otherUnit(); as unit) {
          <dti-refused-panel why="otherUnit" action="database.register" [unit]="unit" />
        } @else {
          <section class="panel">
            <dti-entry-form
              [data]="state.value"
              [reach]="session.reach('database.register')"
              [draft]="draft()"
              [writing]="store.writeState()"
              (changed)="draft.set($event)"
              (confirmed)="write()"
            />
          </section>
        }
      }
      @default {
        <dti-skeleton [height]="40" />
      }
    }
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryPage {
  /** The entry that is revised; absent for a new one. */
  readonly id = input<string>();
  /** The unit whose register it is, where the address names one. */
  readonly unit = input<string>();

  protected readonly store = inject(EntryStore);
  protected readonly session = inject(Session);
  private readonly dataSet = inject(DataSetChoice);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly draft = signal<EntryDraft>(EMPTY_ENTRY);

  protected readonly heading = computed(() => {
    const state = this.store.state();
    const entry = state.status === 'ready' ? state.value.entry : null;
    return entry === null
      ? this.t(this.id() === undefined ? 'db.entry.new' : 'nav.databases')
      : this.t('db.entry.revise', { name: this.language.named({ vi: entry.nameVi, en: entry.nameEn }) });
  });

  /** The unit of an entry that is another's to revise; null where it may be revised. */
  protected readonly otherUnit = computed(() => {
    const state = this.store.state();
    const unit = state.status === 'ready' ? (state.value.entry?.unitId ?? null) : null;
    return unit === null || this.session.may('database.register', unit) ? null : unit;
  });

  constructor() {
    effect(() => {
      this.id();
      untracked(() => void this.open());
    });
  }

  protected async open(): Promise<void> {
    await this.store.open(this.id() ?? null);
    const state = this.store.state();
    if (state.status !== 'ready') return;
    const { entry } = state.value;
    this.draft.set(
      entry === null ? { ...EMPTY_ENTRY, unit: this.unit() ?? '' } : draftOf(entry, this.language.formats()),
    );
  }

  protected async write(): Promise<void> {
    const state = this.store.state();
    if (state.status !== 'ready') return;
    const draft = this.draft();
    const { entry } = state.value;
    const body = entryRequest(draft);
    const id =
      entry === null
        ? await this.store.register(this.dataSet.current(), { ...body, unit: draft.unit })
        : await this.store.revise(entry.id, {
            ...body,
            basedOn: entry.version,
            changeNote: draft.changeNote.trim(),
          });
    if (id !== null) await this.router.navigate(['/databases', id]);
  }
}
