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
import { RouterLink } from '@angular/router';
import { Language } from '../../shared/language/language.js';
import { InvitedNotice } from '../../shared/people/invited-notice.js';
import { PersonFields } from '../../shared/people/person-fields.js';
import { Session } from '../../shared/session/session.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { UnitNames } from '../../shared/units/unit-names.js';
import { DelegationForm } from './ui/delegation-form.js';
import { DelegationList } from './ui/delegation-list.js';
import { UnitPeopleList } from './ui/people-list.js';
import { UnitPeopleStore } from './unit-people-store.js';
import {
  candidates,
  delegable,
  type DelegationDraft,
  delegationRequest,
  delegationRow,
  personRow,
  todayInVietNam,
} from './unit-people-view.js';

/** Who works for a unit: inviting a reporter, and standing in for a time. */
@Component({
  selector: 'dti-unit-people-page',
  imports: [
    DelegationForm,
    DelegationList,
    FailedPanel,
    InvitedNotice,
    MatButton,
    PageHeader,
    PersonFields,
    RouterLink,
    Skeleton,
    UnitPeopleList,
  ],
  providers: [UnitPeopleStore],
  templateUrl: './unit-people-page.html',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitPeoplePage {
  /** From the address. */
  readonly unit = input.required<string>();

  protected readonly store = inject(UnitPeopleStore);
  private readonly session = inject(Session);
  private readonly units = inject(UnitNames);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly today = todayInVietNam(new Date());

  protected readonly unitName = computed(() => this.units.of(this.unit()));
  protected readonly finding = computed(() => {
    const state = this.store.state();
    if (state.status !== 'ready') return this.t('nav.unitPeople');
    const count = this.language.formats().number(state.value.people.length);
    return this.t('unitPeople.finding', { unit: this.unitName(), count });
  });
  private readonly value = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? state.value : { people: [], delegations: [] };
  });
  protected readonly rows = computed(() =>
    this.value().people.map((person) => personRow(person, this.language.wording())),
  );
  protected readonly delegations = computed(() =>
    this.value().delegations.map((delegation) => delegationRow(delegation, this.language.wording())),
  );
  protected readonly mayInvite = computed(() => this.session.may('unit-people.invite', this.unit()));
  protected readonly grant = computed(() => delegable(this.session.grants(), this.unit()));
  protected readonly candidates = computed(() =>
    candidates(this.value().people, this.session.person()?.id ?? null),
  );
  protected readonly endFailure = computed(() => {
    const state = this.store.endState();
    return state.status === 'failed' ? state.failure : null;
  });

  constructor() {
    effect(() => {
      const unit = this.unit();
      untracked(() => {
        void this.store.open(unit);
        void this.units.learn([unit]);
      });
    });
  }

  protected async delegate(draft: DelegationDraft, form: DelegationForm): Promise<void> {
    const request = delegationRequest(draft, this.grant()?.id ?? '');
    if (request !== null && (await this.store.delegate(request))) form.clear();
  }
}
