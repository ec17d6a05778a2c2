import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { OwnChange } from '../../../api-client/models/own-change.js';
import type { Session } from '../../../api-client/models/session.js';
import { Language } from '../../../shared/language/language.js';
import { adviceFor } from '../../../shared/problem/problem.js';
import type { WriteState } from '../../../shared/problem/writing.js';
import { DraftField } from '../../../shared/ui/draft-field.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Segmented } from '../../../shared/ui/segmented.js';

/** The name that others see, and the language of letters and of the screens. */
@Component({
  selector: 'dti-name-form',
  imports: [DraftField, MatButton, Notice, Segmented],
  template: `
    <form (submit)="submit($event)" novalidate>
      <dti-draft-field
        [label]="t('profile.name')"
        [value]="name()"
        [maximum]="120"
        [wrong]="wrong()"
        [hint]="t('profile.name.hint')"
        (typed)="name.set($event)"
      />
      <div>
        <p class="small muted">{{ t('profile.language') }}</p>
        <dti-segmented
          [legend]="t('profile.language')"
          [choices]="languages()"
          [value]="locale()"
          (chosen)="locale.set($event === 'en' ? 'en' : 'vi')"
        />
      </div>
      @if (refused(); as text) {
        <dti-notice kind="bad" role="alert">{{ text }}</dti-notice>
      }
      <div class="actions">
        <button matButton="filled" type="submit" [disabled]="writing().status === 'busy' || !changedAtAll()">
          {{ t('profile.save') }}
        </button>
        <span class="small" aria-live="polite">{{
          writing().status === 'done' ? t('profile.saved') : ''
        }}</span>
      </div>
    </form>
  `,
  styleUrl: './form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NameForm {
  readonly person = input.required<NonNullable<Session['person']>>();
  readonly writing = input.required<WriteState>();
  readonly changed = output<OwnChange>();

  protected readonly t = inject(Language).t;
  protected readonly name = linkedSignal(() => this.person().name);
  protected readonly locale = linkedSignal(() => this.person().locale);
  protected readonly languages = computed(() =>
    (['vi', 'en'] as const).map((value) => ({ value, label: this.t(`language.${value}`) })),
  );
  protected readonly changedAtAll = computed(
    () => this.name().trim() !== this.person().name || this.locale() !== this.person().locale,
  );
  protected readonly wrong = computed(() => {
    if (this.name().trim() === '') return this.t('profile.name.needed');
    const state = this.writing();
    const atName =
      state.status === 'failed' && state.failure.errors.some(({ path }) => path.includes('name'));
    return atName ? this.t('profile.name.wrong') : null;
  });
  protected readonly refused = computed(() => {
    const state = this.writing();
    if (state.status !== 'failed' || this.wrong() !== null) return null;
    return state.failure.code === 'NOT_FOR_DEMO'
      ? this.t('profile.notForDemo')
      : this.t(adviceFor(state.failure));
  });

  protected submit(event: Event): void {
    event.preventDefault();
    const name = this.name().trim();
    if (name === '' || !this.changedAtAll()) return;
    const { name: before, locale } = this.person();
    this.changed.emit({
      ...(name === before ? {} : { name }),
      ...(this.locale() === locale ? {} : { locale: this.locale() }),
    });
  }
}
