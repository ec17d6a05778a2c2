import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Language } from '../../../shared/language/language.js';
import { Icon, type IconName } from '../../../shared/ui/icon.js';
import type { Answer, Rung } from '../framework-view.js';

const ICONS: Readonly<Record<Answer, IconName>> = { met: 'check', notMet: 'bad', unanswered: 'info' };

/** Five levels from the lowest up, with their criteria and what a unit says of each. */
@Component({
  selector: 'dti-maturity-ladder',
  imports: [Icon],
  template: `
    <ol>
      @for (rung of rungs(); track rung.level) {
        <li>
          <h3>{{ t('guidance.level', { level: rung.level, name: rung.name }) }}</h3>
          @if (rung.count) {
            <p class="count figures">{{ rung.count }}</p>
          }
          @if (rung.headline) {
            <p class="headline">{{ rung.headline }}</p>
          }
          <ul>
            @for (one of rung.criteria; track one.code) {
              <li [attr.data-answer]="one.answer">
                @if (one.answer; as answer) {
                  <dti-icon [name]="icons[answer]" />
                  <span class="visually-hidden">{{ word(answer) }}: </span>
                }
                <span>
                  {{ one.text }}
                  @if (one.evidence) {
                    <span class="evidence">{{ one.evidence }}</span>
                  }
                </span>
              </li>
            }
          </ul>
        </li>
      }
    </ol>
  `,
  styleUrl: './maturity-ladder.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MaturityLadder {
  readonly rungs = input.required<readonly Rung[]>();
  protected readonly t = inject(Language).t;
  protected readonly icons = ICONS;

  protected word(answer: Answer): string {
    return this.t(`guidance.answer.${answer}`);
  }
}
