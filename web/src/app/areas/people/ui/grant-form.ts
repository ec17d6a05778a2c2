import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { GrantRequest } from '../../../api-client/models/grant-request.js';
import type { UnitSummary } from '../../../api-client/models/unit-summary.js';
import { roleWords } from '../../../shared/format/actor.js';
import { parseDay } from '../../../shared/format/day.js';
import { Language } from '../../../shared/language/language.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import { UnitPicker } from '../../../shared/ui/unit-picker.js';
import { needsUnit, ROLES, type Role } from '../people-view.js';

/** A role for a time, for a unit where it is one of a unit. */
@Component({
  selector: 'dti-grant-form',
  imports: [DraftField, MatButton, MatFormField, MatLabel, MatOption, MatSelect, UnitPicker],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ t('people.role') }}</mat-label>
      <mat-select [value]="role()" (selectionChange)="role.set($event.value)">
        @for (one of roles(); track one.value) {
          <mat-option [value]="one.value">{{ one.label }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
    @if (ofUnit()) {
      <dti-unit-picker
        [label]="t('word.unit')"
        [units]="units()"
        [chosen]="unit()"
        [wrong]="tried() && unit().length === 0 ? t('people.needed') : null"
        (changed)="unit.set($event)"
      />
    }
    <div class="days">
      <dti-draft-field
        [label]="t('people.from')"
        [value]="from()"
        placeholder="dd/mm/yyyy"
        [hint]="t('people.fromHint')"
        [wrong]="wrongDay(from())"
        (typed)="from.set($event)"
      />
      <dti-draft-field
        [label]="t('people.to')"
        [value]="to()"
        placeholder="dd/mm/yyyy"
        [hint]="t('people.toHint')"
        [wrong]="wrongDay(to())"
        (typed)="to.set($event)"
      />
    </div>
    <div>
      <button matButton="outlined" type="button" [disabled]="busy()" (click)="give()">
        {{ label() }}
      </button>
    </div>
  `,
  styles: `
    :host,
    .days {
      display: grid;
      gap: var(--gap-3);
    }
    .days {
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GrantForm {
  readonly units = input.required<readonly UnitSummary[]>();
  readonly label = input.required<string>();
  readonly busy = input(false);
  readonly given = output<GrantRequest>();

  protected readonly t = inject(Language).t;
  protected readonly role = signal<Role>('unit_lead');
  protected readonly unit = signal<readonly string[]>([]);
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly tried = signal(false);
  protected readonly roles = computed(() =>
    ROLES.map((value) => ({ value, label: roleWords(value, this.t) })),
  );
  protected readonly ofUnit = computed(() => needsUnit(this.role()));

  protected wrongDay(text: string): string | null {
    return text.trim() !== '' && parseDay(text) === null ? this.t('people.noDay') : null;
  }

  protected give(): void {
    this.tried.set(true);
    const [from, to] = [parseDay(this.from()), parseDay(this.to())];
    const unitId = this.ofUnit() ? (this.unit()[0] ?? null) : null;
    const wrong = this.wrongDay(this.from()) ?? this.wrongDay(this.to());
    if (wrong !== null || (this.ofUnit() && unitId === null)) return;
    this.given.emit({
      role: this.role(),
      unitId,
      validTo: to,
      ...(from === null ? {} : { validFrom: from }),
    });
    this.tried.set(false);
    this.unit.set([]);
    this.from.set('');
    this.to.set('');
  }
}
