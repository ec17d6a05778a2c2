import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { OwnChange } from '../../api-client/models/own-change.js';
import type { PasswordChange } from '../../api-client/models/password-change.js';
import { Language } from '../../shared/language/language.js';
import { SecondFactorStore } from '../../shared/second-factor/second-factor-store.js';
import { Session } from '../../shared/session/session.js';
import { sessionRows } from '../../shared/session/session-words.js';
import { SessionList } from '../../shared/session/ui/session-list.js';
import { Icon } from '../../shared/ui/icon.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { ProfileStore } from './profile-store.js';
import { ownRoles } from './profile-view.js';
import { FactorPanel } from './ui/factor-panel.js';
import { NameForm } from './ui/name-form.js';
import { PasswordForm } from './ui/password-form.js';

/** Who one is here: name and language, roles, password, second factor, and where one is signed in. */
@Component({
  selector: 'dti-profile-page',
  imports: [
    FactorPanel,
    FailedPanel,
    Icon,
    MatButton,
    NameForm,
    Notice,
    PageHeader,
    PasswordForm,
    RouterLink,
    SessionList,
    Skeleton,
  ],
  providers: [ProfileStore, SecondFactorStore],
  templateUrl: './profile-page.html',
  styleUrl: './profile-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProfilePage {
  protected readonly session = inject(Session);
  protected readonly store = inject(ProfileStore);
  protected readonly factor = inject(SecondFactorStore);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly askingAll = signal(false);

  protected readonly context = computed(() => {
    const person = this.session.person();
    return person === null ? '' : `${person.name} · ${person.email}`;
  });
  protected readonly roles = computed(() => ownRoles(this.session.grants(), this.language.wording()));
  protected readonly rows = computed(() => {
    const state = this.store.sessions();
    return state.status === 'ready' ? sessionRows(state.value, this.language.wording()) : [];
  });
  protected readonly others = computed(() => this.rows().filter(({ current }) => !current).length);
  protected readonly endFailure = computed(() => {
    const state = this.store.endState();
    return state.status === 'failed' ? state.failure : null;
  });

  constructor() {
    void this.store.load();
    if (this.session.person()?.demo === false) void this.factor.load();
  }

  protected async change(change: OwnChange): Promise<void> {
    const changed = await this.store.change(change);
    if (changed && change.locale !== undefined) await this.language.use(change.locale);
  }

  protected async changePassword(change: PasswordChange, form: PasswordForm): Promise<void> {
    if (await this.store.changePassword(change)) form.clear();
  }

  /** The session is stronger with it: roles that slept wake. */
  protected async confirmFactor(code: string): Promise<void> {
    if (await this.factor.confirm(code)) await Promise.all([this.session.load(), this.store.load()]);
  }

  protected async removeFactor(code: string): Promise<void> {
    if (await this.factor.remove(code)) await Promise.all([this.session.load(), this.store.load()]);
  }

  protected endOthers(): void {
    this.askingAll.set(false);
    void this.store.endOthers();
  }
}
