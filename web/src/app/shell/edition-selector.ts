import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router } from '@angular/router';
import type { EditionSummary } from '../api-client/models/edition-summary.js';
import { EditionChoice } from '../shared/editions/edition-choice.js';
import { Language } from '../shared/language/language.js';
import { Icon } from '../shared/ui/icon.js';
import { EditionInAddress } from './edition-in-address.js';

/** Which edition the page speaks of; the choice stands in the address, and the latest is the default. */
@Component({
  selector: 'dti-edition-selector',
  imports: [Icon, MatButton, MatMenu, MatMenuItem, MatMenuTrigger],
  templateUrl: './edition-selector.html',
  styleUrl: './edition-selector.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionSelector {
  protected readonly choice = inject(EditionChoice);
  protected readonly address = inject(EditionInAddress);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;

  protected readonly current = computed(() =>
    this.address.unpublished() ? null : this.choice.named(this.address.code() ?? undefined),
  );
  protected readonly label = computed(() => {
    const edition = this.current();
    if (edition) return this.shortName(edition);
    if (this.address.unpublished()) return this.t('edition.unpublished');
    const { status } = this.choice.state();
    if (status === 'failed') return this.t('edition.failed');
    return this.t(status === 'loading' ? 'edition.loading' : 'edition.none');
  });

  protected shortName(edition: EditionSummary): string {
    if (edition.index === 'data') return this.t('edition.ofData', { period: edition.period });
    return `${edition.index.toUpperCase()} ${edition.period}`;
  }

  protected published(edition: EditionSummary): string {
    if (edition.publishedOn === null) return this.t('edition.draft');
    return this.t('edition.publishedOn', { date: this.language.formats().date(edition.publishedOn) });
  }

  /** Group and region belong to an edition; they do not outlive it. */
  protected choose(code: string): void {
    void this.router.navigate([], {
      queryParams: { edition: code, assessment: null, group: null, region: null, sort: null },
      queryParamsHandling: 'merge',
    });
  }
}
