import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DataElement } from '../../../api-client/models/data-element.js';
import type { ImportChange } from '../../../api-client/models/import-change.js';
import type { ImportReport } from '../../../api-client/models/import-report.js';
import { Language } from '../../../shared/language/language.js';
import { cellText, sizeText } from '../import-view.js';

const STEP = 100;

/** What an import will change or has changed: counts, then each new and changed cell, old beside new. */
@Component({
  selector: 'dti-import-changes',
  imports: [MatButton],
  templateUrl: './import-changes.html',
  styleUrl: './import-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportChanges {
  readonly report = input.required<ImportReport>();
  readonly elements = input.required<ReadonlyMap<string, DataElement>>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly limit = linkedSignal<ImportReport, number>({
    source: this.report,
    computation: () => STEP,
  });
  protected readonly shown = computed(() => this.report().changes.slice(0, this.limit()));
  protected readonly more = computed(() => this.report().changes.length - this.shown().length);
  protected readonly fileLine = computed(() => {
    const { file } = this.report();
    return this.t('import.changes.file', {
      name: file.name,
      size: sizeText(file.bytes, this.wording()),
      rows: file.rows,
      encoding: file.encoding,
      delimiter: file.delimiter,
    });
  });

  protected showMore(): void {
    this.limit.update((limit) => limit + STEP);
  }

  protected element(code: string): string {
    const element = this.elements().get(code);
    return element ? this.wording().name(element) : code;
  }

  protected unit(change: ImportChange): string {
    return this.wording().name({ nameVi: change.unitNameVi, nameEn: change.unitNameEn });
  }

  protected cell(value: string | null): string {
    return cellText(value, this.wording());
  }

  protected word(change: ImportChange): string {
    return this.t(`import.change.${change.change}`);
  }
}
