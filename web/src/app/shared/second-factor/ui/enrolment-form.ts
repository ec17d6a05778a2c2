import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { SecondFactorEnrolment } from '../../../api-client/models/second-factor-enrolment.js';
import { Language } from '../../language/language.js';
import type { WriteState } from '../../problem/writing.js';
import { codeFault } from '../code-fault.js';
import { CodeField } from './code-field.js';

/** The picture to scan, the secret to type where there is no camera, and the first code as a proof. */
@Component({
  selector: 'dti-second-factor-enrolment',
  imports: [CodeField, MatButton],
  template: `
    <form (submit)="confirm($event)" novalidate>
      <ol>
        <li>{{ t('secondFactor.step.app') }}</li>
        <li>
          {{ t('secondFactor.step.scan') }}
          <div class="scan">
            <img [src]="picture()" [alt]="t('secondFactor.qr')" width="208" height="208" />
            <div class="small">
              <p>{{ t('secondFactor.noCamera') }}</p>
              <p>
                <code class="figures">{{ enrolment().secret }}</code>
              </p>
              <p>
                <a [href]="enrolment().uri">{{ t('secondFactor.open') }}</a>
              </p>
            </div>
          </div>
        </li>
        <li>
          {{ t('secondFactor.step.code') }}
          <dti-code-field [value]="code()" [wrong]="wrong()" (typed)="code.set($event)" />
        </li>
      </ol>
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="writing().status === 'busy'">
          {{ t('secondFactor.confirm') }}
        </button>
        @if (cancellable()) {
          <button matButton type="button" (click)="cancelled.emit()">{{ t('secondFactor.cancel') }}</button>
        }
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
    form,
    ol,
    li {
      display: grid;
      gap: var(--gap-3);
      grid-template-columns: minmax(0, 1fr);
    }
    ol {
      margin: 0;
      padding: 0;
      counter-reset: step;
      list-style: none;
    }
    li {
      position: relative;
      padding-inline-start: 2rem;
      counter-increment: step;
    }
    li::before {
      content: counter(step);
      position: absolute;
      inset-inline-start: 0;
      width: 1.375rem;
      height: 1.375rem;
      border-radius: 50%;
      text-align: center;
      font-size: var(--text-s);
      line-height: 1.375rem;
      background: var(--accent-soft);
      color: var(--accent-ink);
    }
    .scan {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-4);
      align-items: center;
    }
    .scan > div {
      display: grid;
      gap: var(--gap-2);
      flex: 1 1 14rem;
      min-width: 0;
    }
    /* A camera reads dark on light, in either theme. */
    img {
      padding: var(--gap-2);
      border-radius: var(--radius-m);
      background: #fff;
    }
    code {
      overflow-wrap: anywhere;
      font-size: var(--text-m);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EnrolmentForm {
  readonly enrolment = input.required<SecondFactorEnrolment>();
  readonly writing = input.required<WriteState>();
  /** It may be left for later. */
  readonly cancellable = input(true);
  readonly confirmed = output<string>();
  readonly cancelled = output();

  protected readonly t = inject(Language).t;
  protected readonly code = signal('');
  private readonly tried = signal(false);
  /** As a picture and not as markup: nothing in it can run. */
  protected readonly picture = computed(
    () => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(this.enrolment().qrSvg)}`,
  );
  protected readonly wrong = computed(() => {
    if (this.tried() && this.code().trim() === '') return this.t('secondFactor.codeNeeded');
    return codeFault(this.writing(), this.t);
  });

  protected confirm(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    const code = this.code().trim();
    if (code !== '') this.confirmed.emit(code);
  }
}
