import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Invited } from '../../api-client/models/invited.js';
import { Language } from '../language/language.js';
import { Icon } from '../ui/icon.js';
import { Notice } from '../ui/notice.js';

/** How an invitation went out; where no letter did, the link to hand over, which is shown this once. */
@Component({
  selector: 'dti-invited-notice',
  imports: [Icon, MatButton, Notice],
  template: `
    <dti-notice [kind]="invited().mailed ? 'info' : 'warn'" role="status">
      @if (invited().link; as link) {
        <p>{{ t('people.invited.handOver', { until: until() }) }}</p>
        <p>
          <code #text class="link">{{ link }}</code>
        </p>
        <p class="actions">
          <button matButton="outlined" type="button" (click)="copy(link, text)">
            <dti-icon name="copy" />{{ t('people.invited.copy') }}
          </button>
          <span class="small">{{ told() }}</span>
        </p>
      } @else {
        <p>{{ t('people.invited.mailed', { until: until() }) }}</p>
      }
    </dti-notice>
  `,
  styles: `
    .link {
      overflow-wrap: anywhere;
      user-select: all;
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
export class InvitedNotice {
  readonly invited = input.required<Invited>();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly until = computed(() => this.language.formats().date(this.invited().expiresAt));
  protected readonly told = linkedSignal({ source: this.invited, computation: () => '' });

  /** Where the browser does not let a page copy, the link is selected for the hand. */
  protected async copy(link: string, text: HTMLElement): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      this.told.set(this.t('people.invited.copied'));
    } catch {
      getSelection()?.selectAllChildren(text);
      this.told.set(this.t('people.invited.selected'));
    }
  }
}
