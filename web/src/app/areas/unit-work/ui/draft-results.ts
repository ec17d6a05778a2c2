import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { WorkDraftResult } from '../../../api-client/models/work-draft-result.js';
import { Language } from '../../../shared/language/language.js';

/** A unit's own results of scores that are not published: to be checked, not to be quoted. */
@Component({
  selector: 'dti-draft-results',
  template: `
    <h2>{{ t('work.drafts.title', { count: drafts().length }) }}</h2>
    <p class="small muted">{{ t('work.drafts.context') }}</p>
    <div class="table-scroll" role="region" tabindex="0" [attr.aria-label]="t('work.drafts.context')">
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{{ t('work.drafts.framework') }}</th>
            <th scope="col">{{ t('work.figures.period') }}</th>
            <th scope="col" class="number">{{ t('work.drafts.total') }}</th>
            <th scope="col" class="number">{{ t('work.drafts.rank') }}</th>
            <th scope="col">{{ t('work.drafts.made') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (draft of drafts(); track draft.assessmentId) {
            <tr>
              <th scope="row" class="words">{{ wording().name(draft) }}</th>
              <td class="figures">{{ draft.period }}</td>
              <td class="number">
                {{ draft.total === null ? t('work.figure.missing') : wording().formats.ratio(draft.total) }}
              </td>
              <td class="number">{{ draft.rank ?? t('work.figures.absent') }}</td>
              <td class="figures">{{ wording().formats.date(draft.createdAt) }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftResults {
  readonly drafts = input.required<readonly WorkDraftResult[]>();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
}
