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
import { Router, RouterLink } from '@angular/router';
import type { FrameworkStatus } from '../../api-client/models/framework-status.js';
import { Language } from '../../shared/language/language.js';
import { Session } from '../../shared/session/session.js';
import { Icon } from '../../shared/ui/icon.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { StatTiles } from '../../shared/ui/stat-tiles.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { treeRows } from './tree-view.js';
import type { Decision } from './ui/decision-form.js';
import { type CopyDecision, LifePanel } from './ui/life-panel.js';
import { MethodTree, type NodeDecision } from './ui/method-tree.js';
import { RulesPanel } from './ui/rules-panel.js';
import { StatusBadge } from './ui/status-badge.js';
import { VersionStore } from './version-store.js';
import { versionContext, versionTiles } from './version-view.js';
import { methodSaid } from './words/rule-words.js';

/** One version of a method: its tree, its rules, what is proposed in it and its life. */
@Component({
  selector: 'dti-version-page',
  imports: [
    FailedPanel,
    Icon,
    LifePanel,
    MatButton,
    MethodTree,
    Notice,
    PageHeader,
    RouterLink,
    RulesPanel,
    Skeleton,
    StatTiles,
    StatusBadge,
  ],
  providers: [VersionStore],
  templateUrl: './version-page.html',
  styleUrl: './version-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionPage {
  readonly code = input.required<string>();
  /** The node that is open. */
  readonly node = input<string>();

  protected readonly store = inject(VersionStore);
  protected readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected readonly finding = computed(() => {
    const version = this.store.version();
    return version === null ? this.t('nav.methodology') : this.wording().name(version);
  });
  protected readonly context = computed(() => {
    const version = this.store.version();
    return version === null ? '' : versionContext(version, this.wording());
  });
  protected readonly tiles = computed(() => {
    const version = this.store.version();
    return version === null ? null : versionTiles(version, this.wording());
  });
  protected readonly rows = computed(() => treeRows(this.store.version()?.nodes ?? [], this.wording()));
  protected readonly rules = computed(() => {
    const version = this.store.version();
    return version === null ? [] : methodSaid(version, this.wording());
  });

  constructor() {
    effect(() => {
      const code = this.code();
      untracked(() => void this.store.open(code));
    });
  }

  /** Nodes of a draft can be changed by whom it is allowed. */
  protected readonly editable = computed(
    () =>
      this.session.may('framework.draft') &&
      this.store.version()?.status === 'draft' &&
      !this.store.version()?.frozen,
  );

  protected async move(request: Decision & { readonly to: FrameworkStatus }): Promise<void> {
    await this.store.move(this.code(), request);
  }

  protected async copy(request: CopyDecision): Promise<void> {
    const copy = await this.store.copy(this.code(), request);
    if (copy !== null) await this.router.navigate(['/methodology', copy.code]);
  }

  protected async edit({ node, ...request }: NodeDecision): Promise<void> {
    await this.store.editNode(this.code(), node, request);
  }

  protected retry(): void {
    void this.store.open(this.code());
  }

  /** Text of the language on screen, or null. */
  protected said(vi: string | null, en: string | null): string | null {
    return vi === null ? null : this.language.named({ vi, en });
  }

  protected open(node: string | null): void {
    void this.router.navigate([], {
      queryParams: { node },
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: true,
    });
  }
}
