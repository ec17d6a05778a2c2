import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { Session } from '../../shared/session/session.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import type { StepRequest } from './database-client.js';
import { type DatabaseData, DatabaseStore } from './database-store.js';
import { inventoryWord, termName, yearChoices, yearOf } from './databases-view.js';
import { inventorySentence } from './inventory-view.js';
import { thisYear } from './today.js';
import { CloseForm } from './ui/close-form.js';
import { EntryFacts } from './ui/entry-facts.js';
import { EntryHistory } from './ui/entry-history.js';
import { InventoryFindings } from './ui/inventory-findings.js';
import { InventoryFlow } from './ui/inventory-flow.js';
import { SharingObstacles } from './ui/sharing-obstacles.js';
import { SharingServices } from './ui/sharing-services.js';
import { StepForm } from './ui/step-form.js';

/** One database of a register: what it is, its inventory of a year, how it is shared, its history. */
@Component({
  selector: 'dti-database-page',
  imports: [
    CloseForm,
    EntryFacts,
    EntryHistory,
    FailedPanel,
    InventoryFindings,
    InventoryFlow,
    MatButton,
    Notice,
    PageHeader,
    RouterLink,
    Segmented,
    SharingObstacles,
    SharingServices,
    Skeleton,
    StepForm,
  ],
  providers: [DatabaseStore],
  templateUrl: './database-page.html',
  styleUrl: './database-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DatabasePage {
  readonly id = input.required<string>();
  readonly year = input<string>();

  protected readonly store = inject(DatabaseStore);
  private readonly session = inject(Session);
  private readonly dataSet = inject(DataSetChoice);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  private readonly now = thisYear();

  protected readonly chosenYear = computed(() => yearOf(this.year(), this.now));
  protected readonly years = computed(() =>
    yearChoices(this.now, this.chosenYear()).map((value) => ({ value, label: value })),
  );
  protected readonly view = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? this.viewOf(state.value) : null;
  });

  constructor() {
    effect(() => {
      const [id, year] = [this.id(), this.chosenYear()];
      untracked(() => void this.store.open(id, year));
    });
    // An entry is of one data set, whatever the address says: what is shown is marked by what it is.
    effect(() => {
      const state = this.store.state();
      if (state.status === 'ready') untracked(() => this.dataSet.follow(state.value.detail.dataSet));
    });
  }

  protected retry(): void {
    void this.store.open(this.id(), this.chosenYear());
  }

  protected chooseYear(year: string): void {
    void this.router.navigate([], {
      queryParams: { year },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected take(step: StepRequest): void {
    void this.store.step(step);
  }

  /** What may be written of an entry of this unit; nothing once it is closed. */
  private rightsOn(unit: string, open: boolean) {
    const may = (action: string): boolean => open && this.session.may(action, unit);
    return {
      revise: may('database.register'),
      step: may('database.inventory'),
      obstacle: may('database.obstacle'),
      service: may('database.service'),
      close: may('database.close'),
    };
  }

  private viewOf({ detail, inventory, terms }: DatabaseData) {
    const wording = this.wording();
    const { named } = this.language;
    return {
      detail,
      inventory,
      terms,
      name: named({ vi: detail.nameVi, en: detail.nameEn }),
      context: [
        named({ vi: detail.unitNameVi, en: detail.unitNameEn }),
        termName(terms.classes, detail.class, wording),
        this.t(`db.entry.${detail.state}`),
      ].join(' · '),
      open: detail.state === 'open',
      may: this.rightsOn(detail.unitId, detail.state === 'open'),
      sentence: inventorySentence(inventory, wording),
      inventoryState: inventoryWord(inventory.state, wording),
      nextOn: detail.nextInventoryOn === null ? null : wording.formats.date(detail.nextInventoryOn),
    };
  }
}
