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
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { Language } from '../../../shared/language/language.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import { Notice } from '../../../shared/ui/notice.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import { draftOf, outcomeOf, type SettingDraft } from '../setting-draft.js';
import type { SettingField } from '../setting-shape.js';
import { changesOf, choiceWords, fieldWords, type SettingRow } from '../settings-view.js';

export interface SettingDecision {
  readonly value: unknown;
  readonly reason: string;
}

/** The value of a setting by fields of its shape, the reason, and a look at the change before it counts. */
@Component({
  selector: 'dti-setting-form',
  imports: [
    DraftField,
    FailedPanel,
    MatButton,
    MatCheckbox,
    MatFormField,
    MatHint,
    MatLabel,
    MatOption,
    MatSelect,
    Notice,
  ],
  templateUrl: './setting-form.html',
  styleUrl: './setting-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingForm {
  readonly row = input.required<SettingRow>();
  readonly writing = input.required<WriteState>();
  readonly decided = output<SettingDecision>();
  readonly cancelled = output();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly draft = linkedSignal<string, SettingDraft>({
    source: () => this.row().setting.code,
    computation: () => {
      const { setting, shape } = this.row();
      return draftOf(setting.value, shape, this.language.formats(), this.language.current() === 'vi');
    },
  });
  protected readonly reason = signal('');
  private readonly tried = signal(false);
  private readonly looking = signal(false);
  private readonly outcome = computed(() => outcomeOf(this.draft(), this.row().shape));
  private readonly complete = computed(() => this.outcome().ok && this.reason().trim().length >= 3);
  /** The change is looked at, before it is confirmed. */
  protected readonly changes = computed(() => {
    const outcome = this.outcome();
    if (!this.looking() || !this.complete() || !outcome.ok) return null;
    const { setting, shape } = this.row();
    return changesOf(setting.value, outcome.value, shape, this.language.wording());
  });
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' ? state.failure : null;
  });
  protected readonly reasonWrong = computed(() =>
    this.tried() && this.reason().trim().length < 3 ? this.t('settings.fault.reason') : null,
  );

  protected label(field: SettingField): string {
    return fieldWords(field.name, this.t);
  }

  protected choice(choice: string): string {
    return choiceWords(choice, this.t);
  }

  protected hint(field: SettingField): string {
    if (field.kind === 'day') return this.t('settings.hint.day');
    if (field.kind === 'json') return this.t('settings.hint.json');
    if (field.kind !== 'number' || field.minimum === null || field.maximum === null) return '';
    return this.t('settings.hint.range', { from: field.minimum, to: field.maximum });
  }

  /** What is wrong with a field: seen here, or said by the server. */
  protected wrong(field: SettingField): string | null {
    const outcome = this.outcome();
    const fault = this.tried() && !outcome.ok ? outcome.faults[field.name] : undefined;
    if (fault !== undefined) return this.t(fault);
    const path = field.name === '' ? 'value' : `value.${field.name}`;
    const said = this.failure()?.errors.find((one) => one.path === path || one.path.startsWith(`${path}.`));
    return said === undefined ? null : this.t('settings.fault.server', { message: said.message });
  }

  protected type(field: SettingField, text: string): void {
    this.looking.set(false);
    this.draft.update((draft) => ({ ...draft, texts: { ...draft.texts, [field.name]: text } }));
  }

  protected setAtAll(set: boolean): void {
    this.looking.set(false);
    this.draft.update((draft) => ({ ...draft, set }));
  }

  protected look(event: Event): void {
    event.preventDefault();
    this.tried.set(true);
    this.looking.set(this.complete());
  }

  protected confirm(): void {
    const outcome = this.outcome();
    if (outcome.ok) this.decided.emit({ value: outcome.value, reason: this.reason().trim() });
  }
}
