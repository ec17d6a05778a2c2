import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { FrameworkTreeNode } from '../../../api-client/models/framework-tree-node.js';
import { Language } from '../../../shared/language/language.js';
import { ClauseDisclosure } from '../../../shared/law/clause-disclosure.js';
import { LegalBases } from '../../../shared/law/legal-bases.js';
import { nodeSaid, readableClause } from '../node-view.js';

/** All that a node tells: definition, formula, scale, gaps, evidence, source, bases and what is proposed. */
@Component({
  selector: 'dti-node-details',
  imports: [ClauseDisclosure, LegalBases],
  templateUrl: './node-details.html',
  styleUrl: './node-details.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NodeDetails {
  readonly node = input.required<FrameworkTreeNode>();
  readonly parent = input.required<boolean>();

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

  protected elementName(element: { readonly nameVi: string; readonly nameEn: string }): string {
    return this.language.wording().name(element);
  }
}
