import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOptgroup, MatOption, MatSelect } from '@angular/material/select';
import type { DatabaseTerms } from '../../../api-client/models/database-terms.js';
import type { UnitSummary } from '../../../api-client/models/unit-summary.js';
import { Language } from '../../../shared/language/language.js';
import { Segmented } from '../../../shared/ui/segmented.js';
import type { RegisterQuestion } from '../databases-client.js';
import { inventoryWord } from '../databases-view.js';
import { INVENTORY_STATES, type RegisterAddress } from '../register-question.js';

const TYPING = 300;
export type FilterChange = Partial<Record<keyof RegisterAddress, string | null>>;

/** What the register is narrowed to; every choice goes into the address. */
@Component({
  selector: 'dti-register-filters',
  imports: [MatFormField, MatInput, MatLabel, MatOptgroup, MatOption, MatSelect, Segmented],
  template: `
    <div class="filters" role="group" [attr.aria-label]="t('db.filter.all')">
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('word.unit') }}</mat-label>
        <mat-select [value]="question().unit ?? ''" (selectionChange)="choose({ unit: $event.value })">
          <mat-option value="">{{ t('db.filter.anyUnit') }}</mat-option>
          @for (group of unitGroups(); track group.label) {
            <mat-optgroup [label]="group.label">
              @for (unit of group.units; track unit.id) {
                <mat-option [value]="unit.id">{{ wording().name(unit) }}</mat-option>
              }
            </mat-optgroup>
          }
        </mat-select>
      </mat-form-field>
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('db.class') }}</mat-label>
        <mat-select [value]="question().class ?? ''" (selectionChange)="choose({ class: $event.value })">
          <mat-option value="">{{ t('db.filter.anyClass') }}</mat-option>
          @for (term of terms()?.classes ?? []; track term.code) {
            <mat-option [value]="term.code">{{ wording().name(term) }}</mat-option>
          }
        </mat-select>
      </mat-form-field>
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('db.marks') }}</mat-label>
        <mat-select [value]="question().mark ?? ''" (selectionChange)="choose({ mark: $event.value })">
          <mat-option value="">{{ t('db.filter.anyMark') }}</mat-option>
          @for (term of terms()?.marks ?? []; track term.code) {
            <mat-option [value]="term.code">{{ wording().name(term) }}</mat-option>
          }
        </mat-select>
      </mat-form-field>
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('db.inventory.of', { period: question().period }) }}</mat-label>
        <mat-select
          [value]="question().inventory ?? ''"
          (selectionChange)="choose({ inventory: $event.value })"
        >
          <mat-option value="">{{ t('db.filter.anyInventory') }}</mat-option>
          @for (state of inventoryStates(); track state.value) {
            <mat-option [value]="state.value">{{ state.label }}</mat-option>
          }
        </mat-select>
      </mat-form-field>
      <mat-form-field appearance="outline" subscriptSizing="dynamic" class="search">
        <mat-label>{{ t('db.filter.search') }}</mat-label>
        <input matInput type="search" [value]="question().q ?? ''" (input)="typed($event)" />
      </mat-form-field>
      <dti-segmented
        [legend]="t('db.filter.state')"
        [choices]="states()"
        [value]="question().state ?? 'open'"
        (chosen)="choose({ state: $event === 'open' ? null : $event })"
      />
    </div>
  `,
  styles: `
    .filters {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-3);
      align-items: center;
    }
    mat-form-field {
      flex: 1 1 13rem;
      min-width: 0;
      max-width: 20rem;
    }
    .search {
      flex-basis: 16rem;
    }
    @media (max-width: 599.98px) {
      mat-form-field {
        flex-basis: 100%;
        max-width: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterFilters {
  readonly question = input.required<RegisterQuestion>();
  readonly terms = input.required<DatabaseTerms | null>();
  readonly units = input.required<readonly UnitSummary[]>();
  readonly changed = output<FilterChange>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly unitGroups = computed(() =>
    (['ministry', 'province'] as const).map((level) => ({
      label: this.t(`level.${level}`),
      units: this.units().filter((unit) => unit.level === level),
    })),
  );
  protected readonly states = computed(() =>
    (['open', 'closed'] as const).map((value) => ({ value, label: this.t(`db.entry.${value}`) })),
  );
  protected readonly inventoryStates = computed(() =>
    INVENTORY_STATES.map((value) => ({ value, label: inventoryWord(value, this.wording()) })),
  );

  /** A change of filter begins at the first page. */
  protected choose(change: FilterChange): void {
    const emptied = Object.entries(change).map(([key, value]) => [key, value === '' ? null : value]);
    this.changed.emit({ ...(Object.fromEntries(emptied) as FilterChange), page: null });
  }

  /** Asks when typing rests. */
  protected typed(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.choose({ q: text }), TYPING);
  }
}
