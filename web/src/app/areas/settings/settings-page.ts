import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { Language } from '../../shared/language/language.js';
import { Session } from '../../shared/session/session.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { UnitNames } from '../../shared/units/unit-names.js';
import { SettingsStore } from './settings-store.js';
import { settingRow, settingsFinding, unitsOfHistories } from './settings-view.js';
import { SettingCard } from './ui/setting-card.js';

/** What no document states and somebody has to decide: what holds, why, who decided it and when. */
@Component({
  selector: 'dti-settings-page',
  imports: [EmptyPanel, FailedPanel, PageHeader, SettingCard, Skeleton],
  providers: [SettingsStore],
  template: `
    @let state = store.state();
    <dti-page-header [finding]="finding()" [context]="t('settings.context')" />
    @switch (state.status) {
      @case ('ready') {
        @for (row of rows(); track row.setting.code) {
          <dti-setting-card
            class="panel"
            [row]="row"
            [decidable]="decidable()"
            [open]="store.deciding() === row.setting.code"
            [writing]="store.writeState()"
            (asked)="store.ask($event ? row.setting.code : null)"
            (decided)="store.decide(row.setting.code, $event.value, $event.reason)"
          />
        }
      }
      @case ('empty') {
        <dti-empty-panel [heading]="t('settings.none')" [advice]="t('settings.noneAdvice')" />
      }
      @case ('failed') {
        <dti-failed-panel [failure]="state.failure" (retry)="store.load()" />
      }
      @default {
        @for (place of [1, 2, 3]; track place) {
          <dti-skeleton [height]="11" />
        }
      }
    }
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SettingsPage {
  protected readonly store = inject(SettingsStore);
  private readonly session = inject(Session);
  private readonly units = inject(UnitNames);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly decidable = computed(() => this.session.may('setting.decide'));
  private readonly settings = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? state.value : [];
  });
  protected readonly rows = computed(() =>
    this.settings().map((setting) => settingRow(setting, this.units.of, this.language.wording())),
  );
  protected readonly finding = computed(() =>
    this.settings().length === 0
      ? this.t('nav.settings')
      : settingsFinding(this.settings(), this.language.wording()),
  );

  constructor() {
    void this.store.load();
    effect(() => {
      const wanted = unitsOfHistories(this.settings());
      untracked(() => void this.units.learn(wanted));
    });
  }
}
