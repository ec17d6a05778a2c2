import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { AuditAction } from '../../../api-client/models/audit-action.js';
import { Language } from '../../../shared/language/language.js';
import { Segmented } from '../../../shared/ui/segmented.js';
import type { AuditAddress, AuditQuestion } from '../audit-question.js';

const TYPING = 300;
export type FilterChange = Partial<Record<keyof AuditAddress, string | null>>;

/** What the trail is narrowed to; every choice goes into the address. */
@Component({
  selector: 'dti-audit-filters',
  imports: [MatFormField, MatInput, MatLabel, MatOption, MatSelect, Segmented],
  template: `
    <div class="filters" role="group" [attr.aria-label]="t('audit.filters')">
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('audit.from') }}</mat-label>
        <input matInput type="date" [value]="question().from ?? ''" (change)="day('from', $event)" />
      </mat-form-field>
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('audit.to') }}</mat-label>
        <input matInput type="date" [value]="question().to ?? ''" (change)="day('to', $event)" />
      </mat-form-field>
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('audit.action') }}</mat-label>
        <mat-select [value]="question().action ?? ''" (selectionChange)="choose({ action: $event.value })">
          <mat-option value="">{{ t('audit.anyAction') }}</mat-option>
          @for (action of actions(); track action.code) {
            <mat-option [value]="action.code">{{ wording().name(action) }}</mat-option>
          }
        </mat-select>
      </mat-form-field>
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('audit.search') }}</mat-label>
        <input matInput type="search" [value]="question().q ?? ''" (input)="typed($event)" />
      </mat-form-field>
      <dti-segmented
        [legend]="t('audit.outcome')"
        [choices]="outcomes()"
        [value]="question().outcome ?? 'all'"
        (chosen)="choose({ outcome: $event === 'all' ? null : $event })"
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
      flex: 1 1 11rem;
      min-width: 0;
      max-width: 20rem;
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
export class AuditFilters {
  readonly question = input.required<AuditQuestion>();
  readonly actions = input.required<readonly AuditAction[]>();
  readonly changed = output<FilterChange>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly outcomes = computed(() =>
    (['all', 'done', 'refused'] as const).map((value) => ({
      value,
      label: this.t(`audit.outcome.${value}`),
    })),
  );

  /** A change of filter begins at the first page. */
  protected choose(change: FilterChange): void {
    const emptied = Object.entries(change).map(([key, value]) => [key, value === '' ? null : value]);
    this.changed.emit({ ...(Object.fromEntries(emptied) as FilterChange), page: null });
  }

  protected day(which: 'from' | 'to', event: Event): void {
    this.choose({ [which]: (event.target as HTMLInputElement).value });
  }

  /** Asks when typing rests: each question is an event of the trail. */
  protected typed(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.choose({ q: text }), TYPING);
  }
}
