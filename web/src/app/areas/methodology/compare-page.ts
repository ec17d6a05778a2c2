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
import { MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import { Language } from '../../shared/language/language.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { CompareStore } from './compare-store.js';
import { comparedRows, comparisonFinding, versionChanges } from './compare-view.js';
import { statusKey } from './versions-view.js';
import { BridgePanel } from './bridge-panel.js';
import { ComparedNodes } from './ui/compared-nodes.js';
import { StatusBadge } from './ui/status-badge.js';

/** Two versions, node by node, and one year scored by both. Everything chosen stands in the address. */
@Component({
  selector: 'dti-compare-page',
  imports: [
    BridgePanel,
    ComparedNodes,
    EmptyPanel,
    FailedPanel,
    MatButton,
    MatFormField,
    MatLabel,
    MatOption,
    MatSelect,
    PageHeader,
    RouterLink,
    Segmented,
    Skeleton,
    StatusBadge,
  ],
  providers: [CompareStore],
  templateUrl: './compare-page.html',
  styleUrl: './compare-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparePage {
  readonly before = input<string>();
  readonly after = input<string>();
  readonly show = input<string>();
  readonly period = input<string>();

  protected readonly store = inject(CompareStore);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected readonly all = computed(() => this.show() === 'all');
  protected readonly chosen = computed(() => {
    const [before, after] = [this.before(), this.after()];
    return before && after ? { before, after } : null;
  });
  protected readonly versions = computed(() => {
    const state = this.store.versions();
    return state.status === 'ready' ? state.value : [];
  });
  protected readonly shows = computed(() => [
    { value: '', label: this.t('methodology.compare.show.changed') },
    { value: 'all', label: this.t('methodology.compare.show.all') },
  ]);
  private readonly comparison = computed(() => (this.chosen() === null ? null : this.store.comparison()));
  protected readonly finding = computed(() => {
    const comparison = this.comparison();
    return comparison === null
      ? this.t('methodology.compare.title')
      : comparisonFinding(comparison, this.wording());
  });
  protected readonly rows = computed(() => {
    const comparison = this.comparison();
    return comparison === null ? [] : comparedRows(comparison, this.all(), this.wording());
  });
  protected readonly changes = computed(() => {
    const comparison = this.comparison();
    return comparison === null ? [] : versionChanges(comparison, this.wording());
  });

  constructor() {
    void this.store.start();
    effect(() => {
      const chosen = this.chosen();
      if (chosen !== null) untracked(() => void this.store.compare(chosen.before, chosen.after));
    });
  }

  protected choose(change: Partial<Record<'before' | 'after' | 'show' | 'period', string | null>>): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected readonly sides = ['before', 'after'] as const;

  protected sideName(side: 'before' | 'after'): string {
    return this.t(`methodology.compare.${side}`);
  }

  protected chosenOf(side: 'before' | 'after'): string {
    return this[side]() ?? '';
  }

  protected versionOf(side: 'before' | 'after'): FrameworkVersionSummary | null {
    return this.versions().find(({ code }) => code === this[side]()) ?? null;
  }

  protected chooseSide(side: 'before' | 'after', code: string): void {
    this.choose({ [side]: code });
  }

  /** Name and standing: a draft is never taken for what is in use. */
  protected optionName(version: FrameworkVersionSummary): string {
    return `${this.wording().name(version)} · ${version.code} · ${this.t(statusKey(version.status))}`;
  }

  protected retry(): void {
    const chosen = this.chosen();
    if (chosen !== null) void this.store.compare(chosen.before, chosen.after);
  }
}
