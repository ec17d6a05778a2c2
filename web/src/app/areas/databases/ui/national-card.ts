import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DatabaseAssertion } from '../../../api-client/models/database-assertion.js';
import type { DatabaseTerm } from '../../../api-client/models/database-term.js';
import type { NationalDatabase } from '../../../api-client/models/national-database.js';
import { Language } from '../../../shared/language/language.js';
import { ClauseDisclosure } from '../../../shared/law/clause-disclosure.js';
import { asOfText, assertedText, clausesOf, figureText, ownerLine, termName } from '../databases-view.js';
import { StateMark } from './state-mark.js';

/** One national database: its three conditions, its qualities, who owns it, what was published of it. */
@Component({
  selector: 'dti-national-card',
  imports: [ClauseDisclosure, RouterLink, StateMark],
  templateUrl: './national-card.html',
  styleUrl: './national-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NationalCard {
  readonly database = input.required<NationalDatabase>();
  readonly conditions = input.required<readonly DatabaseTerm[]>();
  readonly aspects = input.required<readonly DatabaseTerm[]>();
  readonly qualities = input.required<readonly DatabaseTerm[]>();

  /** The name leads to the page of the database. */
  readonly linked = input(true);

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly owner = computed(() => ownerLine(this.database().owner, this.wording()));
  protected readonly shortName = computed(() =>
    this.language.named({ vi: this.database().shortNameVi, en: this.database().shortNameEn }),
  );

  /** The clauses that imply the owner. */
  protected readonly ownerBases = computed(() => clausesOf(this.database().owner.legalBasis));

  protected name(terms: readonly DatabaseTerm[], code: string): string {
    return termName(terms, code, this.wording());
  }

  protected asserted(assertion: DatabaseAssertion): string {
    const wording = this.wording();
    return [figureText(assertion, wording), assertedText(assertion, wording)]
      .filter((part) => part !== null)
      .join(' · ');
  }

  protected asOf(day: string): string {
    return asOfText(day, this.wording());
  }

  protected text(fact: { readonly textVi: string; readonly textEn: string }): string {
    return this.language.named({ vi: fact.textVi, en: fact.textEn });
  }
}
