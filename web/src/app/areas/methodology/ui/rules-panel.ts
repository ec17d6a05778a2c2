import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Said } from '../words/rule-words.js';

/** What holds for every node: a label and a sentence each. */
@Component({
  selector: 'dti-rules-panel',
  template: `
    <dl>
      @for (rule of rules(); track rule.label) {
        <div>
          <dt>{{ rule.label }}</dt>
          <dd>{{ rule.text }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: var(--gap-3) var(--gap-5);
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr));
      margin: 0;
    }
    dt {
      font-size: var(--text-s);
      color: var(--ink-2);
    }
    dd {
      margin: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RulesPanel {
  readonly rules = input.required<readonly Said[]>();
}
