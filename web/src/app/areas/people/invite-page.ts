import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { GrantRequest } from '../../api-client/models/grant-request.js';
import { roleWords } from '../../shared/format/actor.js';
import { Language } from '../../shared/language/language.js';
import { InvitedNotice } from '../../shared/people/invited-notice.js';
import { type NewPerson, PersonFields } from '../../shared/people/person-fields.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { PersonStore } from './person-store.js';
import { GrantForm } from './ui/grant-form.js';

/** Brings somebody in: the roles, then name and address. */
@Component({
  selector: 'dti-invite-page',
  imports: [GrantForm, InvitedNotice, MatButton, PageHeader, PersonFields, RouterLink],
  providers: [PersonStore],
  template: `
    <dti-page-header [finding]="t('people.invite')" [context]="t('people.inviteContext')" />
    @if (store.invited(); as invited) {
      <dti-invited-notice [invited]="invited" />
      <div>
        <a matButton="outlined" [routerLink]="['/people', invited.personId]">{{ t('people.toPerson') }}</a>
      </div>
    } @else {
      <section class="panel">
        <h2>{{ t('people.roles') }}</h2>
        <ul>
          @for (role of chosen(); track $index) {
            <li>
              {{ role }}
              <button matButton type="button" (click)="drop($index)">{{ t('people.drop') }}</button>
            </li>
          } @empty {
            <li class="muted">{{ t('people.noRole') }}</li>
          }
        </ul>
        <dti-grant-form [units]="store.units() ?? []" [label]="t('people.addRole')" (given)="add($event)" />
      </section>
      <section class="panel">
        <h2>{{ t('people.person') }}</h2>
        <dti-person-fields [writing]="store.writing()" (sent)="send($event)" />
      </section>
    }
  `,
  styles: `
    .panel {
      display: grid;
      gap: var(--gap-3);
      max-width: 44rem;
    }
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitePage {
  protected readonly store = inject(PersonStore);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  private readonly grants = signal<readonly GrantRequest[]>([]);
  protected readonly chosen = computed(() => {
    const { t, name } = this.language.wording();
    return this.grants().map(({ role, unitId }) => {
      const unit = this.store.units()?.find(({ id }) => id === unitId);
      return unit === undefined
        ? roleWords(role, t)
        : t('actor.at', { role: roleWords(role, t), unit: name(unit) });
    });
  });

  constructor() {
    void this.store.openUnits();
  }

  protected add(grant: GrantRequest): void {
    this.grants.update((grants) => [...grants, grant]);
  }

  protected drop(index: number): void {
    this.grants.update((grants) => grants.filter((_, at) => at !== index));
  }

  protected send(person: NewPerson): void {
    void this.store.invite({ ...person, grants: [...this.grants()] });
  }
}
