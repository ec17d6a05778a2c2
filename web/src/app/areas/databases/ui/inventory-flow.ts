import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DatabaseTerms } from '../../../api-client/models/database-terms.js';
import type { Inventory } from '../../../api-client/models/inventory.js';
import type { InventoryStep } from '../../../api-client/models/inventory-step.js';
import { Language } from '../../../shared/language/language.js';
import { LegalBases } from '../../../shared/law/legal-bases.js';
import { Icon } from '../../../shared/ui/icon.js';
import { termName } from '../databases-view.js';
import { stations } from '../inventory-view.js';

/** The inventory of a year as its five stations, and everything that was done, step by step. */
@Component({
  selector: 'dti-inventory-flow',
  imports: [Icon, LegalBases],
  templateUrl: './inventory-flow.html',
  styleUrl: './inventory-flow.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InventoryFlow {
  readonly inventory = input.required<Inventory>();
  readonly terms = input.required<DatabaseTerms>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly stations = computed(() => stations(this.inventory(), this.terms(), this.wording()));
  /** The bases of the steps, each once. */
  protected readonly bases = computed(() => {
    const named = new Set(this.terms().steps.flatMap(({ legalBasis }) => legalBasis));
    return this.terms().bases.filter(({ reference }) => named.has(reference));
  });

  protected actionName(step: InventoryStep): string {
    return termName(this.terms().steps, step.action, this.wording());
  }

  protected facts(step: InventoryStep): string {
    return [step.actor, step.reference].filter((part) => part !== null).join(' · ');
  }

  protected day(day: string): string {
    return this.wording().formats.date(day);
  }
}
