import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { FrameworkTreeNode } from '../../../api-client/models/framework-tree-node.js';
import { Language } from '../../../shared/language/language.js';
import { ClauseDisclosure } from '../../../shared/law/clause-disclosure.js';
import { LegalBases } from '../../../shared/law/legal-bases.js';
import type { Failure } from '../../../shared/problem/problem.js';
import { type Decision, DecisionForm } from './decision-form.js';
import { nodeSaid, readableClause } from '../node-view.js';

/** All that a node tells: definition, formula, scale, gaps, evidence, source, bases and what is proposed. */
@Component({
  selector: 'dti-node-details',
  imports: [ClauseDisclosure, DecisionForm, LegalBases, MatButton],
  templateUrl: './node-details.html',
  styleUrl: './node-details.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodeDetails {
  readonly node = input.required<FrameworkTreeNode>();
  readonly parent = input.required<boolean>();
  readonly editable = input(false);
  readonly busy = input(false);
  readonly failure = input<Failure | null>(null);
  /** The node shall be descriptive, or scored again. */
  readonly decided = output<Decision>();

  /** Whether the node was scored when the form was opened: once it no longer is as it was, the form is done. */
  private readonly asked = signal<boolean | null>(null);
  protected readonly deciding = computed(() => this.asked() === this.node().scored);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly said = computed(() => nodeSaid(this.node(), this.parent(), this.language.wording()));
  protected readonly proposed = computed(() => {
    const { proposedReasonVi: vi, proposedReasonEn: en } = this.node();
    return vi === null ? null : this.language.named({ vi, en });
  });

  /** Each basis with its words to be read on the spot, where they are held clause by clause. */
  protected readonly bases = computed(() =>
    this.node().legalBases.map((basis) => ({ ...basis, alone: [basis], read: readableClause(basis) })),
  );

  protected ask(): void {
    this.asked.set(this.node().scored);
  }

  protected cancel(): void {
    this.asked.set(null);
  }

  protected elementName(element: { readonly nameVi: string; readonly nameEn: string }): string {
    return this.language.wording().name(element);
  }
}
