import { ChangeDetectionStrategy, Component, effect, inject, input, untracked } from '@angular/core';
import type { DatabaseTerms } from '../../../api-client/models/database-terms.js';
import type { DatabaseVersion } from '../../../api-client/models/database-version.js';
import { actorWords, unitOfActor } from '../../../shared/format/actor.js';
import { Language } from '../../../shared/language/language.js';
import { UnitNames } from '../../../shared/units/unit-names.js';
import { versionText } from '../databases-view.js';

/** Every version of an entry, newest first: nothing is overwritten. */
@Component({
  selector: 'dti-entry-history',
  template: `
    <h2>{{ t('db.history.title') }}</h2>
    <ol>
      @for (version of versions(); track version.version) {
        <li>
          <p>
            <strong>{{ t('db.history.version', { version: version.version }) }}</strong>
            <span class="muted small"> {{ written(version) }}</span>
          </p>
          <p class="small">{{ text(version) }}</p>
          @if (version.changeNote) {
            <p class="small muted">{{ version.changeNote }}</p>
          }
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      gap: var(--gap-3);
      margin: var(--gap-3) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-inline-start: var(--gap-3);
      border-inline-start: 3px solid var(--accent-soft);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryHistory {
  readonly versions = input.required<readonly DatabaseVersion[]>();
  readonly terms = input.required<DatabaseTerms>();
  private readonly language = inject(Language);
  private readonly names = inject(UnitNames);
  protected readonly t = this.language.t;

  constructor() {
    effect(() => {
      const wanted = this.versions().map(({ writtenBy }) => unitOfActor(writtenBy));
      untracked(() => void this.names.learn(wanted));
    });
  }

  protected written({ writtenAt, writtenBy }: DatabaseVersion): string {
    const by = actorWords(writtenBy, this.t, this.names.of);
    return `${this.language.formats().date(writtenAt)} · ${by}`;
  }

  protected text(version: DatabaseVersion): string {
    return versionText(version, this.terms(), this.language.wording());
  }
}
