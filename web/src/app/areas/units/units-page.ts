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
import { Language } from '../../shared/language/language.js';
import { Session } from '../../shared/session/session.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Segmented } from '../../shared/ui/segmented.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { UnitsStore } from './units-store.js';
import { levelOf, rosterChoice, ROSTERS } from './units-view.js';
import { validityText } from './unit-view.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';

const TYPING = 300;

/** The roster of a day, by level, region and name; all of it in the address. */
@Component({
  selector: 'dti-units-page',
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
    RouterLink,
    Segmented,
    Skeleton,
  ],
  providers: [UnitsStore],
  templateUrl: './units-page.html',
  styleUrl: './units-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitsPage {
  readonly level = input<string>();
  readonly region = input<string>();
  readonly on = input<string>();
  readonly q = input<string>();

  protected readonly store = inject(UnitsStore);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected readonly chosenLevel = computed(() => levelOf(this.level()));
  protected readonly levels = computed(() => [
    { value: 'province', label: this.t('level.province') },
    { value: 'ministry', label: this.t('level.ministry') },
  ]);
  protected readonly rosters = computed(() =>
    ROSTERS.map(({ value, label }) => ({ value, label: this.t(label) })),
  );
  protected readonly roster = computed(() => rosterChoice(this.on()));
  protected readonly regionNames = computed(
    () => new Map((this.store.regions() ?? []).map((region) => [region.id, this.wording().name(region)])),
  );
  protected readonly heading = computed(() => {
    const state = this.store.state();
    const noun = this.t(this.chosenLevel() === 'province' ? 'term.provinces' : 'term.ministries');
    return state.status === 'ready'
      ? this.t('units.heading', { count: state.value.total, noun })
      : this.t('nav.units');
  });
  private readonly question = computed(() => ({
    on: this.on(),
    level: this.chosenLevel(),
    region: this.region(),
    q: this.q(),
  }));

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => void this.store.open(question));
    });
  }

  protected retry(): void {
    void this.store.open(this.question());
  }

  protected choose(change: Partial<Record<'level' | 'region' | 'on' | 'q', string | null>>): void {
    void this.router.navigate([], {
      queryParams: change,
      queryParamsHandling: 'merge',
      scroll: 'manual',
      replaceUrl: 'q' in change,
    });
  }

  /** Asks when typing rests, so that a name is not asked letter by letter. */
  protected typed(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.choose({ q: text === '' ? null : text }), TYPING);
  }

  /** By name in the Vietnamese alphabet, whatever "Tỉnh" or "Thành phố" stands before it. */
  protected inOrder(units: readonly UnitSummary[]): readonly UnitSummary[] {
    const { formats, unitName } = this.wording();
    return [...units].sort((a, b) => formats.compare(unitName(a), unitName(b)));
  }

  /** On a phone kind and region stand beneath the name instead of beside it. */
  protected beneath(unit: UnitSummary): string {
    return [this.kind(unit), this.regionNames().get(unit.regionId ?? '')].filter(Boolean).join(' · ');
  }

  protected kind(unit: UnitSummary): string {
    return this.t(`kind.${unit.kind}`);
  }

  protected validity(unit: UnitSummary): string {
    return validityText(unit, this.wording());
  }
}
