import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Ranking } from '../../../api-client/models/ranking.js';
import { Language } from '../../../shared/language/language.js';
import { coverageText, isComplete, levelNoun } from '../../../shared/results/results.js';
import { SourceList } from '../../../shared/ui/source-list.js';

/** How the list was made, what it lacks, and where its figures come from. */
@Component({
  selector: 'dti-ranking-method',
  imports: [SourceList],
  template: `
    <section class="panel">
      <div>
        <h2>{{ t('ranking.method.title') }}</h2>
        <ul class="small">
          @for (note of notes(); track note) {
            <li>{{ note }}</li>
          }
        </ul>
      </div>
      <div>
        <h2>{{ t('word.sources') }}</h2>
        <dti-source-list [sources]="ranking().sources" />
      </div>
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--gap-5);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr));
    }
    h2 {
      margin-bottom: var(--gap-2);
    }
    ul {
      display: grid;
      gap: var(--gap-2);
      margin: 0;
      padding-inline-start: 1.1rem;
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RankingMethod {
  readonly ranking = input.required<Ranking>();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly notes = computed(() => {
    const ranking = this.ranking();
    const { method, group } = ranking;
    const noun = this.t(levelNoun(group.level));
    const notes = [
      this.t(`ranking.method.${ranking.basis}`),
      method.rankDecimals === null
        ? this.t('ranking.method.unrounded')
        : this.t('ranking.method.decimals', { decimals: method.rankDecimals }),
      this.t('ranking.method.ties'),
      this.t('ranking.method.missing'),
    ];
    if (!isComplete(group))
      notes.unshift(this.t('ranking.method.incomplete', { coverage: coverageText(group), noun }));
    return notes;
  });
}
