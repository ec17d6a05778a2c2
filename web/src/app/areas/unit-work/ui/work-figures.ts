import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { WorkFigures as Figures } from '../../../api-client/models/work-figures.js';
import { Language } from '../../../shared/language/language.js';
import { Icon } from '../../../shared/ui/icon.js';
import { figureRows } from '../unit-work-view.js';

/** Rows shown before the rest is asked for. */
const FIRST = 20;

/** Figures that are stored and not published, each beside what is published. */
@Component({
  selector: 'dti-work-figures',
  imports: [Icon, NgTemplateOutlet],
  templateUrl: './work-figures.html',
  styleUrl: './work-figures.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkFigures {
  readonly figures = input.required<Figures>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly rows = computed(() => figureRows(this.figures().items, this.language.wording()));
  protected readonly first = computed(() => this.rows().slice(0, FIRST));
  protected readonly rest = computed(() => this.rows().slice(FIRST));
  protected readonly title = computed(() => this.t('work.figures.title', { count: this.figures().total }));
}
