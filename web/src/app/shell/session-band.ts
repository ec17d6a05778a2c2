import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink } from '@angular/router';
import { filter, map } from 'rxjs';
import { Language } from '../shared/language/language.js';
import { grantWords } from '../shared/session/session-model.js';
import { Session } from '../shared/session/session.js';
import { Icon } from '../shared/ui/icon.js';

/** What everybody at this screen should know of the session: ended, for trying out, on behalf, asleep. */
@Component({
  selector: 'dti-session-band',
  imports: [Icon, MatButton, RouterLink],
  template: `
    @if (session.ended()) {
      <aside class="band ended" role="alert">
        <dti-icon name="warn" />
        <p>
          <strong>{{ t('session.ended') }}</strong> {{ t('session.endedWords') }}
        </p>
        <a matButton="outlined" href="/sign-in?returnTo=/signed-in" target="_blank" rel="opener">{{
          t('session.again')
        }}</a>
      </aside>
    } @else {
      @if (session.demo()) {
        <aside class="band demo" [attr.aria-label]="t('session.demo')">
          <dti-icon name="info" />
          <p>
            <strong>{{ t('session.demo') }}</strong> {{ t('session.demoWords') }}
          </p>
        </aside>
      }
      @for (line of delegated(); track line) {
        <aside class="band demo" [attr.aria-label]="t('session.delegation')">
          <dti-icon name="people" />
          <p>{{ line }}</p>
        </aside>
      }
      @if (session.current().secondFactor.needed && !signingIn()) {
        <aside class="band ended" [attr.aria-label]="t('session.asleep')">
          <dti-icon name="lock" />
          <p>
            {{
              t(session.current().secondFactor.enrolled ? 'session.asleepUnproven' : 'session.asleepWords')
            }}
          </p>
          <a matButton="outlined" routerLink="/sign-in">{{ t('refused.toSecondFactor') }}</a>
        </aside>
      }
    }
  `,
  styles: `
    .band {
      display: flex;
      gap: var(--gap-2) var(--gap-3);
      align-items: center;
      padding: var(--gap-1) var(--gap-5);
      color: var(--ink);
      font-size: var(--text-s);
      border-bottom: 1px solid var(--line);
    }
    .demo {
      background: var(--info-soft);
    }
    .demo dti-icon,
    .demo strong {
      color: var(--info);
    }
    .ended {
      background: var(--warn-soft);
    }
    .ended dti-icon,
    .ended strong {
      color: var(--warn);
    }
    p {
      flex: 1 1 auto;
      min-width: 0;
    }
    a {
      flex: none;
    }
    @media (max-width: 599.98px) {
      .band {
        padding: var(--gap-1) var(--gap-4);
        font-size: var(--text-xs);
      }
      .band > dti-icon {
        display: none;
      }
    }
    @media print {
      .band {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionBand {
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  /** The page of the sign-in says itself what it waits for. */
  protected readonly signingIn = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url.startsWith('/sign-in')),
    ),
    { initialValue: this.router.url.startsWith('/sign-in') },
  );
  protected readonly delegated = computed(() => {
    const wording = this.language.wording();
    return this.session.grants().flatMap((grant) =>
      grant.delegatedBy === null || grant.validTo === null
        ? []
        : [
            this.t('session.delegated', {
              name: grant.delegatedBy,
              role: grantWords(grant, wording),
              date: wording.formats.date(grant.validTo),
            }),
          ],
    );
  });
}
