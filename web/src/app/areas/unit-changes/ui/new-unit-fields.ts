import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { Region } from '../../../api-client/models/region.js';
import { Language } from '../../../shared/language/language.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import { type NewUnitDraft, type Scheme, SCHEMES, UNIT_KINDS } from '../change-draft.js';
import { NameFields } from './name-fields.js';

/** A unit that begins: its name, kind, region and codes. */
@Component({
  selector: 'dti-new-unit-fields',
  imports: [DraftField, MatFormField, MatHint, MatLabel, MatOption, MatSelect, NameFields],
  template: `
    <fieldset class="fields">
      <legend>{{ label() }}</legend>
      <dti-name-fields
        class="broad"
        [name]="unit()"
        [at]="path('name')"
        [faults]="faults()"
        (changed)="change($event)"
      />
      <mat-form-field appearance="outline" subscriptSizing="dynamic">
        <mat-label>{{ t('units.kind') }}</mat-label>
        <mat-select [value]="unit().unitKind" (selectionChange)="change({ unitKind: $event.value })">
          @for (kind of kinds(); track kind) {
            <mat-option [value]="kind">{{ kindName(kind) }}</mat-option>
          }
        </mat-select>
        <mat-hint [class.wrong]="fault('unitKind')">{{ fault('unitKind') ?? '' }}</mat-hint>
      </mat-form-field>
      @if (level() === 'province') {
        <mat-form-field appearance="outline" subscriptSizing="dynamic">
          <mat-label>{{ t('word.region') }}</mat-label>
          <mat-select [value]="unit().region" (selectionChange)="change({ region: $event.value })">
            <mat-option value="">{{ t('unitChange.noRegion') }}</mat-option>
            @for (one of regions(); track one.id) {
              <mat-option [value]="one.id">{{ wording().name(one) }}</mat-option>
            }
          </mat-select>
          <mat-hint [class.wrong]="fault('region')">{{ fault('region') ?? '' }}</mat-hint>
        </mat-form-field>
      }
      @for (scheme of schemes; track scheme) {
        <dti-draft-field
          [label]="schemeName(scheme)"
          [value]="unit().codes[scheme]"
          [wrong]="codeFault(scheme)"
          [maximum]="20"
          (typed)="changeCode(scheme, $event)"
        />
      }
      <dti-draft-field
        [label]="t('unitChange.id')"
        [value]="unit().id"
        [hint]="t('unitChange.idHint')"
        [wrong]="fault('id')"
        [maximum]="80"
        (typed)="change({ id: $event })"
      />
    </fieldset>
  `,
  styleUrl: './change-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NewUnitFields {
  readonly label = input.required<string>();
  readonly unit = input.required<NewUnitDraft>();
  readonly level = input.required<'province' | 'ministry'>();
  /** Where it stands in the request; empty where it is the request. */
  readonly at = input.required<string>();
  readonly faults = input.required<ReadonlyMap<string, string>>();
  readonly regions = input.required<readonly Region[]>();
  readonly changed = output<NewUnitDraft>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly schemes = SCHEMES;
  protected readonly kinds = computed(() => UNIT_KINDS[this.level()]);

  protected kindName(kind: NewUnitDraft['unitKind']): string {
    return this.t(`kind.${kind}`);
  }

  protected schemeName(scheme: Scheme): string {
    return this.t(`unitChange.scheme.${scheme}`);
  }

  protected path(field: string): string {
    return this.at() === '' ? field : `${this.at()}.${field}`;
  }

  protected fault(field: string): string | null {
    return this.faults().get(this.path(field)) ?? null;
  }

  /** The server counts the codes that are given. */
  protected codeFault(scheme: Scheme): string | null {
    const given = SCHEMES.filter((one) => this.unit().codes[one].trim() !== '');
    return given.includes(scheme) ? this.fault(`codes.${given.indexOf(scheme)}.code`) : null;
  }

  protected change(own: Partial<NewUnitDraft>): void {
    this.changed.emit({ ...this.unit(), ...own });
  }

  protected changeCode(scheme: Scheme, code: string): void {
    this.change({ codes: { ...this.unit().codes, [scheme]: code } });
  }
}
