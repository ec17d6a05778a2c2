import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DatabaseTerms } from '../../../api-client/models/database-terms.js';
import type { InventoryState } from '../../../api-client/models/inventory-state.js';
import type { RegisteredDatabase } from '../../../api-client/models/registered-database.js';
import { Language } from '../../../shared/language/language.js';
import { inventoryWord, termName } from '../databases-view.js';
import { FlowMark } from './flow-mark.js';

/** Entries of the register: whose, of what class, how marked, how far this year's inventory is. */
@Component({
  selector: 'dti-register-table',
  imports: [FlowMark, RouterLink],
  templateUrl: './register-table.html',
  styleUrl: './register-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterTable {
  readonly entries = input.required<readonly RegisteredDatabase[]>();
  readonly terms = input.required<DatabaseTerms>();
  readonly period = input.required<string>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected nameOf(entry: RegisteredDatabase): string {
    return this.language.named({ vi: entry.nameVi, en: entry.nameEn });
  }

  protected unitOf(entry: RegisteredDatabase): string {
    return this.language.named({ vi: entry.unitNameVi, en: entry.unitNameEn });
  }

  protected classOf(entry: RegisteredDatabase): string {
    return termName(this.terms().classes, entry.class, this.wording());
  }

  protected mark(code: string): string {
    return termName(this.terms().marks, code, this.wording());
  }

  protected inventory(state: InventoryState): string {
    return inventoryWord(state, this.wording());
  }

  protected sent(entry: RegisteredDatabase): string | null {
    const { sentOn } = entry.inventory;
    return sentOn === null
      ? null
      : this.t('db.inventory.sentOn', { day: this.wording().formats.date(sentOn) });
  }
}
