import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Language } from '../../../shared/language/language.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import type { NameDraft } from '../change-draft.js';

/** A unit's name in full, short, and in English. */
@Component({
  selector: 'dti-name-fields',
  imports: [DraftField],
  template: `
    <dti-draft-field
      [label]="t('unitChange.name.vi')"
      [value]="name().vi"
      placeholder="Tỉnh …"
      [wrong]="fault('vi')"
      [maximum]="200"
      (typed)="changed.emit({ vi: $event })"
    />
    <dti-draft-field
      [label]="t('unitChange.name.short')"
      [value]="name().shortVi"
      [hint]="t('unitChange.name.shortHint')"
      [wrong]="fault('shortVi')"
      [maximum]="200"
      (typed)="changed.emit({ shortVi: $event })"
    />
    <dti-draft-field
      [label]="t('unitChange.name.en')"
      [value]="name().en"
      [wrong]="fault('en')"
      [maximum]="200"
      (typed)="changed.emit({ en: $event })"
    />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-4);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
      align-items: start;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameFields {
  readonly name = input.required<NameDraft>();
  /** Where the name stands in the request. */
  readonly at = input.required<string>();
  readonly faults = input.required<ReadonlyMap<string, string>>();
  readonly changed = output<Partial<NameDraft>>();
  protected readonly t = inject(Language).t;

  protected fault(field: string): string | null {
    return this.faults().get(`${this.at()}.${field}`) ?? this.faults().get(this.at()) ?? null;
  }
}
