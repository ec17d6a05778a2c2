import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskStructure } from '../../../api-client/models/task-structure.js';
import { Language } from '../../../shared/language/language.js';
import { ClauseDisclosure } from '../../../shared/law/clause-disclosure.js';
import { clauseOf } from '../task-words.js';

/** Beside the tasks: the ministry's plan, the solutions of section VI, the programme before. */
@Component({
  selector: 'dti-task-origins',
  imports: [ClauseDisclosure, RouterLink],
  templateUrl: './task-origins.html',
  styleUrl: './task-origins.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TaskOrigins {
  readonly structure = input.required<TaskStructure>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected readonly plan = computed(() => {
    const { name, formats } = this.wording();
    return this.structure().plan.map((duty) => ({
      ...duty,
      name: name(duty),
      when:
        duty.due === null
          ? (duty.phasePrinted ?? this.t('tasks.plan.undated'))
          : this.t('tasks.plan.when', { printed: duty.deadlinePrinted ?? '', date: formats.date(duty.due) }),
    }));
  });
  protected readonly dated = computed(
    () => this.structure().plan.filter((duty) => duty.due !== null || duty.phasePrinted !== null).length,
  );
  protected readonly solutions = computed(() =>
    this.structure().solutions.map((one) => ({
      ...one,
      ...clauseOf(one.clause),
      name: this.wording().name(one),
    })),
  );
  protected readonly reason = computed(() => {
    const [first] = this.structure().solutions;
    return first === undefined ? '' : this.language.named({ vi: first.reasonVi, en: first.reasonEn });
  });
  protected readonly sum = computed(() =>
    this.structure()
      .history.filter(({ additional }) => !additional)
      .reduce((sum, { count }) => sum + count, 0),
  );
}
