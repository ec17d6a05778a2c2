import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Target } from '../../../api-client/models/target.js';
import { Language } from '../../../shared/language/language.js';
import { ClauseDisclosure } from '../../../shared/law/clause-disclosure.js';
import { clauseOf } from '../measure-words.js';

/** Who answers for a target, by which clause, and what became of them since; who follows it. */
@Component({
  selector: 'dti-target-owners',
  imports: [ClauseDisclosure, RouterLink],
  templateUrl: './target-owners.html',
  styleUrl: './target-owners.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetOwners {
  readonly target = input.required<Target>();
  /** With clauses and remarks; else the names alone. */
  readonly full = input(false);

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected readonly view = computed(() => {
    const target = this.target();
    const { name } = this.wording();
    return {
      owners: target.owners.map((owner) => ({
        id: owner.unitId,
        name: name(owner),
        role: this.t(owner.role === 'leads' ? 'targets.leads' : 'targets.guides'),
        part: owner.partVi === null ? null : this.language.named({ vi: owner.partVi, en: owner.partEn }),
        clause: clauseOf(owner.legalBasis),
        now: owner.successors.map((unit) => ({ id: unit.id, name: name(unit) })),
      })),
      each: target.eachUnitBasis === null ? null : { clause: clauseOf(target.eachUnitBasis) },
      note:
        target.ownerNoteVi === null
          ? null
          : this.language.named({ vi: target.ownerNoteVi, en: target.ownerNoteEn }),
      tracking:
        target.trackingVi === null
          ? null
          : this.language.named({ vi: target.trackingVi, en: target.trackingEn }),
    };
  });
}
