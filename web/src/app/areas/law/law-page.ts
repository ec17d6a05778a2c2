import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { Language } from '../../shared/language/language.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { LawStore } from './law-store.js';
import { filterOf, lawFinding, stateCounts } from './law-view.js';
import { DocumentTable } from './ui/document-table.js';
import { ProgrammeCard } from './ui/programme-card.js';

const TYPING = 300;

/** Programmes, and every document that anything here rests on; filter and search stand in the address. */
@Component({
  selector: 'dti-law-page',
  imports: [
    DocumentTable,
    EmptyPanel,
    FailedPanel,
    MatButton,
    MatFormField,
    MatInput,
    MatLabel,
    PageHeader,
    ProgrammeCard,
    RouterLink,
    Segmented,
    Skeleton,
  ],
  providers: [LawStore],
  templateUrl: './law-page.html',
  styleUrl: './law-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LawPage {
  readonly state = input<string>();
  readonly q = input<string>();

  protected readonly store = inject(LawStore);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly filter = computed(() => filterOf(this.state()));
  protected readonly counts = computed(() => {
    const all = this.store.all();
    return all === null ? null : stateCounts(all);
  });
  protected readonly finding = computed(() => {
    const counts = this.counts();
    return counts === null ? this.t('nav.law') : lawFinding(counts, this.language.wording());
  });
  protected readonly filters = computed(() => {
    const counts = this.counts();
    const note = (count: number | undefined) => (count === undefined ? {} : { note: String(count) });
    return [
      { value: '', label: this.t('law.filter.all'), ...note(counts?.all) },
      { value: 'in_force', label: this.t('law.filter.in_force'), ...note(counts?.in_force) },
      { value: 'unverified', label: this.t('law.filter.unverified'), ...note(counts?.unverified) },
      { value: 'lapsed', label: this.t('law.filter.lapsed'), ...note(counts?.lapsed) },
      { value: 'history', label: this.t('law.filter.history'), ...note(counts?.history) },
    ];
  });
  private readonly question = computed(() => ({ state: this.filter(), q: this.q()?.trim() || undefined }));

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => void this.store.open(question));
    });
  }

  protected retry(): void {
    void this.store.open(this.question());
  }

  protected choose(change: Partial<Record<'state' | 'q', string | null>>): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: 'q' in change,
    });
  }

  /** Asks when typing rests. */
  protected typed(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.choose({ q: text === '' ? null : text }), TYPING);
  }
}
