import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LegalClause } from '../../../api-client/models/legal-clause.js';
import { Language } from '../../../shared/language/language.js';
import { ClauseText } from '../../../shared/law/clause-text.js';
import { anchorOf, clauseLabel } from '../law-view.js';

/** One clause on its document's page, with an address of its own. */
@Component({
  selector: 'dti-clause-entry',
  imports: [ClauseText, RouterLink],
  templateUrl: './clause-entry.html',
  styleUrl: './clause-entry.css',
  host: { '[id]': 'anchor()', '[class.current]': 'current()', '[attr.data-depth]': 'clause().depth' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClauseEntry {
  readonly clause = input.required<LegalClause>();
  /** The clause that the address names. */
  readonly current = input(false);
  /** What was searched for, to be marked. */
  readonly words = input('');

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly anchor = computed(() => anchorOf(this.clause().code));
  protected readonly label = computed(() => clauseLabel(this.clause(), this.language.wording()));
  protected readonly heading = computed(() => {
    const { headingVi, headingEn } = this.clause();
    return headingVi === null ? null : this.language.named({ vi: headingVi, en: headingEn });
  });
  /** A heading alone needs no words; what has neither says that its text is not held. */
  protected readonly hasWords = computed(() => {
    const { textVi, reportedVi, headingVi, noteVi, state } = this.clause();
    return (
      textVi !== null || reportedVi !== null || headingVi === null || noteVi !== null || state === 'lapsed'
    );
  });
}
