import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { LegalClause } from '../../api-client/models/legal-clause.js';
import { Language } from '../language/language.js';
import { Icon } from '../ui/icon.js';
import { highlight } from './highlight.js';
import { asSentence, citation, lapseRemark } from './law-words.js';

/**
 * The words of a clause as they stand in law, with the mark of how they were checked; what another
 * document says of it where its own words are not held; and that it has lapsed, where it has.
 */
@Component({
  selector: 'dti-clause-text',
  imports: [Icon],
  templateUrl: './clause-text.html',
  styleUrl: './clause-text.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClauseText {
  readonly clause = input.required<LegalClause>();
  /** What was searched for, to be marked. */
  readonly words = input('');

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly paragraphs = computed(() =>
    (this.clause().textVi?.split('\n') ?? []).map((paragraph) => highlight(paragraph, this.words())),
  );
  protected readonly lapse = computed(() => {
    const clause = this.clause();
    if (clause.state !== 'lapsed') return null;
    const remark = lapseRemark(
      {
        validTo: clause.validTo,
        successorCitationVi: clause.successor?.citationVi ?? null,
        successorCitationEn: clause.successor?.citationEn ?? null,
      },
      this.language.wording(),
    );
    return asSentence(remark);
  });
  protected readonly reported = computed(() => highlight(this.clause().reportedVi ?? '', this.words()));
  protected readonly reporter = computed(() => {
    const by = this.clause().reportedBy;
    return by === null ? '' : citation(by, this.language.wording());
  });
  protected readonly note = computed(() => {
    const { noteVi, noteEn } = this.clause();
    return noteVi === null ? null : this.language.named({ vi: noteVi, en: noteEn });
  });
}
