import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { TargetPage } from '../../../api-client/models/target-page.js';
import { Language } from '../../../shared/language/language.js';
import { STATES } from '../measure-words.js';
import { KINDS, ownersOf, PROGRAMMES, SORTS, type TargetChoice } from '../targets-view.js';

export type FilterName = 'programme' | 'period' | 'group' | 'state' | 'kind' | 'owner' | 'sort';

/** One select of the filter bar. */
interface Field {
  readonly name: FilterName;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** What is shown of the targets: each choice goes into the address. */
@Component({
  selector: 'dti-target-filters',
  imports: [MatFormField, MatLabel, MatOption, MatSelect],
  template: `
    <div class="filters" role="group" [attr.aria-label]="t('targets.filters')">
      @for (field of fields(); track field.name) {
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ field.label }}</mat-label>
          <mat-select [value]="field.value" (selectionChange)="chosen.emit([field.name, $event.value])">
            @for (option of field.options; track option.value) {
              <mat-option [value]="option.value">{{ option.label }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
      }
    </div>
  `,
  styles: `
    .filters {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
      gap: var(--gap-3);
    }
    @media (max-width: 599.98px) {
      .filters {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetFilters {
  readonly page = input.required<TargetPage>();
  readonly choice = input.required<TargetChoice>();
  /** Name and value; an empty value takes the filter away. */
  readonly chosen = output<readonly [FilterName, string]>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly fields = computed<readonly Field[]>(() => {
    const page = this.page();
    const programme: Field = {
      name: 'programme',
      label: this.t('targets.programme'),
      value: page.programme,
      options: PROGRAMMES.map((value) => ({ value, label: this.t(`targets.programme.${value}`) })),
    };
    const followed = page.programme === PROGRAMMES[0];
    return followed ? [programme, ...this.followed()] : [programme, this.group()];
  });

  private followed(): readonly Field[] {
    const page = this.page();
    const { state, kind, owner, sort } = this.choice();
    const wording = this.language.wording();
    const any = { value: '', label: this.t('targets.any') };
    const periods = page.periods.includes(page.period) ? page.periods : [...page.periods, page.period];
    return [
      this.group(),
      {
        name: 'state',
        label: this.t('targets.state'),
        value: state ?? '',
        options: [any, ...STATES.map((value) => ({ value, label: this.t(`targets.state.${value}`) }))],
      },
      {
        name: 'kind',
        label: this.t('targets.kind'),
        value: kind ?? '',
        options: [any, ...KINDS.map((value) => ({ value, label: this.t(`targets.kind.${value}`) }))],
      },
      {
        name: 'owner',
        label: this.t('targets.owner'),
        value: owner ?? '',
        options: [any, ...ownersOf(page, wording).map(({ id, name }) => ({ value: id, label: name }))],
      },
      ...(periods.length < 2 ? [] : [this.period(periods)]),
      {
        name: 'sort',
        label: this.t('targets.sort'),
        value: sort,
        options: SORTS.map((value) => ({ value, label: this.t(`targets.sort.${value}`) })),
      },
    ];
  }

  private period(periods: readonly string[]): Field {
    return {
      name: 'period',
      label: this.t('word.period'),
      value: this.page().period,
      options: [...periods].sort().map((value) => ({ value, label: value })),
    };
  }

  private group(): Field {
    const { name } = this.language.wording();
    const groups = this.page().groups.map((group) => ({
      value: group.code,
      label: `${group.code} ${name(group)}`,
    }));
    return {
      name: 'group',
      label: this.t('targets.group'),
      value: this.choice().group ?? '',
      options: [{ value: '', label: this.t('targets.any') }, ...groups],
    };
  }
}
