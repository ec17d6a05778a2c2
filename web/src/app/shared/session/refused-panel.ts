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
import { Language } from '../language/language.js';
import { Icon } from '../ui/icon.js';
import { UnitNames } from '../units/unit-names.js';
import { PermissionWords } from './permission-words.js';
import { refusalSentences, type WhyRefused } from './refusal.js';
import { Session } from './session.js';

/** Something was refused for want of a right: what, under which roles one is signed in, and whom to ask. */
@Component({
  selector: 'dti-refused-panel',
  imports: [Icon, MatButton, RouterLink],
  template: `
    <div class="state" [attr.role]="announced() ? 'alert' : null">
      <dti-icon name="lock" />
      <div>
        @if (announced()) {
          <p class="title">{{ t(title()) }}</p>
        }
        @for (sentence of sentences(); track $index) {
          <p>{{ sentence }}</p>
        }
        @if (code()) {
          <p class="small muted">
            {{ t('state.code') }}: <code>{{ code() }}</code>
          </p>
        }
        @if (why() === 'signIn' && session.ended()) {
          <a matButton="filled" href="/sign-in?returnTo=/signed-in" target="_blank" rel="opener">{{
            t('session.again')
          }}</a>
        } @else if (why() === 'signIn') {
          <a matButton="filled" routerLink="/sign-in" [queryParams]="{ returnTo: back() }">{{
            t('account.signIn')
          }}</a>
        } @else if (why() === 'secondFactor') {
          <a matButton="filled" routerLink="/profile" fragment="second-factor">{{
            t('refused.toSecondFactor')
          }}</a>
        }
        <ng-content />
      </div>
    </div>
  `,
  styleUrl: '../ui/state-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RefusedPanel {
  readonly why = input.required<WhyRefused>();
  readonly action = input<string | null>(null);
  readonly unit = input<string | null>(null);
  /** Roles that could do it, as the server says; without them, as the table does. */
  readonly ask = input<readonly string[] | null>(null);
  /** The stable code of the answer, where there was one. */
  readonly code = input('');
  /** Where to go on after signing in; the page on screen unless told otherwise. */
  readonly from = input<string | null>(null);
  /** Stands within a page and has to be noticed; a page of its own has its heading. */
  readonly announced = input(true);

  private readonly language = inject(Language);
  protected readonly session = inject(Session);
  private readonly permissions = inject(PermissionWords);
  private readonly units = inject(UnitNames);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;

  protected readonly title = computed(() => `refused.title.${this.why()}` as const);
  protected readonly sentences = computed(() => {
    const [action, unit] = [this.action(), this.unit()];
    const roles = action === null ? [] : (this.permissions.one(action)?.roles ?? []);
    return refusalSentences(
      this.why(),
      this.session.current(),
      this.ask() ?? roles.map(({ role }) => role),
      {
        action: action === null ? null : this.permissions.of(action),
        unit: unit === null ? null : this.units.of(unit),
      },
      this.language.wording(),
    );
  });

  constructor() {
    effect(() => {
      const [action, unit] = [this.action(), this.unit()];
      untracked(() => {
        if (action !== null) void this.permissions.learn();
        void this.units.learn([unit]);
      });
    });
  }

  protected back(): string {
    return this.from() ?? this.router.url;
  }
}
