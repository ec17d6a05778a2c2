import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { DataSetChoice } from '../shared/data-set/data-set-choice.js';
import { Language } from '../shared/language/language.js';
import { Segmented } from '../shared/ui/segmented.js';

/** Official figures or the sample; there only where the server holds a sample. */
@Component({
  selector: 'dti-data-set-switch',
  imports: [Segmented],
  template: `
    @if (choice.samples().length > 0) {
      <dti-segmented
        [legend]="t('dataSet.choose')"
        [choices]="choices()"
        [value]="choice.current()"
        (chosen)="choice.choose($event)"
      />
    }
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DataSetSwitch {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly choice = inject(DataSetChoice);
  protected readonly choices = computed(() =>
    this.choice.sets().map((set) => ({
      value: set.code,
      label: this.language.named({ vi: set.nameVi, en: set.nameEn }),
    })),
  );

  constructor() {
    void this.choice.settled();
  }
}
