import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { UnitChangePreview } from '../../../api-client/models/unit-change-preview.js';
import { Language } from '../../../shared/language/language.js';
import type { TextKey } from '../../../shared/language/text-key.js';
import { Notice } from '../../../shared/ui/notice.js';
import { consequences } from '../change-words.js';
import { ChangeRows } from './change-rows.js';
import { SuccessionPicture } from './succession-picture.js';

/** What a change would come to: what to look at, what follows, the succession, every row. */
@Component({
  selector: 'dti-change-preview',
  imports: [ChangeRows, Notice, SuccessionPicture],
  template: `
    <p class="headline">{{ headline() }}</p>
    @if (preview().legalBasis; as basis) {
      <p class="small muted">{{ t('unit.succession.basis', { basis }) }}</p>
    }
    @for (warning of preview().warnings; track $index) {
      <dti-notice kind="warn">{{ warningText(warning.code) }}</dti-notice>
    }
    @if (follows().length > 0) {
      <section>
        <h3>{{ t('unitChange.follows') }}</h3>
        <ul>
          @for (sentence of follows(); track $index) {
            <li>{{ sentence }}</li>
          }
        </ul>
      </section>
    }
    @if (preview().links.length > 0) {
      <section>
        <h3>{{ t('unitChange.succession') }}</h3>
        <dti-succession-picture [links]="preview().links" [units]="preview().units" [nameOf]="nameOf()" />
      </section>
    }
    <section>
      <h3>{{ t('unitChange.rows') }}</h3>
      <dti-change-rows [rows]="preview().rows" [nameOf]="nameOf()" />
    </section>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--gap-4);
    }
    .headline {
      font-weight: 600;
    }
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--gap-3);
    }
    h3 {
      margin: 0;
      font-size: 1rem;
    }
    ul {
      display: grid;
      gap: var(--gap-2);
      margin: 0;
      padding-inline-start: 1.25rem;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangePreview {
  readonly preview = input.required<UnitChangePreview>();
  /** Names of units and regions by their ids. */
  readonly nameOf = input.required<(id: string) => string>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly follows = computed(() =>
    consequences(this.preview(), this.nameOf(), this.language.wording()),
  );
  protected readonly headline = computed(() => {
    const { kind, unitId, effectiveDate, upcoming } = this.preview();
    const words = { kind: this.t(`unitChange.kind.${kind}`), unit: this.nameOf()(unitId) };
    if (effectiveDate === null) return this.t('unitChange.headline.undated', words);
    const date = this.language.formats().date(effectiveDate);
    return this.t(upcoming ? 'unitChange.headline.upcoming' : 'unitChange.headline.past', { ...words, date });
  });

  protected warningText(code: string): string {
    return this.t(`unitChange.warning.${code}` as TextKey);
  }
}
