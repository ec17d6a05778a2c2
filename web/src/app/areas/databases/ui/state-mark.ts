import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { AspectState } from '../../../api-client/models/aspect-state.js';
import { Language } from '../../../shared/language/language.js';
import { stateWord } from '../databases-view.js';

/** Strokes on a 24-unit square: a check, a half, a cross, a dashed ring. */
const SHAPES: Readonly<Record<AspectState, string>> = {
  yes: 'M8 12.5l3 3 5.5-6.5',
  partly: 'M12 3a9 9 0 000 18z',
  no: 'M9 9l6 6M15 9l-6 6',
  no_data: '',
};

/** A state as a shape and a word; the colour only repeats what they say. */
@Component({
  selector: 'dti-state-mark',
  template: `
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="9" />
      <path [attr.d]="shape()" />
    </svg>
    <span [class.visually-hidden]="quiet()">{{ word() }}</span>
  `,
  host: { '[class]': 'state()' },
  styles: `
    :host {
      display: inline-flex;
      gap: var(--gap-2);
      align-items: center;
      color: var(--ink-2);
      font-size: var(--text-s);
      white-space: nowrap;
    }
    svg {
      flex: none;
      width: 1.125rem;
      height: 1.125rem;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    :host(.yes) svg {
      color: var(--accent);
    }
    :host(.yes) circle {
      fill: var(--accent);
    }
    :host(.yes) path {
      stroke: var(--on-accent);
    }
    :host(.partly) svg {
      color: var(--warn);
    }
    :host(.partly) path {
      fill: currentColor;
    }
    :host(.no) svg {
      color: var(--bad);
    }
    :host(.no_data) svg {
      color: var(--ink-3);
    }
    :host(.no_data) circle {
      stroke-dasharray: 3 3.3;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StateMark {
  readonly state = input.required<AspectState>();
  /** The word is said to a screen reader alone, where it stands beside anyhow. */
  readonly quiet = input(false);
  private readonly language = inject(Language);
  protected readonly shape = computed(() => SHAPES[this.state()]);
  protected readonly word = computed(() => stateWord(this.state(), this.language.wording()));
}
