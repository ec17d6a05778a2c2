import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';
import { Language } from '../language/language.js';
import { DraftField } from './draft-field.js';
import { Icon } from './icon.js';
import { plainKey } from '../format/plain-key.js';

const SHOWN = 6;

/** Units chosen by their names, with or without diacritics; one of them, or several. */
@Component({
  selector: 'dti-unit-picker',
  imports: [DraftField, Icon, MatButton],
  template: `
    <fieldset>
      <legend>{{ label() }}</legend>
      @if (picked().length > 0) {
        <ul class="picked">
          @for (unit of picked(); track unit.id) {
            <li>
              {{ wording().name(unit) }}
              <button
                type="button"
                [attr.aria-label]="t('unitChange.unpick', { name: wording().name(unit) })"
                (click)="drop(unit.id)"
              >
                <dti-icon name="close" />
              </button>
            </li>
          }
        </ul>
      }
      @if (many() || picked().length === 0) {
        <dti-draft-field
          [label]="t('unitChange.search')"
          [value]="query()"
          [hint]="t('unitChange.searchHint')"
          [wrong]="wrong()"
          [maximum]="80"
          (typed)="query.set($event)"
        />
        <ul class="found" [attr.aria-label]="t('unitChange.found')">
          @for (unit of found(); track unit.id) {
            <li>
              <button matButton="outlined" type="button" (click)="take(unit.id)">
                {{ wording().name(unit) }}
              </button>
            </li>
          } @empty {
            @if (query().trim() !== '') {
              <li class="small muted" role="status">{{ t('unitChange.notFound') }}</li>
            }
          }
        </ul>
      } @else if (wrong()) {
        <p class="wrong">{{ wrong() }}</p>
      }
    </fieldset>
  `,
  styleUrl: './unit-picker.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitPicker {
  readonly label = input.required<string>();
  readonly units = input.required<readonly UnitSummary[]>();
  readonly chosen = input.required<readonly string[]>();
  readonly many = input(false);
  readonly wrong = input<string | null>(null);
  readonly changed = output<readonly string[]>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly query = signal('');
  protected readonly picked = computed(() =>
    this.chosen().flatMap((id) => this.units().find((unit) => unit.id === id) ?? []),
  );
  protected readonly found = computed(() => {
    const wanted = plainKey(this.query());
    if (wanted === '') return [];
    return this.units()
      .filter(({ id }) => !this.chosen().includes(id))
      .filter(({ nameVi, nameEn }) => [nameVi, nameEn].some((name) => plainKey(name).includes(wanted)))
      .slice(0, SHOWN);
  });

  protected take(id: string): void {
    this.query.set('');
    this.changed.emit(this.many() ? [...this.chosen(), id] : [id]);
  }

  protected drop(id: string): void {
    this.changed.emit(this.chosen().filter((one) => one !== id));
  }
}
