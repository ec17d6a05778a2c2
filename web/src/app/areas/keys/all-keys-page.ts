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
import { Router } from '@angular/router';
import { Language } from '../../shared/language/language.js';
import { PermissionWords } from '../../shared/session/permission-words.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { UnitNames } from '../../shared/units/unit-names.js';
import { AllKeysStore } from './all-keys-store.js';
import { KEY_STATES, keyRow, keyStateOf, PAGE_SIZE } from './keys-view.js';
import { KeyList } from './ui/key-list.js';

type Choice = Partial<Record<'state' | 'q' | 'page', string | null>>;

/** Everybody's API keys, for the operator: whose, for what, used when and from where; each can be revoked. */
@Component({
  selector: 'dti-all-keys-page',
  imports: [
    EmptyPanel,
    FailedPanel,
    KeyList,
    MatButton,
    MatFormField,
    MatInput,
    MatLabel,
    PageHeader,
    Segmented,
    Skeleton,
  ],
  providers: [AllKeysStore],
  templateUrl: './all-keys-page.html',
  styleUrl: './all-keys-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AllKeysPage {
  readonly state = input<string>();
  readonly q = input<string>();
  readonly page = input<string>();

  protected readonly store = inject(AllKeysStore);
  private readonly permissions = inject(PermissionWords);
  private readonly units = inject(UnitNames);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;

  protected readonly chosen = computed(() => keyStateOf(this.state()) ?? 'all');
  protected readonly states = computed(() =>
    (['all', ...KEY_STATES] as const).map((value) => ({ value, label: this.t(`keys.state.${value}`) })),
  );
  private readonly question = computed(() => ({
    state: keyStateOf(this.state()),
    text: this.q()?.trim() ?? '',
    page: Math.max(1, Math.trunc(Number(this.page() ?? 1)) || 1),
  }));
  protected readonly finding = computed(() => {
    const state = this.store.state();
    if (state.status !== 'ready') return this.t('nav.keys');
    const { state: chosen, text } = this.question();
    const count = this.language.formats().number(state.value.total);
    return this.t(chosen === null && text === '' ? 'keys.all.finding' : 'keys.all.found', { count });
  });
  protected readonly rows = computed(() => {
    const state = this.store.state();
    if (state.status !== 'ready') return [];
    const names = { action: (code: string) => this.permissions.of(code) ?? code, unit: this.units.of };
    return state.value.items.map((key) => keyRow(key, this.language.wording(), names));
  });
  protected readonly pages = computed(() => {
    const state = this.store.state();
    const of = state.status === 'ready' ? Math.ceil(state.value.total / PAGE_SIZE) : 0;
    return { at: this.question().page, of };
  });
  protected readonly revokeFailure = computed(() => {
    const state = this.store.revokeState();
    return state.status === 'failed' ? state.failure : null;
  });

  constructor() {
    void this.permissions.learn();
    effect(() => {
      const question = this.question();
      untracked(() => void this.store.load(question));
    });
    effect(() => {
      const state = this.store.state();
      if (state.status !== 'ready') return;
      untracked(() => void this.units.learn(state.value.items.map(({ unitId }) => unitId)));
    });
  }

  protected choose(change: Choice): void {
    void this.router.navigate([], { queryParams: { page: null, ...change }, queryParamsHandling: 'merge' });
  }
}
