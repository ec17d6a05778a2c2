import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { TaskState } from '../../../api-client/models/task-state.js';
import { Language } from '../../../shared/language/language.js';
import { Segmented } from '../../../shared/ui/segmented.js';
import { EmptyPanel } from '../../../shared/ui/state-panel.js';
import { matrixCounts, matrixFinding, matrixRows, type MatrixFilters } from '../matrix-view.js';
import type { MatrixData } from '../tasks-store.js';
import { TaskMatrixTable } from './task-matrix-table.js';

export type MatrixChange = Partial<Record<'level' | 'region' | 'state', string | null>>;

/** Bodies and the tasks of part B: the filters, what they leave in a sentence, and the cells. */
@Component({
  selector: 'dti-task-matrix',
  imports: [EmptyPanel, MatFormField, MatLabel, MatOption, MatSelect, Segmented, TaskMatrixTable],
  template: `
    <h2>{{ finding() }}</h2>
    <p class="small muted">{{ t('tasks.matrix.context') }}</p>
    <div class="filters" role="group" [attr.aria-label]="t('tasks.filters')">
      <dti-segmented
        [legend]="t('tasks.matrix.level')"
        [choices]="levels()"
        [value]="filters().level ?? ''"
        (chosen)="changed.emit({ level: $event || null, region: null })"
      />
      @if (filters().level !== 'ministry') {
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('word.region') }}</mat-label>
          <mat-select
            [value]="filters().region ?? ''"
            (selectionChange)="changed.emit({ region: $event.value || null })"
          >
            <mat-option value="">{{ t('word.allRegions') }}</mat-option>
            @for (one of data().regions; track one.id) {
              <mat-option [value]="one.id">{{ wording().name(one) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
      }
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('tasks.filter.state') }}</mat-label>
        <mat-select
          [value]="filters().state ?? ''"
          (selectionChange)="changed.emit({ state: $event.value || null })"
        >
          <mat-option value="">{{ t('tasks.filter.all') }}</mat-option>
          @for (one of states(); track one.state) {
            <mat-option [value]="one.state">{{ one.label }} ({{ one.count }})</mat-option>
          }
        </mat-select>
      </mat-form-field>
    </div>
    @if (rows().length === 0) {
      <dti-empty-panel [heading]="t('tasks.matrix.empty')" [advice]="t('tasks.empty.advice')" />
    } @else {
      <dti-task-matrix-table [matrix]="data().matrix" [rows]="rows()" />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--gap-3);
    }
    .filters {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-3);
      align-items: center;
    }
    mat-form-field {
      width: min(18rem, 100%);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskMatrixView {
  readonly data = input.required<MatrixData>();
  readonly filters = input.required<MatrixFilters>();
  readonly changed = output<MatrixChange>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly rows = computed(() => matrixRows(this.data().matrix.rows, this.filters()));
  protected readonly finding = computed(() => matrixFinding(this.rows(), this.wording()));
  protected readonly levels = computed(() => [
    { value: '', label: this.t('tasks.matrix.level.all') },
    { value: 'ministry', label: this.t('tasks.matrix.level.ministry') },
    { value: 'province', label: this.t('tasks.matrix.level.province') },
  ]);
  /** States that any cell is in, with how many cells. */
  protected readonly states = computed<readonly { state: TaskState; label: string; count: number }[]>(() =>
    matrixCounts(this.data().matrix.rows).map((one) => ({
      ...one,
      label: this.t(`tasks.state.${one.state}`),
    })),
  );
}
