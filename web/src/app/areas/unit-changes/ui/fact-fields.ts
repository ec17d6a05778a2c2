import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { Region } from '../../../api-client/models/region.js';
import type { UnitChangeKind } from '../../../api-client/models/unit-change-kind.js';
import type { UnitDetail } from '../../../api-client/models/unit-detail.js';
import { Language } from '../../../shared/language/language.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import { type ChangeDraft, SCHEMES, UNIT_KINDS } from '../change-draft.js';
import { periodText } from '../change-words.js';
import { type RecordedFact, recordedPeriods } from '../recorded-periods.js';
import { NameFields } from './name-fields.js';

/** What changes about one unit: its name, kind, code, region, an alias, a period. */
@Component({
  selector: 'dti-fact-fields',
  imports: [DraftField, MatFormField, MatHint, MatLabel, MatOption, MatSelect, NameFields],
  templateUrl: './fact-fields.html',
  styleUrl: './change-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FactFields {
  readonly kind = input.required<UnitChangeKind>();
  readonly draft = input.required<ChangeDraft>();
  readonly level = input.required<'province' | 'ministry'>();
  readonly regions = input.required<readonly Region[]>();
  readonly detail = input.required<UnitDetail | null>();
  readonly faults = input.required<ReadonlyMap<string, string>>();
  readonly changed = output<Partial<ChangeDraft>>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly schemes = SCHEMES;
  protected readonly kinds = computed(() => UNIT_KINDS[this.level()]);
  protected readonly periods = computed(() => {
    const detail = this.detail();
    return detail === null ? [] : recordedPeriods(detail).map((fact) => ({ fact, words: this.told(fact) }));
  });
  protected readonly period = computed(() => {
    const { period } = this.draft();
    return period === null
      ? -1
      : this.periods().findIndex(
          ({ fact }) => fact.fact === period.fact && fact.key === period.key && fact.from === period.from,
        );
  });

  protected kindName(kind: ChangeDraft['unitKind']): string {
    return this.t(`kind.${kind}`);
  }

  protected schemeName(scheme: ChangeDraft['scheme']): string {
    return this.t(`unitChange.scheme.${scheme}`);
  }

  protected fault(field: string): string | null {
    return this.faults().get(field) ?? null;
  }

  protected rename(own: Partial<ChangeDraft['name']>): void {
    this.changed.emit({ name: { ...this.draft().name, ...own } });
  }

  protected choosePeriod(index: number): void {
    const fact = this.periods()[index]?.fact;
    if (fact === undefined) return;
    const { formats } = this.wording();
    const day = (value: string | null) => (value === null ? '' : formats.date(value));
    const { says: _, ...period } = fact;
    this.changed.emit({ period, day: day(fact.from), until: day(fact.to) });
  }

  private told({ fact, says, from, to }: RecordedFact): string {
    const period = periodText({ validFrom: from, validTo: to }, this.wording());
    const what = this.t(`unitChange.table.${fact}`);
    const value = fact === 'kind' ? this.kindName(says as ChangeDraft['unitKind']) : says;
    return value === null ? `${what}, ${period}` : `${what}: ${value}, ${period}`;
  }
}
