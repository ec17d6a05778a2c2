import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { AspectState } from '../../../api-client/models/aspect-state.js';
import type { DatabaseTerms } from '../../../api-client/models/database-terms.js';
import { Language } from '../../../shared/language/language.js';
import { stateWord, termName } from '../databases-view.js';
import { type FindingDraft, findingFits } from '../step-draft.js';

const STATES: readonly AspectState[] = ['yes', 'partly', 'no', 'no_data'];

/** A state for each aspect of the five assessments, with a figure where there is one. */
@Component({
  selector: 'dti-findings-form',
  template: `
    @for (group of groups(); track group.code) {
      <fieldset>
        <legend>{{ group.name }}</legend>
        @for (row of group.rows; track row.finding.aspect) {
          <div class="row">
            <span class="name" [id]="'aspect-' + row.finding.aspect">{{ row.name }}</span>
            <select
              #state
              [attr.aria-labelledby]="'aspect-' + row.finding.aspect"
              [value]="row.finding.state"
              (change)="set(row.finding, { state: stateOf(state.value) })"
            >
              @for (one of states(); track one.value) {
                <option [value]="one.value" [selected]="one.value === row.finding.state">
                  {{ one.word }}
                </option>
              }
            </select>
            <input
              #figure
              class="figures"
              inputmode="decimal"
              maxlength="20"
              [attr.aria-label]="t('db.findings.figureOf', { aspect: row.name })"
              [attr.aria-invalid]="showFaults() && !row.fits"
              [placeholder]="t('db.findings.figure')"
              [value]="row.finding.figure"
              (input)="set(row.finding, { figure: figure.value })"
            />
            <input
              #unit
              maxlength="60"
              [attr.aria-label]="t('db.findings.unitOf', { aspect: row.name })"
              [attr.aria-invalid]="showFaults() && !row.fits"
              [placeholder]="t('db.findings.unit')"
              [value]="row.finding.figureUnit"
              (input)="set(row.finding, { figureUnit: unit.value })"
            />
            @if (showFaults() && !row.fits) {
              <p class="wrong">{{ t('db.findings.wrong') }}</p>
            }
          </div>
        }
      </fieldset>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--gap-4);
    }
    fieldset {
      display: grid;
      gap: var(--gap-2);
      margin: 0;
      padding: var(--gap-3) var(--gap-4);
      border: 1px solid var(--line);
      border-radius: var(--radius-m);
      min-width: 0;
    }
    legend {
      padding: 0 var(--gap-1);
      font-weight: 500;
      font-size: var(--text-s);
    }
    .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 11rem 7rem 9rem;
      gap: var(--gap-2);
      align-items: center;
    }
    .name {
      font-size: var(--text-s);
    }
    select,
    input {
      min-height: 2.25rem;
      width: 100%;
      padding: 0 var(--gap-2);
      border: 1px solid var(--line-strong);
      border-radius: var(--radius-s);
      background: var(--surface);
      color: var(--ink);
      font: inherit;
      font-size: var(--text-s);
    }
    input::placeholder {
      color: var(--ink-3);
    }
    [aria-invalid='true'] {
      border-color: var(--bad);
    }
    .wrong {
      grid-column: 1 / -1;
      color: var(--bad);
      font-size: var(--text-xs);
    }
    @media (max-width: 767.98px) {
      .row {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      }
      .name,
      select {
        grid-column: 1 / -1;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FindingsForm {
  readonly findings = input.required<readonly FindingDraft[]>();
  readonly terms = input.required<DatabaseTerms>();
  readonly showFaults = input(false);
  readonly changed = output<readonly FindingDraft[]>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly states = computed(() =>
    STATES.map((value) => ({ value, word: stateWord(value, this.language.wording()) })),
  );
  protected readonly groups = computed(() => {
    const { assessments, assessmentAspects } = this.terms();
    const wording = this.language.wording();
    return assessments.map(({ code }) => ({
      code,
      name: termName(assessments, code, wording),
      rows: assessmentAspects
        .filter(({ parent }) => parent === code)
        .flatMap((aspect) => {
          const finding = this.findings().find((one) => one.aspect === aspect.code);
          if (finding === undefined) return [];
          return [{ finding, name: wording.name(aspect), fits: findingFits(finding) }];
        }),
    }));
  });

  protected stateOf(text: string): AspectState {
    return STATES.find((state) => state === text) ?? 'no_data';
  }

  protected set(finding: FindingDraft, change: Partial<FindingDraft>): void {
    this.changed.emit(this.findings().map((one) => (one === finding ? { ...one, ...change } : one)));
  }
}
