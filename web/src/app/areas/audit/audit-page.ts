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
import { Router } from '@angular/router';
import { Language } from '../../shared/language/language.js';
import { Icon } from '../../shared/ui/icon.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { auditQuestion } from './audit-question.js';
import { AuditStore } from './audit-store.js';
import { auditRow, chainText, sealText } from './audit-view.js';
import { AuditFilters, type FilterChange } from './ui/audit-filters.js';
import { AuditTable } from './ui/audit-table.js';

/** What was done and refused, by whom and under which role; whether the chain is whole. */
@Component({
  selector: 'dti-audit-page',
  imports: [AuditFilters, AuditTable, EmptyPanel, FailedPanel, Icon, MatButton, Notice, PageHeader, Skeleton],
  providers: [AuditStore],
  templateUrl: './audit-page.html',
  styles: `
    .stale {
      opacity: 0.6;
    }
    .pages {
      display: flex;
      gap: var(--gap-3);
      margin-top: var(--gap-4);
    }
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AuditPage {
  readonly from = input<string>();
  readonly to = input<string>();
  readonly action = input<string>();
  readonly outcome = input<string>();
  readonly q = input<string>();
  readonly person = input<string>();
  readonly page = input<string>();

  protected readonly store = inject(AuditStore);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly chainText = chainText;
  protected readonly sealText = sealText;

  protected readonly question = computed(() =>
    auditQuestion({
      from: this.from(),
      to: this.to(),
      action: this.action(),
      outcome: this.outcome(),
      q: this.q(),
      person: this.person(),
      page: this.page(),
    }),
  );
  protected readonly finding = computed(() => {
    const chain = this.store.chain();
    if (chain.status !== 'ready') return this.t('nav.audit');
    return this.t('audit.finding', { count: this.language.formats().number(chain.value.events, 0) });
  });
  protected readonly rows = computed(() => {
    const state = this.store.events();
    if (state.status !== 'ready') return [];
    return state.value.items.map((event) => auditRow(event, this.wording()));
  });
  protected readonly shown = computed(() => {
    const state = this.store.events();
    if (state.status !== 'ready') return '';
    const { page, size, total } = state.value;
    const of = (count: number) => this.language.formats().number(count, 0);
    return this.t('audit.shown', {
      first: of(Math.min((page - 1) * size + 1, total)),
      last: of(Math.min(page * size, total)),
      total: of(total),
    });
  });
  protected readonly files = computed(() =>
    (['csv', 'jsonl'] as const).map((kind) => ({
      kind,
      address: this.store.fileAddress(this.question(), kind),
    })),
  );

  constructor() {
    void this.open();
    effect(() => {
      const question = this.question();
      untracked(() => void this.store.find(question));
    });
  }

  protected open(): Promise<void> {
    return this.store.open();
  }

  protected find(): void {
    void this.store.find(this.question());
  }

  protected choose(change: FilterChange): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: 'q' in change,
    });
  }

  protected turn(by: number): void {
    this.choose({ page: String(this.question().page + by) });
  }
}
