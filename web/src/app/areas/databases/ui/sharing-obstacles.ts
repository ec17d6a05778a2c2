import { NgTemplateOutlet } from '@angular/common';
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
import type { ObstacleAction } from '../../../api-client/models/obstacle-action.js';
import type { ObstacleState } from '../../../api-client/models/obstacle-state.js';
import type { SharingObstacle } from '../../../api-client/models/sharing-obstacle.js';
import { parseDay } from '../../../shared/format/day.js';
import { Language } from '../../../shared/language/language.js';
import { Icon, type IconName } from '../../../shared/ui/icon.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import type { ObstacleRequest, ObstacleStepRequest } from '../database-client.js';
import { todayInVietNam } from '../today.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { DraftField } from '../../../shared/ui/draft-field.js';

const ICONS: Readonly<Record<ObstacleState, IconName>> = { open: 'bad', in_hand: 'warn', resolved: 'check' };

/** What stands in the way of sharing, what was done about it, and what may be done next. */
@Component({
  selector: 'dti-sharing-obstacles',
  imports: [DraftField, FailedPanel, Icon, MatButton, NgTemplateOutlet],
  templateUrl: './sharing-obstacles.html',
  styleUrls: ['./form.css', './sharing.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SharingObstacles {
  readonly obstacles = input.required<readonly SharingObstacle[]>();
  /** Something may be added: the entry is open, and it is one's to write. */
  readonly open = input.required<boolean>();
  readonly writing = input.required<WriteState>();
  readonly added = output<ObstacleRequest>();
  readonly stepped = output<{ readonly id: string; readonly step: ObstacleStepRequest }>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly icons = ICONS;
  /** What is being written: a new obstacle, or a step of one. */
  protected readonly form = signal<'new' | { readonly id: string; readonly action: ObstacleAction } | null>(
    null,
  );
  protected readonly text = signal('');
  protected readonly who = signal('');
  protected readonly day = signal('');
  protected readonly tried = signal(false);
  protected readonly parsed = computed(() => parseDay(this.day()));
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' && this.form() !== null ? state.failure : null;
  });

  constructor() {
    // The form goes once what it says is written; what was refused stays in it.
    effect(() => {
      if (this.writing().status === 'done') untracked(() => this.form.set(null));
    });
  }

  protected begin(form: 'new' | { id: string; action: ObstacleAction }): void {
    this.form.set(form);
    this.text.set('');
    this.who.set('');
    this.tried.set(false);
    this.day.set(this.language.formats().date(todayInVietNam()));
  }

  protected needed(value: string): string | null {
    return this.tried() && value.trim() === '' ? this.t('db.form.needed') : null;
  }

  protected write(): void {
    this.tried.set(true);
    const [form, day, text, who] = [this.form(), this.parsed(), this.text().trim(), this.who().trim()];
    if (form === null || day === null || text === '' || who === '') return;
    if (form === 'new') this.added.emit({ description: text, raisedBy: who, raisedOn: day });
    else
      this.stepped.emit({ id: form.id, step: { action: form.action, actor: who, doneOn: day, note: text } });
  }

  protected stateName(state: ObstacleState): string {
    return this.t(`db.obstacle.${state}`);
  }

  protected actionName(action: ObstacleAction): string {
    return this.t(`db.obstacle.do.${action}`);
  }

  protected date(day: string): string {
    return this.language.formats().date(day);
  }

  /** The form stands with the obstacle that it is about. */
  protected stepFormOf(id: string): ObstacleAction | null {
    const form = this.form();
    return form !== null && form !== 'new' && form.id === id ? form.action : null;
  }
}
