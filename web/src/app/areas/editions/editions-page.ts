import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { EditionGroup } from '../../api-client/models/edition-group.js';
import type { EditionSummary } from '../../api-client/models/edition-summary.js';
import { EditionChoice } from '../../shared/editions/edition-choice.js';
import { Language } from '../../shared/language/language.js';
import { coverageText } from '../../shared/results/results.js';
import { Session } from '../../shared/session/session.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';

/** Every edition, newest first, with what is known of it. */
@Component({
  selector: 'dti-editions-page',
  imports: [EmptyPanel, FailedPanel, MatButton, PageHeader, RouterLink, Skeleton],
  templateUrl: './editions-page.html',
  styleUrl: './editions-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionsPage {
  /** The shared list of editions is this page's store: the selector in the bar shows the same. */
  protected readonly store = inject(EditionChoice);
  protected readonly session = inject(Session);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly coverage = coverageText;

  constructor() {
    void this.store.settled();
  }

  /** The nation is not ranked; its value stands on the edition's own page. */
  protected ranked(edition: EditionSummary): readonly EditionGroup[] {
    return edition.groups.filter(({ level }) => level !== 'nation');
  }

  protected title(edition: EditionSummary): string {
    return this.wording().name({ nameVi: edition.titleVi, nameEn: edition.titleEn });
  }

  protected facts(edition: EditionSummary): string {
    const { formats } = this.wording();
    return [
      edition.publishedOn === null
        ? this.t(`edition.status.${edition.status}`)
        : this.t('edition.publishedOn', { date: formats.date(edition.publishedOn) }),
      this.t(`basis.${edition.kind}`),
      edition.revision > 1 ? this.t('edition.revision', { number: edition.revision }) : null,
    ]
      .filter((fact) => fact !== null)
      .join(' · ');
  }
}
