import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import type { SearchHit } from '../../api-client/models/search-hit.js';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import type { TextKey } from '../../shared/language/text-key.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { MarkedText } from './ui/marked-text.js';
import { SearchStore } from './search-store.js';
import { kindOf, marked, placeOf } from './search-view.js';

const TYPING = 250;

/** One search over targets, tasks, duties, indicators, databases, clauses and units. */
@Component({
  selector: 'dti-search-page',
  imports: [
    EmptyPanel,
    FailedPanel,
    MarkedText,
    MatFormField,
    MatInput,
    MatLabel,
    Notice,
    PageHeader,
    RouterLink,
    Segmented,
    Skeleton,
  ],
  providers: [SearchStore],
  templateUrl: './search-page.html',
  styleUrl: './search-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchPage {
  readonly q = input<string>();
  readonly kind = input<string>();

  protected readonly store = inject(SearchStore);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly dataSet = inject(DataSetChoice);
  protected readonly t = this.language.t;
  protected readonly placeOf = placeOf;
  protected readonly marked = marked;
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly words = computed(() => (this.q() ?? '').trim().slice(0, 200));
  private readonly question = computed(() => ({
    q: this.words(),
    kind: kindOf(this.kind()),
    dataSet: this.dataSet.current(),
  }));

  protected readonly heading = computed(() => {
    const state = this.store.state();
    if (this.words() === '' || state.status === 'loading' || state.status === 'failed')
      return this.t('nav.search');
    const total = state.status === 'ready' ? state.value.kinds.reduce((sum, { count }) => sum + count, 0) : 0;
    return this.t('search.heading', { count: this.language.formats().number(total, 0), words: this.words() });
  });
  protected readonly kinds = computed(() => {
    const state = this.store.state();
    if (state.status !== 'ready') return [];
    const { number } = this.language.formats();
    return [
      { value: '', label: this.t('search.all') },
      ...state.value.kinds.map((one) => ({
        value: one.kind as string,
        label: `${this.t(`search.kind.${one.kind}` satisfies TextKey)} (${number(one.count, 0)})`,
      })),
    ];
  });

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => void this.store.open(question));
    });
  }

  protected retry(): void {
    void this.store.open(this.question());
  }

  protected choose(change: Partial<Record<'q' | 'kind', string | null>>): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: 'q' in change,
    });
  }

  protected typed(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.choose({ q: text === '' ? null : text, kind: null }), TYPING);
  }

  protected kindName({ kind }: SearchHit): string {
    return this.t(`search.kind.${kind}` satisfies TextKey);
  }

  protected title(hit: SearchHit): string {
    return this.language.named({ vi: hit.titleVi, en: hit.titleEn || null });
  }

  protected excerpt(hit: SearchHit): string {
    return this.language.named({ vi: hit.excerptVi ?? '', en: hit.excerptEn });
  }
}
