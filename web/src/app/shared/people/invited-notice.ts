import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Invited } from '../../api-client/models/invited.js';
import { Language } from '../language/language.js';
import { Notice } from '../ui/notice.js';

/** How an invitation went out; where no letter did, the link to hand over, which is shown this once. */
@Component({
  selector: 'dti-invited-notice',
  imports: [Notice],
  template: `
    <dti-notice [kind]="invited().mailed ? 'info' : 'warn'" role="status">
      @if (invited().link; as link) {
        <p>{{ t('people.invited.handOver', { until: until() }) }}</p>
        <p>
          <code class="link">{{ link }}</code>
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
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitedNotice {
  readonly invited = input.required<Invited>();
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly until = computed(() => this.language.formats().date(this.invited().expiresAt));
}
