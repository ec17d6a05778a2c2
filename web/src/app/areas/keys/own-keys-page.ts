import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ApiKeyRequest } from '../../api-client/models/api-key-request.js';
import { Language } from '../../shared/language/language.js';
import { PermissionWords } from '../../shared/session/permission-words.js';
import { Session } from '../../shared/session/session.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { UnitNames } from '../../shared/units/unit-names.js';
import { keyRow, ownFinding, roleChoices } from './keys-view.js';
import { OwnKeysStore } from './own-keys-store.js';
import { KeyForm } from './ui/key-form.js';
import { KeyList } from './ui/key-list.js';
import { MadeKey } from './ui/made-key.js';

/** The own API keys: what they may do, when they were used, and making another. */
@Component({
  selector: 'dti-own-keys-page',
  imports: [
    EmptyPanel,
    FailedPanel,
    KeyForm,
    KeyList,
    MadeKey,
    MatButton,
    Notice,
    PageHeader,
    RouterLink,
    Skeleton,
  ],
  providers: [OwnKeysStore],
  templateUrl: './own-keys-page.html',
  styles: `
    h2 {
      margin-bottom: var(--gap-3);
    }
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnKeysPage {
  protected readonly store = inject(OwnKeysStore);
  private readonly session = inject(Session);
  private readonly permissions = inject(PermissionWords);
  private readonly units = inject(UnitNames);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly finding = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? ownFinding(state.value, this.language.wording()) : this.t('nav.keys');
  });
  protected readonly roles = computed(() => {
    const table = this.permissions.state();
    if (table.status !== 'ready') return null;
    return roleChoices(this.session.grants(), table.value, this.language.wording());
  });
  protected readonly rows = computed(() => {
    const state = this.store.state();
    if (state.status !== 'ready') return [];
    const names = { action: (code: string) => this.permissions.of(code) ?? code, unit: this.units.of };
    return state.value.map((key) => keyRow(key, this.language.wording(), names));
  });
  protected readonly revokeFailure = computed(() => {
    const state = this.store.revokeState();
    return state.status === 'failed' ? state.failure : null;
  });

  constructor() {
    void this.store.load();
    void this.permissions.learn();
    effect(() => {
      const state = this.store.state();
      if (state.status !== 'ready') return;
      untracked(() => void this.units.learn(state.value.map(({ unitId }) => unitId)));
    });
  }

  protected async make(request: ApiKeyRequest, form: KeyForm): Promise<void> {
    if (await this.store.make(request)) form.clear();
  }
}
