import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { Language } from '../shared/language/language.js';
import { PermissionWords } from '../shared/session/permission-words.js';
import { RefusedPanel } from '../shared/session/refused-panel.js';
import { whyRefused } from '../shared/session/refusal.js';
import { Session } from '../shared/session/session.js';
import { PageHeader } from '../shared/ui/page-header.js';
import { UnitNames } from '../shared/units/unit-names.js';

/** A page that the session does not allow: what it is of, under which roles one is signed in, whom to ask. */
@Component({
  selector: 'dti-refused-page',
  imports: [MatButton, PageHeader, RefusedPanel, RouterLink],
  template: `
    @if (why(); as why) {
      <dti-page-header [finding]="t(title())" [context]="context()" />
      <dti-refused-panel
        [why]="why"
        [action]="action() ?? null"
        [unit]="unit() ?? null"
        [from]="back()"
        [announced]="false"
      >
        <a matButton="outlined" routerLink="/">{{ t('notFound.back') }}</a>
      </dti-refused-panel>
    }
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RefusedPage {
  readonly action = input<string>();
  readonly unit = input<string>();
  /** Where it was refused: only an address of this product. */
  readonly from = input<string>();

  private readonly session = inject(Session);
  private readonly permissions = inject(PermissionWords);
  private readonly units = inject(UnitNames);
  private readonly router = inject(Router);
  protected readonly t = inject(Language).t;

  protected readonly back = computed(() => {
    const from = this.from() ?? '/';
    return /^\/(?![/\\])/.test(from) ? from : '/';
  });
  protected readonly why = computed(() => {
    const action = this.action() ?? null;
    const permission = action === null ? null : this.permissions.one(action);
    return whyRefused(this.session.current(), { action, unit: this.unit() ?? null }, permission);
  });
  protected readonly title = computed(() => `refused.title.${this.why() ?? 'role'}` as const);
  protected readonly context = computed(() => {
    const unit = this.unit();
    return unit === undefined ? '' : this.units.of(unit);
  });

  constructor() {
    // Signed in meanwhile, or given the role: then it opens.
    effect(() => {
      if (this.why() === null)
        untracked(() => void this.router.navigateByUrl(this.back(), { replaceUrl: true }));
    });
  }
}
