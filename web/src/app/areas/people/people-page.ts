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
import { MatInput } from '@angular/material/input';
import { MatOption, MatSelect } from '@angular/material/select';
import { Router, RouterLink } from '@angular/router';
import { roleWords } from '../../shared/format/actor.js';
import { Language } from '../../shared/language/language.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { PeopleStore } from './people-store.js';
import { peopleQuestion, personRows, ROLES, STATES } from './people-view.js';
import { PeopleTable } from './ui/people-table.js';

type Choice = Partial<Record<'role' | 'state' | 'q' | 'page', string | null>>;
const TYPING = 300;

/** Who has an account, under which roles; filters stand in the address. */
@Component({
  selector: 'dti-people-page',
  imports: [
    EmptyPanel,
    FailedPanel,
    MatButton,
    MatFormField,
    MatInput,
    MatLabel,
    MatOption,
    MatSelect,
    PageHeader,
    PeopleTable,
    RouterLink,
    Skeleton,
  ],
  providers: [PeopleStore],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePage {
  readonly role = input<string>();
  readonly state = input<string>();
  readonly q = input<string>();
  readonly page = input<string>();

  protected readonly store = inject(PeopleStore);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly question = computed(() =>
    peopleQuestion(this.role(), this.state(), this.q(), this.page()),
  );
  protected readonly roles = computed(() =>
    ROLES.map((value) => ({ value, label: roleWords(value, this.t) })),
  );
  protected readonly states = computed(() =>
    STATES.map((value) => ({ value, label: this.t(`people.state.${value}`) })),
  );
  protected readonly ready = computed(() => {
    const state = this.store.state();
    if (state.status !== 'ready') return null;
    const { items, total, size, page } = state.value;
    return { rows: personRows(items, this.language.wording()), total, page, last: page * size >= total };
  });
  protected readonly finding = computed(() => {
    const ready = this.ready();
    if (ready === null) return this.t('nav.people');
    return this.t('people.finding', { count: this.language.formats().number(ready.total) });
  });

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => void this.store.open(question));
    });
  }

  protected retry(): void {
    void this.store.open(this.question());
  }

  protected choose(change: Choice): void {
    const emptied = Object.entries(change).map(([key, value]) => [key, value === '' ? null : value]);
    void this.router.navigate([], {
      queryParams: { page: null, ...(Object.fromEntries(emptied) as Choice) },
      queryParamsHandling: 'merge',
      scroll: 'manual',
    });
  }

  protected turn(by: number): void {
    this.choose({ page: String(this.question().page + by) });
  }

  /** Asks when typing rests. */
  protected typed(text: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.choose({ q: text.trim() }), TYPING);
  }
}
