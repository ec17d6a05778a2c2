import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';
import { Notice } from '../../../shared/ui/notice.js';

/** A key that was just made: the one time that it is shown. */
@Component({
  selector: 'dti-made-key',
  imports: [Icon, MatButton, Notice],
  template: `
    <h2 #heading tabindex="-1">{{ t('keys.made.title', { name: name() }) }}</h2>
    <dti-notice kind="warn">{{ t('keys.made.once') }}</dti-notice>
    <p class="key">
      <code #text>{{ key() }}</code>
    </p>
    <div class="actions">
      <button matButton="filled" type="button" (click)="copy(text)">
        <dti-icon name="copy" />{{ t('keys.made.copy') }}
      </button>
      <button matButton="outlined" type="button" (click)="kept.emit()">{{ t('keys.made.kept') }}</button>
      <span class="small" role="status">{{ told() }}</span>
    </div>
    <p class="small muted">{{ t('keys.made.use') }} <code>Authorization: Bearer dti_…</code></p>
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-3);
    }
    h2:focus {
      outline: none;
    }
    .key {
      padding: var(--gap-3) var(--gap-4);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-m);
      background: var(--sunk);
      overflow-wrap: anywhere;
      user-select: all;
    }
    button dti-icon {
      margin-inline-end: var(--gap-1);
      vertical-align: middle;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-2) var(--gap-3);
      align-items: center;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MadeKey {
  readonly name = input.required<string>();
  readonly key = input.required<string>();
  readonly kept = output();
  protected readonly t = inject(Language).t;
  /** What came of copying this key. */
  protected readonly told = linkedSignal({ source: this.key, computation: () => '' });
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    // It came from a form further down: who reads by ear or by magnifier is led to it.
    afterRenderEffect(() => {
      this.key();
      this.heading().nativeElement.focus();
    });
  }

  /** Where the browser does not let a page copy, the key is selected for the hand. */
  protected async copy(text: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.key());
      this.told.set(this.t('keys.made.copied'));
    } catch {
      getSelection()?.selectAllChildren(text);
      this.told.set(this.t('keys.made.selected'));
    }
  }
}
