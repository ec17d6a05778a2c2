import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatOptgroup, MatOption, MatSelect } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import { Language } from '../../../shared/language/language.js';
import type { Reach } from '../../../shared/session/session-model.js';
import { Notice } from '../../../shared/ui/notice.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import { entryFaults, type EntryDraft, isInternal, isNational, isSpecial } from '../entry-draft.js';
import type { EntryData } from '../entry-store.js';
import { faultsOf, type WriteState } from '../../../shared/problem/writing.js';
import { faultText } from '../fault-text.js';
import { DraftField } from '../../../shared/ui/draft-field.js';

/** The fields of an entry, a look at what was written, and then for good. */
@Component({
  selector: 'dti-entry-form',
  imports: [
    DraftField,
    FailedPanel,
    MatButton,
    MatCheckbox,
    MatFormField,
    MatHint,
    MatLabel,
    MatOptgroup,
    MatOption,
    MatSelect,
    Notice,
    RouterLink,
  ],
  templateUrl: './entry-form.html',
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryForm {
  readonly data = input.required<EntryData>();
  /** Units whose register one may write. */
  readonly reach = input.required<Reach>();
  readonly draft = input.required<EntryDraft>();
  readonly writing = input.required<WriteState>();
  readonly changed = output<EntryDraft>();
  readonly confirmed = output();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly tried = signal(false);
  protected readonly confirming = signal(false);

  protected readonly revising = computed(() => this.data().entry !== null);
  protected readonly special = computed(() => isSpecial(this.draft()));
  protected readonly internal = computed(() => isInternal(this.draft()));
  protected readonly national = computed(() => isNational(this.draft()));
  protected readonly faults = computed(() => entryFaults(this.draft(), this.revising()));
  protected readonly unitGroups = computed(() =>
    (['ministry', 'province'] as const).map((level) => ({
      label: this.t(`level.${level}`),
      units: this.data().units.filter(
        ({ id, level: own }) => own === level && (this.reach().all || this.reach().units.includes(id)),
      ),
    })),
  );
  /** A province keeps no national database, a ministry none of a locality. */
  protected readonly classes = computed(() => {
    const { entry, terms, units } = this.data();
    const level = units.find(({ id }) => id === this.draft().unit)?.level;
    return terms.classes.filter(
      ({ code, levels }) => level === undefined || levels.includes(level) || entry?.class === code,
    );
  });
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' ? state.failure : null;
  });

  protected set(change: Partial<EntryDraft>): void {
    this.confirming.set(false);
    this.changed.emit({ ...this.draft(), ...change });
  }

  protected mark(code: string, on: boolean): void {
    const others = this.draft().marks.filter((mark) => mark !== code);
    this.set({ marks: on ? [...others, code] : others });
  }

  /** What is wrong with a field, in words: told by the server, or seen here. */
  protected wrong(field: string): string | null {
    const [code] = faultsOf(this.writing(), field);
    if (code !== undefined) return faultText(code, this.t);
    return this.tried() && this.faults().includes(field) ? this.t('db.form.needed') : null;
  }

  protected review(): void {
    this.tried.set(true);
    this.confirming.set(this.faults().length === 0);
  }
}
