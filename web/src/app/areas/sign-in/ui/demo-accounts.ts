import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';

/** One account for trying out, as it is offered. */
export interface DemoChoice {
  readonly account: string;
  readonly name: string;
  /** Role and unit in words. */
  readonly role: string;
}

/** Accounts that are there for trying out, on this machine alone; marked as such. */
@Component({
  selector: 'dti-demo-accounts',
  imports: [Icon, MatButton],
  template: `
    <h2 id="demo-accounts" class="with-icon"><dti-icon name="info" />{{ t('signIn.demo.title') }}</h2>
    <p class="small">{{ t('signIn.demo.words') }}</p>
    <ul aria-labelledby="demo-accounts">
      @for (one of choices(); track one.account) {
        <li>
          <button matButton="outlined" type="button" [disabled]="busy()" (click)="chosen.emit(one.account)">
            <span class="lines">
              <span>{{ one.role }}</span>
              <span class="small muted">{{ one.name }}</span>
            </span>
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-3);
      align-content: start;
      border-color: var(--info);
    }
    h2 dti-icon {
      color: var(--info);
    }
    ul {
      display: grid;
      gap: var(--gap-2);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    button {
      width: 100%;
      height: auto;
      min-height: 2.75rem;
      padding-block: var(--gap-1);
      justify-content: start;
      border-radius: var(--radius-m);
      text-align: start;
    }
    .lines {
      display: grid;
      line-height: 1.35;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemoAccounts {
  readonly choices = input.required<readonly DemoChoice[]>();
  readonly busy = input(false);
  readonly chosen = output<string>();
  protected readonly t = inject(Language).t;
}
