import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LegalClauseDetail } from '../../api-client/models/legal-clause-detail.js';
import { Language } from '../language/language.js';
import { Loaded } from '../loading/loaded.js';
import { adviceFor } from '../problem/problem.js';
import { Icon } from '../ui/icon.js';
import { SourceList } from '../ui/source-list.js';
import { ClauseClient } from './clause-client.js';
import { ClauseText } from './clause-text.js';
import { citation, lawLink } from './law-words.js';

let disclosures = 0;

/** A clause on demand: pressed, it shows the exact words, where they come from and how they were checked. */
@Component({
  selector: 'dti-clause-disclosure',
  imports: [ClauseText, Icon, RouterLink, SourceList],
  templateUrl: './clause-disclosure.html',
  styleUrl: './clause-disclosure.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClauseDisclosure {
  /** Id of the document: `decision-142-2024`. */
  readonly document = input.required<string>();
  /** Code of the clause as printed: `III.2.đ`. */
  readonly clause = input.required<string>();
  /** What stands on the button, where the code alone would not do. */
  readonly label = input('');

  private readonly client = inject(ClauseClient);
  private readonly language = inject(Language);
  private readonly loaded = new Loaded<LegalClauseDetail>();
  protected readonly t = this.language.t;
  protected readonly id = `clause-${(disclosures += 1)}`;
  protected readonly open = signal(false);
  protected readonly state = this.loaded.state;
  protected readonly link = computed(() => lawLink({ document: this.document(), clause: this.clause() }));
  protected readonly advice = computed(() => {
    const failure = this.loaded.failure();
    return failure === null ? null : this.t(adviceFor(failure));
  });

  protected toggle(): void {
    this.open.update((open) => !open);
    if (this.open()) this.load();
  }

  protected load(): void {
    void this.loaded.load(() => this.client.clause(this.document(), this.clause()));
  }

  protected cited(clause: LegalClauseDetail): string {
    return citation(clause, this.language.wording());
  }

  protected heading(of: { readonly headingVi: string | null; readonly headingEn: string | null }): string {
    return of.headingVi === null ? '' : this.language.named({ vi: of.headingVi, en: of.headingEn });
  }
}
