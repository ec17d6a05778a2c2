import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { UnitSummary } from '../../../api-client/models/unit-summary.js';
import { Language } from '../../../shared/language/language.js';
import { Notice } from '../../../shared/ui/notice.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import type { OwnerRequest } from '../national-client.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { DraftField } from '../../../shared/ui/draft-field.js';

const BLANK = { unit: '', reference: '', reason: '' };

/** Who owns a national database, as the operator sets it by a document. */
@Component({
  selector: 'dti-owner-form',
  imports: [DraftField, FailedPanel, MatButton, MatFormField, MatLabel, MatOption, MatSelect, Notice],
  template: `
    @if (!asked()) {
      <button matButton="outlined" type="button" (click)="asked.set(true)">{{ t('db.owner.ask') }}</button>
    } @else {
      @let owner = draft();
      <div class="form">
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('word.unit') }}</mat-label>
          <mat-select
            [value]="owner.unit"
            [attr.aria-invalid]="tried() && owner.unit === ''"
            (selectionChange)="set({ unit: $event.value })"
          >
            @for (unit of units(); track unit.id) {
              <mat-option [value]="unit.id">{{ wording().name(unit) }}</mat-option>
            }
          </mat-select>
        </mat-form-field>
        <dti-draft-field
          [label]="t('db.step.reference')"
          [value]="owner.reference"
          [wrong]="needed(owner.reference)"
          (typed)="set({ reference: $event })"
        />
        <dti-draft-field
          [label]="t('db.owner.reason')"
          [value]="owner.reason"
          [maximum]="1000"
          [wrong]="needed(owner.reason)"
          (typed)="set({ reason: $event })"
        />
        @if (failure(); as failure) {
          <dti-failed-panel [failure]="failure" [heading]="t('db.owner.failed')" (retry)="write()" />
        }
        <dti-notice kind="warn">{{ t('db.confirm.forGood') }}</dti-notice>
        <div class="actions">
          <button matButton="filled" type="button" [disabled]="writing().status === 'busy'" (click)="write()">
            {{ t('db.confirm.write') }}
          </button>
          <button matButton type="button" (click)="asked.set(false)">{{ t('db.form.cancel') }}</button>
        </div>
      </div>
    }
  `,
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnerForm {
  readonly units = input.required<readonly UnitSummary[]>();
  readonly writing = input.required<WriteState>();
  readonly chosen = output<OwnerRequest>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly asked = signal(false);
  protected readonly tried = signal(false);
  protected readonly draft = signal(BLANK);
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' ? state.failure : null;
  });

  constructor() {
    effect(() => {
      if (this.writing().status !== 'done') return;
      untracked(() => {
        this.asked.set(false);
        this.tried.set(false);
        this.draft.set(BLANK);
      });
    });
  }

  protected set(change: Partial<typeof BLANK>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected needed(value: string): string | null {
    return this.tried() && value.trim() === '' ? this.t('db.form.needed') : null;
  }

  protected write(): void {
    this.tried.set(true);
    const { unit, reference, reason } = this.draft();
    if ([unit, reference, reason].some((text) => text.trim() === '')) return;
    this.chosen.emit({ unit, reference: reference.trim(), reason: reason.trim() });
  }
}
