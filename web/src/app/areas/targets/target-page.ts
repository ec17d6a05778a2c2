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
import { RouterLink } from '@angular/router';
import type { Measure } from '../../api-client/models/measure.js';
import type { TargetDetail } from '../../api-client/models/target-detail.js';
import { ChartFigure } from '../../shared/charts/chart-figure.js';
import { ChartLooks } from '../../shared/charts/chart-looks.js';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { Language } from '../../shared/language/language.js';
import { ClauseDisclosure } from '../../shared/law/clause-disclosure.js';
import { LegalBases } from '../../shared/law/legal-bases.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { courseFinding, courseOf, courseTable } from './measure-history.js';
import { courseOption } from './measure-history-options.js';
import { clauseOf, targetText, valueText } from './measure-words.js';
import { type TargetData, TargetStore } from './target-store.js';
import { PROGRAMMES } from './targets-view.js';
import { MeasureRow } from './ui/measure-row.js';
import { StateRule } from './ui/state-rule.js';
import { TargetConditions } from './ui/target-conditions.js';
import { TargetOwners } from './ui/target-owners.js';
import { TargetUnits } from './ui/target-units.js';
import { laggards } from './unit-figures.js';

/** One target: its clause, its measures over the years, who answers for it, the units that lag. */
@Component({
  selector: 'dti-target-page',
  imports: [
    ChartFigure,
    ClauseDisclosure,
    FailedPanel,
    LegalBases,
    MatButton,
    MeasureRow,
    PageHeader,
    RouterLink,
    Skeleton,
    StateRule,
    TargetConditions,
    TargetOwners,
    TargetUnits,
  ],
  providers: [TargetStore],
  templateUrl: './target-page.html',
  styleUrl: './target-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetPage {
  readonly code = input.required<string>();
  readonly period = input<string>();

  protected readonly store = inject(TargetStore);
  private readonly dataSet = inject(DataSetChoice);
  private readonly language = inject(Language);
  private readonly looks = inject(ChartLooks);
  protected readonly t = this.language.t;

  private readonly question = computed(() => ({
    programme: PROGRAMMES[0],
    dataSet: this.dataSet.current(),
    period: /^\d{4}$/.test(this.period() ?? '') ? this.period() : undefined,
  }));
  protected readonly view = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? this.viewOf(state.value) : null;
  });

  constructor() {
    effect(() => {
      const [code, question] = [this.code(), this.question()];
      untracked(() => void this.store.open(code.normalize('NFC'), question));
    });
  }

  protected retry(): void {
    void this.store.open(this.code().normalize('NFC'), this.question());
  }

  private viewOf({ target, units }: TargetData) {
    const { name } = this.language.wording();
    const lag = laggards(units);
    return {
      target,
      heading: this.t('targets.one', { code: target.code, name: name(target) }),
      context: this.t('targets.one.context', { due: target.due, period: target.period }),
      clauses: target.legalBasis.flatMap((reference) => clauseOf(reference) ?? []),
      courses: target.measures.flatMap((measure) => this.courseOf(target, measure) ?? []),
      units,
      unitsHeading:
        lag.late === 0 && lag.silent === lag.all
          ? this.t('targets.units.silent', { all: lag.all })
          : this.t('targets.units.finding', lag),
      measured: target.measures.filter(({ code }) => units.some(({ measure }) => measure === code)),
    };
  }

  private courseOf(target: TargetDetail, measure: Measure) {
    const figures = target.history.find((one) => one.measure === measure.code)?.figures ?? [];
    const course = courseOf(measure, figures, target.due);
    if (course === null) return null;
    const wording = this.language.wording();
    const text = {
      value: (value: number) => valueText(measure, value, wording),
      target: targetText(measure, wording),
      path: this.t('targets.path'),
    };
    return {
      code: measure.code,
      finding: courseFinding(measure, figures, wording),
      context: `${measure.code} ${wording.name(measure)}. ${this.t('targets.course.context')}`,
      option: courseOption(course, text, this.looks.look()),
      table: courseTable(measure, figures, wording),
    };
  }
}
