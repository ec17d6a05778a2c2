import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LegalClause } from '../../../api-client/models/legal-clause.js';
import { Language } from '../../../shared/language/language.js';
import { clauseLabel, type ContentsEntry } from '../law-view.js';

/** The contents of a document; each entry leads to its clause by an address of its own. */
@Component({
  selector: 'dti-contents-list',
  imports: [NgTemplateOutlet, RouterLink],
  templateUrl: './contents-list.html',
  styleUrl: './contents-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContentsList {
  readonly document = input.required<string>();
  readonly entries = input.required<readonly ContentsEntry[]>();
  readonly current = input<string | null>(null);

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  /** On a phone the contents are folded: the text comes first. */
  protected readonly wide = inject(DOCUMENT).defaultView?.matchMedia('(min-width: 1000px)').matches ?? true;

  protected label(clause: LegalClause): string {
    return clauseLabel(clause, this.language.wording());
  }

  protected heading(clause: LegalClause): string {
    return clause.headingVi === null
      ? ''
      : this.language.named({ vi: clause.headingVi, en: clause.headingEn });
  }
}
