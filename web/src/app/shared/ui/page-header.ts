import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A page's answer in one sentence, what it speaks of beneath, and actions at its end. */
@Component({
  selector: 'dti-page-header',
  template: `
    <div class="words">
      <h1 tabindex="-1">{{ finding() }}</h1>
      <p class="context">{{ context() }}</p>
    </div>
    <div class="actions"><ng-content /></div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-3) var(--gap-5);
      align-items: flex-end;
      justify-content: space-between;
    }
    .words {
      flex: 1 1 28rem;
      min-width: 0;
    }
    .context {
      margin-top: var(--gap-1);
      color: var(--ink-2);
      min-height: 1.5em;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--gap-2);
    }
    .actions:empty {
      display: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageHeader {
  readonly finding = input.required<string>();
  readonly context = input('');
}
