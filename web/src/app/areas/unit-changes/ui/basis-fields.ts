import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { LegalDocument } from '../../../api-client/models/legal-document.js';
import { Language } from '../../../shared/language/language.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import { Segmented } from '../../../shared/ui/segmented.js';
import type { ChangeDraft } from '../change-draft.js';

/** The document that orders a change: one that is held, another by number and date, or none. */
@Component({
  selector: 'dti-basis-fields',
  imports: [DraftField, MatFormField, MatHint, MatLabel, MatOption, MatSelect, Segmented],
  template: `
    <div class="fields">
      <div class="broad">
        <h3 aria-hidden="true">{{ t('unitChange.basis') }}</h3>
        <dti-segmented
          [legend]="t('unitChange.basis')"
          [choices]="ways()"
          [value]="draft().basis"
          (chosen)="choose($event)"
        />
      </div>
      @switch (draft().basis) {
        @case ('held') {
          <mat-form-field appearance="outline" subscriptSizing="dynamic">
            <mat-label>{{ t('unitChange.basis.document') }}</mat-label>
            <mat-select
              [value]="draft().document"
              (selectionChange)="changed.emit({ document: $event.value })"
            >
              @for (one of documents(); track one.id) {
                <mat-option [value]="one.id">{{ cite(one) }}</mat-option>
              }
            </mat-select>
            <mat-hint [class.wrong]="fault('reference')">{{ fault('reference') ?? '' }}</mat-hint>
          </mat-form-field>
          <dti-draft-field
            [label]="t('unitChange.basis.clause')"
            [value]="draft().clause"
            [hint]="t('unitChange.basis.clauseHint')"
            [maximum]="40"
            (typed)="changed.emit({ clause: $event })"
          />
        }
        @case ('other') {
          <dti-draft-field
            [label]="t('unitChange.basis.number')"
            [value]="draft().number"
            placeholder="202/2025/QH15"
            [wrong]="fault('number')"
            [maximum]="100"
            (typed)="changed.emit({ number: $event })"
          />
          <dti-draft-field
            [label]="t('unitChange.basis.date')"
            [value]="draft().date"
            placeholder="dd/mm/yyyy"
            [wrong]="fault('date')"
            [maximum]="10"
            (typed)="changed.emit({ date: $event })"
          />
        }
      }
    </div>
  `,
  styleUrl: './change-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BasisFields {
  readonly draft = input.required<ChangeDraft>();
  readonly documents = input.required<readonly LegalDocument[]>();
  readonly optional = input.required<boolean>();
  readonly faults = input.required<ReadonlyMap<string, string>>();
  readonly changed = output<Partial<ChangeDraft>>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly ways = computed(() =>
    (['other', 'held', ...(this.optional() ? ['none' as const] : [])] as const).map((value) => ({
      value,
      label: this.t(`unitChange.basis.way.${value}`),
    })),
  );

  protected choose(basis: string): void {
    if (basis === 'held' || basis === 'other' || basis === 'none') this.changed.emit({ basis });
  }

  protected cite(one: LegalDocument): string {
    return this.language.named({ vi: one.citationVi, en: one.citationEn });
  }

  protected fault(field: string): string | null {
    return this.faults().get(`legalBasis.${field}`) ?? null;
  }
}
