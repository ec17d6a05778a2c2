import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { DatabaseTerms } from '../../../api-client/models/database-terms.js';
import type { Inventory } from '../../../api-client/models/inventory.js';
import type { InventoryAction } from '../../../api-client/models/inventory-action.js';
import { Language } from '../../../shared/language/language.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Segmented } from '../../../shared/ui/segmented.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import type { StepRequest } from '../database-client.js';
import { termName } from '../databases-view.js';
import { draftFaults, type FindingDraft, stepDraft, type StepDraft, stepRequest } from '../step-draft.js';
import { todayInVietNam } from '../today.js';
import { faultsOf, type WriteState } from '../../../shared/problem/writing.js';
import { FindingsForm } from './findings-form.js';

/** The next step of an inventory: what it needs, a look at it, and then for good. */
@Component({
  selector: 'dti-step-form',
  imports: [
    FailedPanel,
    FindingsForm,
    MatButton,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    Notice,
    Segmented,
  ],
  templateUrl: './step-form.html',
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepForm {
  readonly inventory = input.required<Inventory>();
  readonly terms = input.required<DatabaseTerms>();
  readonly writing = input.required<WriteState>();
  readonly taken = output<StepRequest>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly draft = signal<StepDraft | null>(null);
  /** Fields are told off once somebody has tried to go on. */
  protected readonly tried = signal(false);
  protected readonly confirming = signal(false);

  protected readonly actions = computed(() =>
    this.inventory().allowed.map((value) => ({ value, label: this.actionName(value) })),
  );
  protected readonly needs = computed(() => {
    const draft = this.draft();
    return this.terms().steps.find(({ code }) => code === draft?.action)?.needs ?? [];
  });
  protected readonly faults = computed(() => {
    const draft = this.draft();
    return draft === null ? [] : draftFaults(draft, this.needs());
  });
  protected readonly heading = computed(() => {
    const draft = this.draft();
    return draft === null ? '' : this.actionName(draft.action);
  });
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' ? state.failure : null;
  });

  constructor() {
    // Another inventory, or the same one step further: a new draft.
    effect(() => {
      const [first] = this.inventory().allowed;
      untracked(() => this.begin(first ?? null));
    });
  }

  protected begin(action: string | null): void {
    this.tried.set(false);
    this.confirming.set(false);
    const today = this.language.formats().date(todayInVietNam());
    const known = this.inventory().allowed.find((allowed) => allowed === action);
    this.draft.set(known === undefined ? null : stepDraft(this.inventory(), known, today));
  }

  protected set(change: Partial<StepDraft>): void {
    this.draft.update((draft) => (draft === null ? null : { ...draft, ...change }));
    this.confirming.set(false);
  }

  protected setFindings(findings: readonly FindingDraft[]): void {
    this.set({ findings });
  }

  /** What is wrong with a field: seen here, or told by the server. */
  protected wrong(field: string): boolean {
    return (this.tried() && this.faults().includes(field)) || faultsOf(this.writing(), field).length > 0;
  }

  protected review(): void {
    this.tried.set(true);
    this.confirming.set(this.faults().length === 0);
  }

  protected confirm(): void {
    const draft = this.draft();
    if (draft !== null) this.taken.emit(stepRequest(draft, this.needs()));
  }

  private actionName(action: InventoryAction): string {
    return termName(this.terms().steps, action, this.language.wording());
  }
}
