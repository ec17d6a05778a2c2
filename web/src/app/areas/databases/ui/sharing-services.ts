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
import { MatCheckbox } from '@angular/material/checkbox';
import type { SharingService } from '../../../api-client/models/sharing-service.js';
import { parseDay } from '../../../shared/format/day.js';
import { Language } from '../../../shared/language/language.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import type { ServiceRequest } from '../database-client.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { DraftField } from '../../../shared/ui/draft-field.js';

const NEW = { name: '', form: '', onLgsp: false, onNdxp: false, documentation: '', publishedOn: '' };

/** The services by which a database is shared, and whether they stand on LGSP and NDXP. */
@Component({
  selector: 'dti-sharing-services',
  imports: [DraftField, FailedPanel, MatButton, MatCheckbox],
  templateUrl: './sharing-services.html',
  styleUrls: ['./form.css', './sharing.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SharingServices {
  readonly services = input.required<readonly SharingService[]>();
  readonly open = input.required<boolean>();
  readonly writing = input.required<WriteState>();
  readonly added = output<ServiceRequest>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly draft = signal<typeof NEW | null>(null);
  protected readonly tried = signal(false);
  protected readonly failure = computed(() => {
    const state = this.writing();
    return state.status === 'failed' && this.draft() !== null ? state.failure : null;
  });

  constructor() {
    // The form goes once what it says is written; what was refused stays in it.
    effect(() => {
      if (this.writing().status === 'done') untracked(() => this.draft.set(null));
    });
  }

  protected begin(): void {
    this.tried.set(false);
    this.draft.set(NEW);
  }

  protected set(change: Partial<typeof NEW>): void {
    this.draft.update((draft) => (draft === null ? null : { ...draft, ...change }));
  }

  protected needed(value: string): string | null {
    return this.tried() && value.trim() === '' ? this.t('db.form.needed') : null;
  }

  protected dayWrong(text: string): string | null {
    return this.tried() && text.trim() !== '' && parseDay(text) === null ? this.t('db.form.needed') : null;
  }

  protected write(): void {
    this.tried.set(true);
    const draft = this.draft();
    if (draft === null || draft.name.trim() === '' || draft.form.trim() === '') return;
    const day = draft.publishedOn.trim();
    if (day !== '' && parseDay(day) === null) return;
    const documentation = draft.documentation.trim();
    this.added.emit({
      name: draft.name.trim(),
      form: draft.form.trim(),
      onLgsp: draft.onLgsp,
      onNdxp: draft.onNdxp,
      ...(documentation === '' ? {} : { documentation }),
      publishedOn: parseDay(day) ?? undefined,
    });
  }

  protected yesNo(on: boolean): string {
    return this.t(on ? 'db.service.yes' : 'db.service.no');
  }

  protected about({ documentation, publishedOn, withdrawnOn }: SharingService): string {
    const { date } = this.language.formats();
    return [
      publishedOn === null ? null : this.t('db.service.published', { day: date(publishedOn) }),
      withdrawnOn === null ? null : this.t('db.service.withdrawn', { day: date(withdrawnOn) }),
      documentation,
    ]
      .filter((part) => part !== null)
      .join(' · ');
  }
}
