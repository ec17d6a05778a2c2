import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Programme } from '../../../api-client/models/programme.js';
import { Language } from '../../../shared/language/language.js';
import { LegalBases } from '../../../shared/law/legal-bases.js';
import { Icon } from '../../../shared/ui/icon.js';

/** A programme: its years, whether it is law, what it holds, what it rests on. */
@Component({
  selector: 'dti-programme-card',
  imports: [Icon, LegalBases, RouterLink],
  templateUrl: './programme-card.html',
  styleUrl: './programme-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProgrammeCard {
  readonly programme = input.required<Programme>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly name = computed(() => this.language.wording().name);

  protected readonly title = computed(() => this.name()(this.programme()));
  protected readonly summary = computed(() => {
    const { summaryVi, summaryEn } = this.programme();
    return this.name()({ nameVi: summaryVi, nameEn: summaryEn });
  });
  protected readonly note = computed(() => {
    const { noteVi, noteEn } = this.programme();
    return noteVi === null ? null : this.language.named({ vi: noteVi, en: noteEn });
  });
  protected readonly years = computed(() => {
    const { firstYear, lastYear } = this.programme();
    return firstYear === lastYear ? String(firstYear) : `${firstYear}–${lastYear}`;
  });
  protected readonly facts = computed(() =>
    this.programme().facts.map((fact) => ({
      name: this.name()(fact),
      value: this.name()({ nameVi: fact.valueVi, nameEn: fact.valueEn }),
    })),
  );
}
