import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { FrameworkVersionSummary } from '../../../api-client/models/framework-version-summary.js';
import type { ImportSummary } from '../../../api-client/models/import-summary.js';
import { Language } from '../../../shared/language/language.js';
import type { LoadState } from '../../../shared/loading/loaded.js';

/** What was imported lately, by file. */
@Component({
  selector: 'dti-recent-imports',
  template: `
    @let list = state();
    @if (list.status === 'ready') {
      <section class="panel">
        <h2>{{ t('import.recent') }}</h2>
        <div class="table-scroll" role="region" tabindex="0" [attr.aria-label]="t('import.recent')">
          <table class="data">
            <thead>
              <tr>
                <th scope="col">{{ t('import.recent.file') }}</th>
                <th scope="col">{{ t('word.framework') }}</th>
                <th scope="col">{{ t('word.period') }}</th>
                <th scope="col" class="number">{{ t('import.change.new') }}</th>
                <th scope="col" class="number">{{ t('import.change.changed') }}</th>
                <th scope="col">{{ t('import.recent.on') }}</th>
              </tr>
            </thead>
            <tbody>
              @for (one of list.value; track one.id) {
                <tr>
                  <th scope="row">{{ one.fileName }}</th>
                  <td class="words">{{ frameworkName(one.framework) }}</td>
                  <td>{{ one.period }}</td>
                  <td class="number">{{ wording().formats.number(one.newCount, 0) }}</td>
                  <td class="number">{{ wording().formats.number(one.changedCount, 0) }}</td>
                  <td>{{ wording().formats.date(one.importedAt) }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      </section>
    }
  `,
  styles: `
    h2 {
      margin-bottom: var(--gap-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecentImports {
  readonly state = input.required<LoadState<readonly ImportSummary[]>>();
  readonly frameworks = input.required<readonly FrameworkVersionSummary[]>();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  /** Its name in the visitor's language; the code of one that is not in the list. */
  protected frameworkName(code: string): string {
    const framework = this.frameworks().find((one) => one.code === code);
    return framework ? this.wording().name(framework) : code;
  }
}
