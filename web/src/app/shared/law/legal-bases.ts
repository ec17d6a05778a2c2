import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { LegalBasis } from '../../api-client/models/legal-basis.js';
import { Language } from '../language/language.js';
import { Icon } from '../ui/icon.js';
import { basisRemark, citation, lawLink } from './law-words.js';

/** What something rests on: each basis leads to its words, and says when it has lapsed or is no law. */
@Component({
  selector: 'dti-legal-bases',
  imports: [Icon, RouterLink],
  template: `
    <ul [attr.aria-label]="t('law.bases')">
      @for (basis of shown(); track basis.reference) {
        <li [class.lapsed]="basis.lapsed">
          <a [routerLink]="basis.link.path" [queryParams]="basis.link.query">{{ basis.cited }}</a>
          @if (basis.remark) {
            <span class="remark"><dti-icon [name]="basis.lapsed ? 'warn' : 'info'" />{{ basis.remark }}</span>
          }
        </li>
      } @empty {
        <li class="none">{{ t('law.noBasis') }}</li>
      }
    </ul>
  `,
  styleUrl: './legal-bases.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LegalBases {
  readonly bases = input.required<readonly LegalBasis[]>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly shown = computed(() =>
    this.bases().map((basis) => ({
      reference: basis.reference,
      lapsed: basis.lapsed,
      cited: citation(basis, this.language.wording()),
      remark: basisRemark(basis, this.language.wording()),
      link: lawLink(basis),
    })),
  );
}
