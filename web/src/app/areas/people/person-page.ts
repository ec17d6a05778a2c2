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
import { RouterLink } from '@angular/router';
import { Language } from '../../shared/language/language.js';
import { periodOfGrant, roleOfGrant } from '../../shared/people/grant-words.js';
import { InvitedNotice } from '../../shared/people/invited-notice.js';
import { ReasonForm } from '../../shared/people/reason-form.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { PersonStore } from './person-store.js';
import { GrantForm } from './ui/grant-form.js';

/** One account: whether it may come in, under which roles, and what an operator does about it. */
@Component({
  selector: 'dti-person-page',
  imports: [FailedPanel, GrantForm, InvitedNotice, MatButton, PageHeader, ReasonForm, RouterLink, Skeleton],
  providers: [PersonStore],
  templateUrl: './person-page.html',
  styleUrl: './person-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PersonPage {
  readonly id = input.required<string>();

  protected readonly store = inject(PersonStore);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly busy = computed(() => this.store.writing().status === 'busy');
  protected readonly failure = computed(() => {
    const state = this.store.writing();
    return state.status === 'failed' ? state.failure : null;
  });
  protected readonly person = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? state.value : null;
  });
  protected readonly grants = computed(() => {
    const wording = this.language.wording();
    return (this.person()?.grants ?? []).map((grant) => ({
      ...grant,
      words: roleOfGrant(grant, wording),
      period: periodOfGrant(grant, wording),
      live: grant.state === 'current' || grant.state === 'future',
      because: grant.revokedReason ?? grant.reason ?? '',
    }));
  });
  protected readonly standIns = computed(() => {
    const wording = this.language.wording();
    return (this.person()?.delegatedTo ?? []).map((one) =>
      this.t('people.delegatedTo', { name: one.to.name, period: periodOfGrant(one, wording) }),
    );
  });
  protected readonly lastSignIn = computed(() => {
    const at = this.person()?.lastSignInAt ?? null;
    return at === null ? this.t('people.never') : this.language.formats().date(at);
  });

  constructor() {
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.open(id));
    });
  }

  protected retry(): void {
    void this.store.open(this.id());
  }
}
