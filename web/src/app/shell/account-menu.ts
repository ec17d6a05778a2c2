import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { filter, map } from 'rxjs';
import { Language } from '../shared/language/language.js';
import { grantWords } from '../shared/session/session-model.js';
import { Session } from '../shared/session/session.js';
import { Icon } from '../shared/ui/icon.js';

/** Pages of signing in: a way back to them would lead nowhere. */
const NO_WAY_BACK = /^\/(sign-in|link|signed-in)(?:[/?#]|$)/;

/** Who is signed in and under which roles, with the way to the own profile and out; or the way in. */
@Component({
  selector: 'dti-account-menu',
  imports: [Icon, MatButton, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  protected readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly failed = signal(false);

  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    ),
    { initialValue: this.router.url },
  );
  /** Back to the page on screen after signing in. */
  protected readonly returnQuery = computed(() =>
    NO_WAY_BACK.test(this.url()) ? {} : { returnTo: this.url() },
  );
  protected readonly other = computed(() => (this.language.current() === 'vi' ? 'en' : 'vi'));
  protected readonly roles = computed(() => {
    const wording = this.language.wording();
    return this.session.grants().map((grant) => grantWords(grant, wording));
  });
  /** The first role, and how many more there are. */
  protected readonly rolesInShort = computed(() => {
    const [first, ...more] = this.roles();
    if (first === undefined) return this.t('account.noRole');
    return more.length === 0 ? first : this.t('account.moreRoles', { first, count: more.length });
  });

  protected changeLanguage(): void {
    void this.language.use(this.other());
  }

  /** The page is loaded anew, so that nothing of what was seen stays in it. */
  protected async signOut(): Promise<void> {
    this.failed.set(false);
    try {
      await this.session.end();
      this.document.location.assign('/');
    } catch {
      this.failed.set(true);
    }
  }
}
