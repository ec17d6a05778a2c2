import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ImportFault } from '../../../api-client/models/import-fault.js';
import type { ImportReport } from '../../../api-client/models/import-report.js';
import { Language } from '../../../shared/language/language.js';
import { Notice } from '../../../shared/ui/notice.js';
import { expectedText, faultWords } from '../import-view.js';

const STEP = 100;

/** Why nothing was imported: totals by code, then each fault with line, column, found and expected. */
@Component({
  selector: 'dti-import-faults',
  imports: [MatButton, Notice],
  templateUrl: './import-faults.html',
  styleUrl: './import-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportFaults {
  readonly report = input.required<ImportReport>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  /** Only this code; null for all. Another report begins anew. */
  protected readonly code = linkedSignal<ImportReport, string | null>({
    source: this.report,
    computation: () => null,
  });
  protected readonly limit = linkedSignal<string | null, number>({
    source: this.code,
    computation: () => STEP,
  });

  private readonly matching = computed(() =>
    this.report().faults.filter(({ code }) => this.code() === null || code === this.code()),
  );
  protected readonly shown = computed(() => this.matching().slice(0, this.limit()));
  protected readonly more = computed(() => this.matching().length - this.shown().length);

  protected words(code: string): string {
    return faultWords(code, this.wording()) ?? code;
  }

  protected expected(fault: ImportFault): string {
    return expectedText(fault, this.wording());
  }

  protected showMore(): void {
    this.limit.update((limit) => limit + STEP);
  }

  protected filter(code: string): void {
    this.code.update((current) => (current === code ? null : code));
  }
}
