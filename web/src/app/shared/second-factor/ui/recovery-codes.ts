import { DOCUMENT } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { Language } from '../../language/language.js';
import { Icon } from '../../ui/icon.js';
import { Notice } from '../../ui/notice.js';

/** Codes for the day when the app is lost: shown this once, to be kept, and put away after that. */
@Component({
  selector: 'dti-recovery-codes',
  imports: [Icon, MatButton, MatCheckbox, Notice],
  template: `
    <h3 tabindex="-1">{{ t('secondFactor.recovery.title') }}</h3>
    <dti-notice kind="warn">{{ t('secondFactor.recovery.once') }}</dti-notice>
    <ul class="figures">
      @for (code of codes(); track code) {
        <li>{{ code }}</li>
      }
    </ul>
    <div class="actions">
      <a matButton="outlined" [href]="file()" download="ma-du-phong.txt">
        <span class="with-icon"><dti-icon name="download" />{{ t('secondFactor.recovery.file') }}</span>
      </a>
      <button matButton="outlined" type="button" (click)="copy()">
        {{ t('secondFactor.recovery.copy') }}
      </button>
      <span class="small" aria-live="polite">{{ copied() ? t('secondFactor.recovery.copied') : '' }}</span>
    </div>
    <mat-checkbox [checked]="kept()" (change)="kept.set($event.checked)">{{
      t('secondFactor.recovery.kept')
    }}</mat-checkbox>
    <button matButton="filled" type="button" [disabled]="!kept()" (click)="done.emit()">
      {{ t('secondFactor.recovery.done') }}
    </button>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-3);
      justify-items: start;
      grid-template-columns: minmax(0, 1fr);
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
      gap: var(--gap-2) var(--gap-5);
      width: 100%;
      margin: 0;
      padding: var(--gap-4);
      list-style: none;
      border: 1px solid var(--line);
      border-radius: var(--radius-m);
      background: var(--sunk);
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-3);
      align-items: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecoveryCodes {
  readonly codes = input.required<readonly string[]>();
  readonly done = output();

  protected readonly t = inject(Language).t;
  private readonly document = inject(DOCUMENT);
  protected readonly kept = signal(false);
  protected readonly copied = signal(false);
  private readonly text = computed(() => `${this.t('product.name')}\n\n${this.codes().join('\n')}\n`);
  protected readonly file = computed(
    () => `data:text/plain;charset=utf-8,${encodeURIComponent(this.text())}`,
  );

  protected async copy(): Promise<void> {
    await this.document.defaultView?.navigator.clipboard.writeText(this.codes().join('\n'));
    this.copied.set(true);
  }
}
