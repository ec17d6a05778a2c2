import { ChangeDetectionStrategy, Component, inject, input, output } from '@angular/core';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';
import { ScoreBar } from '../../../shared/ui/score-bar.js';
import type { TreeRow } from '../tree-view.js';
import type { Failure } from '../../../shared/problem/problem.js';
import type { Decision } from './decision-form.js';
import { NodeDetails } from './node-details.js';
import { ProposedMark } from './proposed-mark.js';

/** To make a node of a draft descriptive, or to score it again. */
export interface NodeDecision extends Decision {
  readonly node: string;
  readonly scored: boolean;
}

/** The tree line by line, with what each node weighs; a press opens what it is. */
@Component({
  selector: 'dti-method-tree',
  imports: [Icon, NodeDetails, ProposedMark, ScoreBar],
  templateUrl: './method-tree.html',
  styleUrl: './method-tree.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MethodTree {
  readonly rows = input.required<readonly TreeRow[]>();
  /** Code of the node that is open. */
  readonly open = input<string | null>(null);
  readonly opened = output<string | null>();
  readonly editable = input(false);
  readonly busy = input(false);
  readonly failure = input<Failure | null>(null);
  readonly decided = output<NodeDecision>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected toggle(row: TreeRow): void {
    this.opened.emit(this.open() === row.code ? null : row.code);
  }

  protected decide(row: TreeRow, decision: Decision): void {
    this.decided.emit({ ...decision, node: row.code, scored: !row.node.scored });
  }

  protected percent(share: number): string {
    return this.language.formats().percent(share, 2);
  }

  protected kind(row: TreeRow): string {
    return this.t(`methodology.kind.${row.node.kind}`);
  }
}
