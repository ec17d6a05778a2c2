import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Target } from '../../../api-client/models/target.js';
import { Language } from '../../../shared/language/language.js';
import { ClauseDisclosure } from '../../../shared/law/clause-disclosure.js';
import { clauseOf } from '../measure-words.js';
import { MeasureRow } from './measure-row.js';
import { TargetOwners } from './target-owners.js';

/** A target with its clause on demand, who answers for it, and its measures. */
@Component({
  selector: 'dti-target-card',
  imports: [ClauseDisclosure, MeasureRow, RouterLink, TargetOwners],
  template: `
    <div class="head">
      <h3>
        <span class="code figures">{{ target().code }}</span>
        @if (history()) {
          {{ wording().name(target()) }}
        } @else {
          <a [routerLink]="['/targets', target().code]">{{ wording().name(target()) }}</a>
        }
      </h3>
      @if (clause(); as reference) {
        <dti-clause-disclosure [document]="reference.document" [clause]="reference.clause" />
      }
    </div>
    @if (!history()) {
      <dti-target-owners [target]="target()" />
    }
    @for (measure of target().measures; track measure.code) {
      <dti-measure-row [measure]="measure" />
    }
  `,
  styleUrl: './target-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetCard {
  readonly target = input.required<Target>();
  /** A programme that is over, or never was: nothing is followed, and nobody answers for it. */
  readonly history = input(false);
  protected readonly wording = inject(Language).wording;
  protected readonly clause = computed(() => clauseOf(this.target().legalBasis[0] ?? ''));
}
