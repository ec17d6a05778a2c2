import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskMatrix } from '../../../api-client/models/task-matrix.js';
import type { TaskMatrixRow } from '../../../api-client/models/task-matrix-row.js';
import { Language } from '../../../shared/language/language.js';
import { periodText } from '../task-words.js';
import { TaskStateMark } from './task-state-mark.js';

/** Part B: a column for each task, a row for each body; heads stay in view. */
@Component({
  selector: 'dti-task-matrix-table',
  imports: [RouterLink, TaskStateMark],
  template: `
    <div class="table-scroll" role="region" tabindex="0" [attr.aria-label]="t('tasks.matrix.label')">
      <table class="data">
        <thead>
          <tr>
            <th scope="col" class="corner">{{ t('word.unit') }}</th>
            @for (column of columns(); track column.code) {
              <th scope="col">
                <a [routerLink]="['/tasks', column.code]" class="code">{{ column.code }}</a>
                <span class="name">{{ column.name }}</span>
                <span class="years">{{ column.years }}</span>
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.unitId) {
            <tr>
              <th scope="row">
                <a [routerLink]="['/units', row.unitId]">{{ wording().unitName(row) }}</a>
              </th>
              @for (cell of row.cells; track $index) {
                <td>
                  @if (cell.state) {
                    <dti-task-state-mark [state]="cell.state" [short]="true" />
                    @if (cell.asOf) {
                      <span class="years">{{ wording().formats.date(cell.asOf) }}</span>
                    }
                  } @else {
                    <span class="none">{{ t('tasks.matrix.notAddressed') }}</span>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: './task-matrix-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskMatrixTable {
  readonly matrix = input.required<TaskMatrix>();
  /** The rows that the filters leave. */
  readonly rows = input.required<readonly TaskMatrixRow[]>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly columns = computed(() => {
    const wording = this.wording();
    return this.matrix().columns.map((column) => ({
      code: column.code,
      name: wording.name(column),
      years: periodText(column.schedule, wording),
    }));
  });
}
