import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DatabaseTerms } from '../../../api-client/models/database-terms.js';
import type { RegisteredDatabaseDetail } from '../../../api-client/models/registered-database-detail.js';
import { Language } from '../../../shared/language/language.js';
import { LegalBases } from '../../../shared/law/legal-bases.js';
import { termName } from '../databases-view.js';
import { SPECIAL_PURPOSE } from '../entry-draft.js';

/** What an entry says of its database, with the basis of its class and marks. */
@Component({
  selector: 'dti-entry-facts',
  imports: [LegalBases, RouterLink],
  template: `
    <h2>{{ t('db.facts.title') }}</h2>
    <dl>
      <dt>{{ t('word.unit') }}</dt>
      <dd>
        <a [routerLink]="['/units', detail().unitId]">{{ unit() }}</a>
      </dd>
      @for (fact of facts(); track fact.label) {
        <dt>{{ fact.label }}</dt>
        <dd>{{ fact.value }}</dd>
      }
    </dl>
    @if (special()) {
      <div class="special">
        <p>
          <strong>{{ mark() }}</strong> · {{ t('db.entry.specialNotice') }}
        </p>
        <p class="small">{{ t('db.entry.specialReason') }}: {{ detail().specialReason }}</p>
        <p class="small">{{ t('db.entry.specialApprover') }}: {{ detail().specialApprover }}</p>
      </div>
    }
    <dti-legal-bases [bases]="bases()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-3);
    }
    dl {
      display: grid;
      grid-template-columns: minmax(7rem, 14rem) minmax(0, 1fr);
      gap: var(--gap-2) var(--gap-4);
      margin: 0;
    }
    dt {
      color: var(--ink-2);
      font-size: var(--text-s);
    }
    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .special {
      padding: var(--gap-3) var(--gap-4);
      border-inline-start: 3px solid var(--warn);
      background: var(--warn-soft);
      border-radius: var(--radius-s);
    }
    @media (max-width: 599.98px) {
      dl {
        grid-template-columns: minmax(0, 1fr);
        gap: 0;
      }
      dd {
        margin-bottom: var(--gap-2);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryFacts {
  readonly detail = input.required<RegisteredDatabaseDetail>();
  readonly terms = input.required<DatabaseTerms>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly unit = computed(() =>
    this.language.named({ vi: this.detail().unitNameVi, en: this.detail().unitNameEn }),
  );
  protected readonly special = computed(() => this.detail().marks.includes(SPECIAL_PURPOSE));
  protected readonly mark = computed(() =>
    termName(this.terms().marks, SPECIAL_PURPOSE, this.language.wording()),
  );
  protected readonly facts = computed(() => {
    const detail = this.detail();
    const wording = this.language.wording();
    const marks = detail.marks.map((mark) => termName(this.terms().marks, mark, wording));
    const day = (text: string | null) => (text === null ? null : wording.formats.date(text));
    const all: readonly (readonly [string, string | null])[] = [
      [this.t('db.class'), termName(this.terms().classes, detail.class, wording)],
      [this.t('db.marks'), marks.length === 0 ? null : marks.join(', ')],
      [this.t('db.entry.system'), detail.informationSystem],
      [this.t('db.entry.description'), detail.description],
      [this.t('db.entry.reference'), detail.reference],
      [this.t('db.entry.inUseSince'), day(detail.inUseSince)],
      [this.t('db.entry.closedOn'), day(detail.closedOn)],
    ];
    return all.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
  });
  protected readonly bases = computed(() => {
    const { classes, marks, bases } = this.terms();
    const detail = this.detail();
    const named = [...classes, ...marks]
      .filter(({ code }) => code === detail.class || detail.marks.includes(code))
      .flatMap(({ legalBasis }) => legalBasis);
    return bases.filter(({ reference }) => named.includes(reference));
  });
}
