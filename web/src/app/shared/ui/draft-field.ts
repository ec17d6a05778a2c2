import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';

let fields = 0;

/** One line or a few of text, with what it is for, or what is wrong with it, beneath. */
@Component({
  selector: 'dti-draft-field',
  imports: [MatFormField, MatHint, MatInput, MatLabel],
  template: `
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      <mat-label>{{ label() }}</mat-label>
      @if (rows() > 1) {
        <textarea
          #area
          matInput
          [rows]="rows()"
          [attr.maxlength]="maximum()"
          [value]="value()"
          [attr.aria-invalid]="wrong() !== null"
          [attr.aria-describedby]="id"
          (input)="typed.emit(area.value)"
        ></textarea>
      } @else {
        <input
          #line
          matInput
          autocomplete="off"
          [attr.maxlength]="maximum()"
          [placeholder]="placeholder()"
          [value]="value()"
          [attr.aria-invalid]="wrong() !== null"
          [attr.aria-describedby]="id"
          (input)="typed.emit(line.value)"
        />
      }
      <mat-hint [id]="id" [class.wrong]="wrong() !== null">{{ wrong() ?? hint() }}</mat-hint>
    </mat-form-field>
  `,
  styles: `
    :host {
      display: block;
      min-width: 0;
    }
    mat-form-field {
      width: 100%;
    }
    .wrong {
      color: var(--bad);
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DraftField {
  readonly label = input.required<string>();
  readonly value = input.required<string>();
  readonly hint = input('');
  readonly wrong = input<string | null>(null);
  readonly placeholder = input('');
  readonly rows = input(1);
  readonly maximum = input(300);
  readonly typed = output<string>();
  protected readonly id = `draft-field-${(fields += 1)}`;
}
