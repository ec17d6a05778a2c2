import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { Task } from '../../../api-client/models/task.js';
import { Language } from '../../../shared/language/language.js';
import {
  leadChoices,
  periodChoices,
  stateChoices,
  type TaskFilters,
  type TaskSection,
} from '../tasks-view.js';

const TYPING = 300;

export type FilterChange = Partial<
  Record<'part' | 'group' | 'lead' | 'state' | 'period' | 'q', string | null>
>;

/** Lead, group, state, years and words; each choice says how many tasks it leaves of all. */
@Component({
  selector: 'dti-task-filters',
  imports: [MatFormField, MatInput, MatLabel, MatOption, MatSelect],
  template: `
    @for (field of fields(); track field.key) {
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ field.label }}</mat-label>
        <mat-select
          [value]="field.value"
          (selectionChange)="changed.emit(field.change($event.value || null))"
        >
          <mat-option value="">{{ t('tasks.filter.all') }}</mat-option>
          @for (one of field.choices; track one.value) {
            <mat-option [value]="one.value">{{ one.label }} ({{ one.count }})</mat-option>
          }
        </mat-select>
      </mat-form-field>
    }
    <mat-form-field appearance="outline" subscriptSizing="dynamic" class="search">
      <mat-label>{{ t('tasks.search') }}</mat-label>
      <input matInput type="search" [value]="filters().q" (input)="typed($event)" />
    </mat-form-field>
  `,
  host: { role: 'group', '[attr.aria-label]': "t('tasks.filters')" },
  styles: `
    :host {
      display: grid;
      gap: var(--gap-3);
      grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
    }
    mat-form-field {
      min-width: 0;
    }
    @media (max-width: 599.98px) {
      .search {
        grid-column: 1 / -1;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskFiltersBar {
  /** All tasks, whatever the filters are. */
  readonly tasks = input.required<readonly Task[]>();
  readonly sections = input.required<readonly TaskSection[]>();
  readonly filters = input.required<TaskFilters>();
  readonly changed = output<FilterChange>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly fields = computed(() => {
    const [tasks, filters, wording] = [this.tasks(), this.filters(), this.language.wording()];
    const field = (key: 'lead' | 'state' | 'period', choices: ReturnType<typeof leadChoices>) => ({
      key,
      label: this.t(`tasks.filter.${key}`),
      value: filters[key] ?? '',
      choices,
      change: (value: string | null): FilterChange => ({ [key]: value }),
    });
    return [
      this.groups(),
      field('lead', leadChoices(tasks, wording)),
      field('state', stateChoices(tasks, wording)),
      field('period', periodChoices(tasks, wording)),
    ];
  });

  /** Parts and groups in one list; a part is chosen by its letter. */
  private groups() {
    const { part, group } = this.filters();
    return {
      key: 'group' as const,
      label: this.t('tasks.filter.group'),
      value: group ?? part ?? '',
      choices: this.sections().flatMap((section) => [
        {
          value: section.part as string,
          label: section.name,
          count: section.groups.reduce((sum, one) => sum + one.tasks.length, 0),
        },
        ...section.groups.map((one) => ({
          value: one.code,
          label: `${one.code} ${one.name}`,
          count: one.tasks.length,
        })),
      ]),
      change: (value: string | null): FilterChange => {
        const isPart = this.sections().some((section) => section.part === value);
        return isPart ? { part: value, group: null } : { part: null, group: value };
      },
    };
  }

  /** Asks when typing rests. */
  protected typed(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.changed.emit({ q: text === '' ? null : text }), TYPING);
  }
}
