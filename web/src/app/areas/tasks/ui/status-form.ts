import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import type { TaskDetail } from '../../../api-client/models/task-detail.js';
import type { TaskStatusRequest } from '../../../api-client/models/task-status-request.js';
import { Language } from '../../../shared/language/language.js';
import { adviceFor } from '../../../shared/problem/problem.js';
import { Notice } from '../../../shared/ui/notice.js';
import type { Change } from '../task-store.js';
import {
  EMPTY_FORM,
  formFaults,
  type FormField,
  requestOf,
  serverFaults,
  type StatusForm,
} from '../status-form-view.js';

/** Records how a task stands; what is wrong stands at its field. */
@Component({
  selector: 'dti-status-form',
  imports: [MatButton, MatFormField, MatHint, MatInput, MatLabel, MatOption, MatSelect, Notice],
  templateUrl: './status-form.html',
  styleUrl: './status-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusFormPanel {
  readonly task = input.required<TaskDetail>();
  /** Bodies that may answer; empty where the lead answers for all. */
  readonly units = input.required<readonly { readonly id: string; readonly name: string }[]>();
  readonly change = input.required<Change>();
  readonly recorded = output<TaskStatusRequest>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly states = ['not_started', 'in_progress', 'done'] as const;
  protected readonly evidenceFields = ['number', 'date', 'description', 'url'] as const;
  protected readonly form = signal<StatusForm>(EMPTY_FORM);
  /** The form was sent, and what the server says is about it. */
  private readonly sent = signal(false);
  /** Faults are shown once a try was made. */
  private readonly tried = linkedSignal({ source: () => this.task().code, computation: () => false });
  protected readonly needsUnit = computed(() => this.task().answeredBy !== 'lead');
  private readonly faults = computed(() => {
    const change = this.change();
    const own = this.tried() ? formFaults(this.form(), this.needsUnit()) : {};
    return change.status === 'failed' && this.sent() ? { ...serverFaults(change.failure), ...own } : own;
  });
  /** A refusal that no field explains. */
  protected readonly refused = computed(() => {
    const change = this.change();
    if (change.status !== 'failed' || !this.sent()) return null;
    const atFields = Object.keys(serverFaults(change.failure)).length > 0;
    return atFields ? null : { advice: this.t(adviceFor(change.failure)), code: change.failure.code };
  });

  /** The words of what is wrong with a field; null while it is right. */
  protected fault(field: FormField): string | null {
    const key = this.faults()[field];
    return key === undefined ? null : this.t(key);
  }

  protected set(field: FormField, value: string): void {
    this.form.update((form) => ({ ...form, [field]: value }));
  }

  protected written(field: FormField, event: Event): void {
    this.set(field, (event.target as HTMLInputElement | HTMLTextAreaElement).value);
  }

  protected submit(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    this.sent.set(false);
    if (Object.keys(formFaults(this.form(), this.needsUnit())).length > 0) return;
    this.sent.set(true);
    this.recorded.emit(requestOf(this.form()));
  }

  /** After it was recorded. */
  clear(): void {
    this.form.set(EMPTY_FORM);
    this.tried.set(false);
    this.sent.set(false);
  }
}
