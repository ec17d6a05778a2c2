import { DOCUMENT, Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { OneTimeLink } from '../../api-client/models/one-time-link.js';
import { Language } from '../../shared/language/language.js';
import type { TextKey } from '../../shared/language/text-key.js';
import { Session } from '../../shared/session/session.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { LinkStore } from './link-store.js';
import { LinkForm, type LinkAnswers } from './ui/link-form.js';

const HEADINGS: Readonly<Record<OneTimeLink['purpose'], readonly [TextKey, TextKey]>> = {
  'first-operator': ['signIn.link.firstOperator', 'signIn.link.firstOperatorContext'],
  invitation: ['signIn.link.invitation', 'signIn.link.invitationContext'],
  'password-reset': ['signIn.link.reset', 'signIn.link.resetContext'],
  unlock: ['signIn.link.locked', 'signIn.link.lockedContext'],
};

/** What a one-time link opens. Its token stands in the fragment, and only until the page has read it. */
@Component({
  selector: 'dti-link-page',
  imports: [EmptyPanel, FailedPanel, LinkForm, MatButton, PageHeader, RouterLink, Skeleton],
  providers: [LinkStore],
  templateUrl: './link-page.html',
  styleUrl: './sign-in.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LinkPage {
  protected readonly store = inject(LinkStore);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly t = this.language.t;
  protected readonly hasToken: boolean;

  protected readonly link = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? state.value : null;
  });
  protected readonly notValid = computed(() => {
    const state = this.store.state();
    return !this.hasToken || (state.status === 'failed' && state.failure.code === 'LINK_NOT_VALID');
  });
  protected readonly heading = computed(() => {
    const link = this.link();
    return this.t(link === null ? 'signIn.link.title' : HEADINGS[link.purpose][0]);
  });
  protected readonly context = computed(() => {
    const link = this.link();
    return link === null ? '' : this.t(HEADINGS[link.purpose][1]);
  });

  constructor() {
    const token = inject(DOCUMENT).location.hash.slice(1);
    this.hasToken = token !== '';
    if (!this.hasToken) return;
    // Out of the address at once: it would be kept in the history, and be seen by whoever stands behind.
    inject(Location).replaceState('/link');
    void this.store.open(token);
  }

  protected async redeem(given: LinkAnswers): Promise<void> {
    const next = await this.store.redeem(given);
    if (next === null) return;
    const signedIn = this.session.signedIn() && next === 'done';
    const query = next === 'sign-in' ? { queryParams: { open: '' } } : {};
    await this.router.navigate([signedIn ? '/' : '/sign-in'], { ...query, replaceUrl: true });
  }
}
