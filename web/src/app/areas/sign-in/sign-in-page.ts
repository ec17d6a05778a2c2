import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  Injector,
  input,
} from '@angular/core';
import { DOCUMENT } from '@angular/common';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { roleWords } from '../../shared/format/actor.js';
import { Language } from '../../shared/language/language.js';
import type { TextKey } from '../../shared/language/text-key.js';
import { Session } from '../../shared/session/session.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { returnPath, wordsForRefused } from './sign-in-model.js';
import { SignInStore } from './sign-in-store.js';
import { CodeForm } from './ui/code-form.js';
import { DemoAccounts } from './ui/demo-accounts.js';
import { EnrolmentCard } from '../../shared/second-factor/ui/enrolment-card.js';
import { FormFailure } from './ui/form-failure.js';
import { PasswordForm, type PasswordGiven } from './ui/password-form.js';
import { RecoveryCodes } from '../../shared/second-factor/ui/recovery-codes.js';

type Heading = ReturnType<SignInStore['step']>;

const HEADINGS: Readonly<Record<Heading, readonly [TextKey, TextKey]>> = {
  password: ['signIn.title', 'signIn.context'],
  code: ['signIn.code.title', 'signIn.code.context'],
  enrol: ['signIn.enrol.title', 'signIn.enrol.context'],
  codes: ['signIn.codes.title', 'signIn.codes.context'],
  in: ['signIn.in.title', 'signIn.in.words'],
};

/** Signing in, step by step, and back to where it was wanted. */
@Component({
  selector: 'dti-sign-in-page',
  imports: [
    CodeForm,
    DemoAccounts,
    EnrolmentCard,
    FormFailure,
    MatButton,
    Notice,
    PageHeader,
    PasswordForm,
    RecoveryCodes,
    RouterLink,
  ],
  providers: [SignInStore],
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SignInPage {
  /** Where to go afterwards; a page of this site. */
  readonly returnTo = input<string>();
  /** Why the provider's sign-in came to nothing. */
  readonly refused = input<string>();
  /** The account was unlocked by a link just now. */
  readonly open = input<string>();

  protected readonly store = inject(SignInStore);
  protected readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  protected readonly t = this.language.t;

  protected readonly back = computed(() => returnPath(this.returnTo(), this.document.location.origin));
  protected readonly heading = computed(() => this.t(HEADINGS[this.store.step()][0]));
  protected readonly context = computed(() =>
    this.t(HEADINGS[this.store.step()][1], { name: this.session.person()?.name ?? '' }),
  );
  protected readonly unlocked = computed(() => this.open() !== undefined);
  protected readonly refusedWords = computed(() =>
    this.store.failure() === null ? wordsForRefused(this.refused()) : null,
  );
  protected readonly provider = computed(() => {
    const { oidc } = this.store.ways();
    return oidc === null ? null : this.language.wording().name(oidc);
  });
  protected readonly demo = computed(() => {
    const { t, name } = this.language.wording();
    return this.store.ways().demo.map(({ account, name: person, role, unit }) => {
      const words = roleWords(role, t);
      return {
        account,
        name: person,
        role: unit === null ? words : t('actor.at', { role: words, unit: name(unit) }),
      };
    });
  });

  constructor() {
    let shown = this.store.step();
    effect(() => {
      const step = this.store.step();
      if (step === shown) return;
      shown = step;
      // The form that had the focus is gone: on to what is next, where a screen reader goes on reading.
      afterNextRender(() => this.focusOn(step === 'code' ? 'main input' : 'main h1'), {
        injector: this.injector,
      });
    });
  }

  private focusOn(selector: string): void {
    this.document.querySelector<HTMLElement>(selector)?.focus();
  }

  protected async signIn({ email, password }: PasswordGiven): Promise<void> {
    if (await this.store.signIn(email, password)) this.goBack();
  }

  protected async tryOut(account: string): Promise<void> {
    if (await this.store.tryOut(account)) this.goBack();
  }

  protected async prove(code: string): Promise<void> {
    if (await this.store.prove(code)) this.goBack();
  }

  protected async confirm(code: string): Promise<void> {
    await this.store.confirm(code);
  }

  protected kept(): void {
    this.store.kept();
    this.goBack();
  }

  protected goBack(): void {
    void this.router.navigateByUrl(this.back(), { replaceUrl: true });
  }
}
