import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import type { UnitDetail } from '../../../api-client/models/unit-detail.js';
import type { UnitKind } from '../../../api-client/models/unit-kind.js';
import { Language } from '../../../shared/language/language.js';
import type { TextKey } from '../../../shared/language/text-key.js';
import { validityText } from '../unit-view.js';

const SCHEMES: readonly string[] = ['gso', 'iso3166-1', 'iso3166-2', 'e-id'];

/** Names, kinds, codes and regions with the days they hold; what is not verified says so. */
@Component({
  selector: 'dti-unit-record',
  templateUrl: './unit-record.html',
  styleUrl: './unit-record.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitRecord {
  readonly detail = input.required<UnitDetail>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  /** Nothing of a unit holds before the unit began or after it ended. */
  protected validity(of: { readonly validFrom: string | null; readonly validTo: string | null }): string {
    const unit = this.detail();
    const bounded = { validFrom: of.validFrom ?? unit.validFrom, validTo: of.validTo ?? unit.validTo };
    return validityText(bounded, this.wording());
  }

  protected kindName(kind: UnitKind): string {
    return this.t(`kind.${kind}`);
  }

  protected scheme(code: string): string {
    return SCHEMES.includes(code) ? this.t(`unit.scheme.${code}` as TextKey) : code;
  }
}
