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
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { TaskStatus } from '../../../api-client/models/task-status.js';
import { unitOfActor } from '../../../shared/format/actor.js';
import { Language } from '../../../shared/language/language.js';
import { adviceFor } from '../../../shared/problem/problem.js';
import { Icon } from '../../../shared/ui/icon.js';
import { Notice } from '../../../shared/ui/notice.js';
import { UnitNames } from '../../../shared/units/unit-names.js';
import type { Change } from '../task-store.js';
import { historyRows } from '../task-view.js';

const NEWEST = 20;

/** Everything that was reported, newest first; a wrong status is withdrawn after a reason and a second press. */
@Component({
  selector: 'dti-status-history',
  imports: [Icon, MatButton, MatFormField, MatInput, MatLabel, Notice],
  templateUrl: './status-history.html',
  styleUrl: './status-history.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusHistory {
  readonly history = input.required<readonly TaskStatus[]>();
  readonly change = input.required<Change>();
  readonly mayWithdraw = input.required<(unit: string | null) => boolean>();
  readonly withdrawn = output<{ id: string; note: string }>();

  private readonly language = inject(Language);
  private readonly names = inject(UnitNames);
  protected readonly t = this.language.t;
  /** The status whose withdrawal is being asked for. */
  protected readonly asking = signal<string | null>(null);
  protected readonly reason = signal('');
  protected readonly rows = computed(() =>
    historyRows(this.history(), this.language.wording(), this.names.of).map((one) => ({
      ...one,
      withdrawable: one.withdrawable && this.mayWithdraw()(one.row.unitId),
    })),
  );
  /** Part B has a row for each body and year: the newest come first, the rest when asked for. */
  protected readonly whole = signal(false);
  protected readonly shown = computed(() => (this.whole() ? this.rows() : this.rows().slice(0, NEWEST)));
  /** A refused withdrawal; the form shows what it asked for itself. */
  protected readonly failed = computed(() => {
    const change = this.change();
    return change.status === 'failed' && this.asking() !== null ? this.t(adviceFor(change.failure)) : null;
  });

  constructor() {
    effect(() => {
      const wanted = this.history().map(({ recordedBy }) => unitOfActor(recordedBy));
      untracked(() => void this.names.learn(wanted));
    });
  }

  protected ask(id: string | null): void {
    this.reason.set('');
    this.asking.set(id);
  }

  protected confirm(id: string): void {
    const note = this.reason().trim();
    if (note !== '') this.withdrawn.emit({ id, note });
  }
}
