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
import { Language } from '../language/language.js';
import { Icon } from '../ui/icon.js';
import { Notice } from '../ui/notice.js';

/**
 * What came of an invitation: a letter that went out, or the link to be handed over, which is shown this
 * one time.
 */
@Component({
  selector: 'dti-handed-link',
  imports: [Icon, MatButton, Notice],
  template: `
    <h2 #heading tabindex="-1">{{ t('invitation.made', { name: name() }) }}</h2>
    @if (link(); as link) {
      <dti-notice kind="warn">{{ t('invitation.once', { until: until() }) }}</dti-notice>
      <p class="link">
        <code #text>{{ link }}</code>
      </p>
      <div class="actions">
        <button matButton="filled" type="button" (click)="copy(link, text)">
          <dti-icon name="copy" />{{ t('invitation.copy') }}
        </button>
        <button matButton="outlined" type="button" (click)="kept.emit()">{{ t('invitation.kept') }}</button>
        <span class="small" role="status">{{ told() }}</span>
      </div>
    } @else {
      <p>{{ t('invitation.mailed', { until: until() }) }}</p>
      <div>
        <button matButton="outlined" type="button" (click)="kept.emit()">{{ t('invitation.close') }}</button>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-3);
    }
    h2:focus {
      outline: none;
    }
    .link {
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
export class HandedLink {
  readonly name = input.required<string>();
  /** Null where a letter went. */
  readonly link = input.required<string | null>();
  /** Until when it holds, in words. */
  readonly until = input.required<string>();
  readonly kept = output();
  protected readonly t = inject(Language).t;
  protected readonly told = linkedSignal({ source: this.link, computation: () => '' });
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    // It came from a form further down: who reads by ear or by magnifier is led to it.
    afterRenderEffect(() => {
      this.name();
      this.heading().nativeElement.focus();
    });
  }

  /** Where the browser does not let a page copy, the link is selected for the hand. */
  protected async copy(link: string, text: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.told.set(this.t('invitation.copied'));
    } catch {
      getSelection()?.selectAllChildren(text);
      this.told.set(this.t('invitation.selected'));
    }
  }
}
