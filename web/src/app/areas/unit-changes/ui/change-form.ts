import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import type { LegalDocument } from '../../../api-client/models/legal-document.js';
import type { Region } from '../../../api-client/models/region.js';
import type { UnitChangeKind } from '../../../api-client/models/unit-change-kind.js';
import type { UnitDetail } from '../../../api-client/models/unit-detail.js';
import type { UnitSummary } from '../../../api-client/models/unit-summary.js';
import { Language } from '../../../shared/language/language.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import { Segmented } from '../../../shared/ui/segmented.js';
import {
  type ChangeDraft,
  MAY_BE_WITHOUT_BASIS,
  NO_UNIT,
  type NewUnitDraft,
  UNIT_KINDS,
} from '../change-draft.js';
import { BasisFields } from './basis-fields.js';
import { FactFields } from './fact-fields.js';
import { NewUnitFields } from './new-unit-fields.js';
import { UnitPicker } from '../../../shared/ui/unit-picker.js';

/** The form of a change: whom it is of, what it is, from when, by which document. */
@Component({
  selector: 'dti-change-form',
  imports: [
    BasisFields,
    DraftField,
    FactFields,
    MatButton,
    MatProgressBar,
    NewUnitFields,
    Segmented,
    UnitPicker,
  ],
  templateUrl: './change-form.html',
  styleUrl: './change-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangeForm {
  readonly kind = input.required<UnitChangeKind>();
  readonly draft = input.required<ChangeDraft>();
  readonly units = input.required<readonly UnitSummary[]>();
  readonly documents = input.required<readonly LegalDocument[]>();
  readonly regions = input.required<readonly Region[]>();
  readonly detail = input.required<UnitDetail | null>();
  readonly faults = input.required<ReadonlyMap<string, string>>();
  readonly busy = input.required<boolean>();
  readonly changed = output<Partial<ChangeDraft>>();
  readonly submitted = output();

  protected readonly t = inject(Language).t;
  protected readonly optionalBasis = computed(() => MAY_BE_WITHOUT_BASIS.has(this.kind()));
  protected readonly open = computed(() => ['alias', 'correction'].includes(this.kind()));
  /** Of the unit chosen; of a new one as it is said. */
  protected readonly level = computed<'province' | 'ministry'>(() => {
    if (this.kind() === 'new-unit') return this.draft().level;
    const [first] = this.draft().units;
    return this.units().find(({ id }) => id === first)?.level === 'ministry' ? 'ministry' : 'province';
  });
  protected readonly choosable = computed(() => {
    const level = this.kind() === 'ministry-in-charge' ? 'ministry' : this.chosenLevel();
    return this.units().filter((unit) => unit.level !== 'nation' && (level === null || unit.level === level));
  });
  protected readonly levels = computed(() =>
    (['province', 'ministry'] as const).map((value) => ({ value, label: this.t(`level.${value}`) })),
  );
  protected readonly ways = computed(() =>
    (['new', 'existing'] as const).map((value) => ({ value, label: this.t(`unitChange.into.${value}`) })),
  );
  /** What is wrong with the list of the predecessors as a whole, or with any of them. */
  protected readonly partsFault = computed(() => {
    const texts = [...this.faults()].flatMap(([path, text]) =>
      path === 'predecessors' || path.startsWith('predecessors.') ? [text] : [],
    );
    return texts.length === 0 ? null : [...new Set(texts)].join(' ');
  });
  protected readonly dayField = computed(() =>
    this.kind() === 'correction' ? 'validFrom' : 'effectiveDate',
  );
  protected readonly untilField = computed(() => (this.kind() === 'correction' ? 'validTo' : 'until'));

  /** Levels are never mixed: the first unit chosen says which. */
  private chosenLevel(): UnitSummary['level'] | null {
    if (this.kind() !== 'merger') return null;
    const [first] = this.draft().units;
    return this.units().find(({ id }) => id === first)?.level ?? null;
  }

  protected fault(field: string): string | null {
    return this.faults().get(field) ?? null;
  }

  protected chooseLevel(value: string): void {
    const level = value === 'ministry' ? 'ministry' : 'province';
    const made = this.draft().made.map((unit) => ({ ...unit, unitKind: UNIT_KINDS[level][0], region: '' }));
    this.changed.emit({ level, made });
  }

  protected chooseUnits(units: readonly string[]): void {
    const level =
      this.units().find(({ id }) => id === units[0])?.level === 'ministry' ? 'ministry' : 'province';
    const kinds: readonly string[] = UNIT_KINDS[level];
    const made = this.draft().made.map((unit) =>
      kinds.includes(unit.unitKind) ? unit : { ...unit, unitKind: UNIT_KINDS[level][0] },
    );
    this.changed.emit({ units, made, unitKind: UNIT_KINDS[level][1], period: null });
  }

  protected chooseWay(into: string): void {
    this.changed.emit({ into: into === 'existing' ? 'existing' : 'new' });
  }

  protected changeMade(index: number, unit: NewUnitDraft): void {
    this.changed.emit({ made: this.draft().made.map((one, at) => (at === index ? unit : one)) });
  }

  protected addPart(): void {
    const kind = UNIT_KINDS[this.level()][0];
    this.changed.emit({ made: [...this.draft().made, { ...NO_UNIT, unitKind: kind }] });
  }

  protected dropPart(index: number): void {
    this.changed.emit({ made: this.draft().made.filter((_, at) => at !== index) });
  }
}
