import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import { Language } from '../../shared/language/language.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { ProposedMark } from './ui/proposed-mark.js';
import { StatusBadge } from './ui/status-badge.js';
import { VersionsStore } from './versions-store.js';
import { byIndex, levelOf, LEVELS, listFinding, periodsText } from './versions-view.js';

/** The versions of each method, by index and level, with where each stands in its life. */
@Component({
  selector: 'dti-versions-page',
  imports: [
    EmptyPanel,
    FailedPanel,
    MatButton,
    PageHeader,
    ProposedMark,
    RouterLink,
    Segmented,
    Skeleton,
    StatusBadge,
  ],
  providers: [VersionsStore],
  templateUrl: './versions-page.html',
  styleUrl: './versions-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionsPage {
  readonly level = input<string>();

  protected readonly store = inject(VersionsStore);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly periodsText = periodsText;

  protected readonly chosen = computed(() => levelOf(this.level()));
  protected readonly levels = computed(() => [
    { value: '', label: this.t('methodology.allLevels') },
    ...LEVELS.map((level) => ({ value: level, label: this.t(`level.${level}`) })),
  ]);
  protected readonly indices = computed(() =>
    byIndex(this.store.versions() ?? [], this.chosen(), this.wording()),
  );
  protected readonly finding = computed(() => {
    const versions = this.store.versions();
    return versions === null ? this.t('nav.methodology') : listFinding(versions, this.wording());
  });

  constructor() {
    void this.store.open();
  }

  protected levelName({ level }: FrameworkVersionSummary): string {
    return this.t(`level.${level}`);
  }

  protected choose(level: string): void {
    void this.router.navigate([], {
      queryParams: { level: level || null },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }
}
