import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Language } from '../../language/language.js';

/** The secret of the second factor, as a picture to scan and as letters to type. */
@Component({
  selector: 'dti-enrolment-card',
  template: `
    <ol>
      <li>{{ t('signIn.enrol.app') }}</li>
      <li>
        {{ t('signIn.enrol.scan') }}
        <img width="200" height="200" [src]="picture()" [alt]="t('signIn.enrol.picture')" />
        <details>
          <summary>{{ t('signIn.enrol.type') }}</summary>
          <p>
            <code>{{ secret() }}</code>
          </p>
        </details>
      </li>
      <li>{{ t('signIn.enrol.code') }}</li>
    </ol>
  `,
  styles: `
    ol {
      display: grid;
      gap: var(--gap-3);
      margin: 0;
      padding-inline-start: 1.25rem;
    }
    img {
      display: block;
      margin-block: var(--gap-2);
      border-radius: var(--radius-m);
      background: #fff;
    }
    summary {
      cursor: pointer;
      color: var(--accent);
    }
    code {
      font-family: var(--figures);
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnrolmentCard {
  readonly qrSvg = input.required<string>();
  readonly secret = input.required<string>();
  protected readonly t = inject(Language).t;
  /** As a picture of its own: what is drawn there can run nothing. */
  protected readonly picture = computed(() => `data:image/svg+xml,${encodeURIComponent(this.qrSvg())}`);
}
