import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { InventoryState } from '../../../api-client/models/inventory-state.js';

/** How many of the five steps are done; a report that was returned begins again. */
const DONE: Readonly<Record<InventoryState, number>> = {
  none: 0,
  returned: 1,
  assessed: 1,
  sent: 2,
  verified: 3,
  remedied: 4,
  reported: 5,
};

/** How far an inventory is, as five squares and a word. */
@Component({
  selector: 'dti-flow-mark',
  template: `
    <span class="squares" aria-hidden="true">
      @for (step of steps; track step) {
        <span [class.done]="step <= done()" [class.back]="state() === 'returned' && step === 1"></span>
      }
    </span>
    <span class="word">{{ label() }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0.125rem var(--gap-2);
      align-items: center;
    }
    .squares {
      display: inline-flex;
      gap: 2px;
    }
    .squares span {
      width: 0.625rem;
      height: 0.625rem;
      border: 1px solid var(--line-strong);
      border-radius: 2px;
    }
    .squares .done {
      border-color: var(--accent);
      background: var(--accent);
    }
    .squares .back {
      border-color: var(--warn);
      background: var(--warn);
    }
    @media (forced-colors: active) {
      .squares .done {
        background: CanvasText;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FlowMark {
  readonly state = input.required<InventoryState>();
  readonly label = input.required<string>();
  protected readonly steps = [1, 2, 3, 4, 5];
  protected readonly done = computed(() => DONE[this.state()]);
}
