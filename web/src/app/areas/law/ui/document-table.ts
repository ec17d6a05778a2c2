import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LegalDocument } from '../../../api-client/models/legal-document.js';
import { Language } from '../../../shared/language/language.js';
import { citation, lawDays, lawLink } from '../../../shared/law/law-words.js';
import { Icon, type IconName } from '../../../shared/ui/icon.js';
import { documentRemark } from '../law-view.js';

const ICONS: Readonly<Record<LegalDocument['state'], IconName>> = {
  in_force: 'check',
  not_yet: 'info',
  lapsed: 'bad',
  unverified: 'warn',
  not_law: 'info',
};

/** Documents with the days they hold, what has lapsed and what took its place. */
@Component({
  selector: 'dti-document-table',
  imports: [Icon, RouterLink],
  templateUrl: './document-table.html',
  styleUrl: './document-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DocumentTable {
  readonly documents = input.required<readonly LegalDocument[]>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly rows = computed(() => {
    const wording = this.language.wording();
    return this.documents().map((document) => ({
      document,
      cited: citation(document, wording),
      title: wording.name({ nameVi: document.titleVi, nameEn: document.titleEn }),
      issuer: wording.name({ nameVi: document.issuedByVi, nameEn: document.issuedByEn }),
      issuedOn: document.issuedOn === null ? '–' : wording.formats.date(document.issuedOn),
      days: lawDays(document, wording),
      icon: ICONS[document.state],
      state: this.t(`law.state.${document.state}`),
      remark: documentRemark(document, wording),
      successor:
        document.successor === null
          ? null
          : { link: lawLink(document.successor), cited: citation(document.successor, wording) },
    }));
  });
}
