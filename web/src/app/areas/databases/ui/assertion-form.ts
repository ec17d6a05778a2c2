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
import { MatOptgroup, MatOption, MatSelect } from '@angular/material/select';
import type { AspectState } from '../../../api-client/models/aspect-state.js';
import type { DatabaseTerm } from '../../../api-client/models/database-term.js';
import { Language } from '../../../shared/language/language.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Segmented } from '../../../shared/ui/segmented.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import { stateWord } from '../databases-view.js';
import type { AssertionRequest } from '../national-client.js';
import { findingFits, parseFigure } from '../step-draft.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { DraftField } from '../../../shared/ui/draft-field.js';

const STATES: readonly AspectState[] = ['yes', 'partly', 'no', 'no_data'];
const BLANK = { aspect: '', state: 'yes' as AspectState, figure: '', figureUnit: '', evidence: '', note: '' };

/** The state of one aspect of a national database, with its evidence; a look, and then for good. */
@Component({
  selector: 'dti-assertion-form',
  imports: [
    DraftField,
    FailedPanel,
    MatButton,
    MatFormField,
    MatLabel,
    MatOptgroup,
    MatOption,
    MatSelect,
    Notice,
    Segmented,
  ],
  templateUrl: './assertion-form.html',
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AssertionForm {
  readonly aspects = input.required<readonly DatabaseTerm[]>();
  readonly qualities = input.required<readonly DatabaseTerm[]>();
  readonly writing = input.required<WriteState>();
  readonly asserted = output<Omit<AssertionRequest, 'period'>>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly draft = signal(BLANK);
  protected readonly tried = signal(false);
  protected readonly confirming = signal(false);
  protected readonly states = computed(() =>
    STATES.map((value) => ({ value, label: stateWord(value, this.wording()) })),
  );
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' ? state.failure : null;
  });
  protected readonly noEvidence = computed(() => {
    const { state, evidence } = this.draft();
    return state !== 'no_data' && evidence.trim() === '';
  });
  protected readonly wrongFigure = computed(() => !findingFits(this.draft()));

  constructor() {
    effect(() => {
      if (this.writing().status !== 'done') return;
      untracked(() => {
        this.draft.set(BLANK);
        this.tried.set(false);
        this.confirming.set(false);
      });
    });
  }

  protected set(change: Partial<typeof BLANK>): void {
    this.confirming.set(false);
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected setState(text: string): void {
    this.set({ state: STATES.find((state) => state === text) ?? 'no_data' });
  }

  protected review(): void {
    this.tried.set(true);
    this.confirming.set(this.draft().aspect !== '' && !this.noEvidence() && !this.wrongFigure());
  }

  protected confirm(): void {
    const { aspect, state, figure, figureUnit, evidence, note } = this.draft();
    const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
    this.asserted.emit({
      aspect,
      state,
      figure: given(figure) === undefined ? undefined : (parseFigure(figure) ?? undefined),
      figureUnit: given(figureUnit),
      evidence: given(evidence),
      note: given(note),
    });
  }
}
