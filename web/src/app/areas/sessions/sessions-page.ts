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
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { Router } from '@angular/router';
import { Language } from '../../shared/language/language.js';
import { sessionRows } from '../../shared/session/session-words.js';
import { SessionList } from '../../shared/session/ui/session-list.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { SessionsStore } from './sessions-store.js';

/** Who is signed in where; a session can be ended for its owner. */
@Component({
  selector: 'dti-sessions-page',
  imports: [
    EmptyPanel,
    FailedPanel,
    MatButton,
    MatFormField,
    MatLabel,
    MatOption,
    MatSelect,
    PageHeader,
    SessionList,
    Skeleton,
  ],
  providers: [SessionsStore],
  template: `
    @let state = store.state();
    <dti-page-header [finding]="finding()" [context]="t('sessions.context')" />
    <mat-form-field appearance="outline" subscriptSizing="dynamic" class="person">
      <mat-label>{{ t('sessions.person') }}</mat-label>
      <mat-select [value]="person() ?? ''" (selectionChange)="choose($event.value)">
        <mat-option value="">{{ t('sessions.everyone') }}</mat-option>
        @for (one of people(); track one.id) {
          <mat-option [value]="one.id">{{ one.name }}</mat-option>
        }
      </mat-select>
    </mat-form-field>
    <div aria-live="polite">
      @if (store.endState().status === 'done') {
        <p class="small">{{ t('sessions.ended') }}</p>
      }
    </div>
    @if (endFailure(); as failure) {
      <dti-failed-panel [failure]="failure" [heading]="t('sessions.endFailed')" (retry)="retry()" />
    }
    @switch (state.status) {
      @case ('ready') {
        <section class="panel" [class.stale]="store.stale()" [attr.aria-busy]="store.stale()">
          <dti-session-list
            [rows]="rows()"
            [busy]="store.endState().status === 'busy'"
            (endAsked)="store.end($event)"
          />
          @if (store.more()) {
            <button matButton="outlined" type="button" (click)="store.showMore()">
              {{ t('sessions.more') }}
            </button>
          }
        </section>
      }
      @case ('empty') {
        <dti-empty-panel [heading]="t('sessions.none')" [advice]="t('sessions.noneAdvice')" />
      }
      @case ('failed') {
        <dti-failed-panel [failure]="state.failure" (retry)="retry()" />
      }
      @default {
        <dti-skeleton [height]="24" />
      }
    }
  `,
  styles: `
    .person {
      width: min(26rem, 100%);
    }
    .stale {
      opacity: 0.6;
    }
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SessionsPage {
  /** Whose sessions alone; everybody's without. */
  readonly person = input<string>();

  protected readonly store = inject(SessionsStore);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;

  protected readonly finding = computed(() => {
    const state = this.store.state();
    return state.status === 'ready'
      ? this.t('sessions.finding', { count: this.language.formats().number(state.value.total) })
      : this.t('nav.sessions');
  });
  protected readonly people = computed(() => {
    const { compare } = this.language.formats();
    return [...this.store.people()].sort((a, b) => compare(a.name, b.name));
  });
  protected readonly rows = computed(() => {
    const state = this.store.state();
    if (state.status !== 'ready') return [];
    return sessionRows(state.value.items, this.language.wording()).map((row) => ({
      ...row,
      who: `${row.of.person.name} (${row.of.person.email})`,
    }));
  });
  protected readonly endFailure = computed(() => {
    const state = this.store.endState();
    return state.status === 'failed' ? state.failure : null;
  });

  constructor() {
    effect(() => {
      const person = this.person() ?? null;
      untracked(() => void this.store.open(person));
    });
  }

  protected retry(): void {
    void this.store.open(this.person() ?? null);
  }

  protected choose(person: string): void {
    void this.router.navigate([], {
      queryParams: { person: person === '' ? null : person },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }
}
