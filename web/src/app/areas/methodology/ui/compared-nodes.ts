import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Language } from '../../../shared/language/language.js';
import { Icon, type IconName } from '../../../shared/ui/icon.js';
import { comparedStateKey, type ComparedRow } from '../compare-view.js';

const SHAPES: Readonly<Record<ComparedRow['state'], IconName>> = {
  added: 'rise',
  removed: 'close',
  changed: 'sort',
  reweighted: 'bars',
  same: 'check',
};

/** Two versions node by node: what became of each, and its weight before and after. */
@Component({
  selector: 'dti-compared-nodes',
  imports: [Icon],
  templateUrl: './compared-nodes.html',
  styleUrl: './compared-nodes.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparedNodes {
  readonly rows = input.required<readonly ComparedRow[]>();
  readonly label = input.required<string>();
  protected readonly t = inject(Language).t;

  protected shape(row: ComparedRow): IconName {
    return SHAPES[row.state];
  }

  protected word(row: ComparedRow): string {
    return this.t(comparedStateKey(row.state));
  }
}
