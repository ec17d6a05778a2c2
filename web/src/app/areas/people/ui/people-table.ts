import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '../../../shared/language/language.js';
import type { PersonRow } from '../people-view.js';

/** Accounts, one a line. */
@Component({
  selector: 'dti-people-table',
  imports: [RouterLink],
  template: `
    <div class="table-scroll" role="region" tabindex="0" [attr.aria-label]="t('nav.people')">
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{{ t('people.name') }}</th>
            <th scope="col">{{ t('people.roles') }}</th>
            <th scope="col">{{ t('people.state') }}</th>
            <th scope="col">{{ t('people.secondFactor') }}</th>
            <th scope="col">{{ t('people.lastSignIn') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              <th scope="row">
                <a [routerLink]="['/people', row.id]">{{ row.name }}</a>
                <div class="muted">{{ row.demo ? t('people.demo') : row.email }}</div>
              </th>
              <td class="words">
                @for (role of row.roles; track $index) {
                  <div>{{ role }}</div>
                } @empty {
                  <span class="muted">{{ t('people.noRole') }}</span>
                }
              </td>
              <td>{{ stateOf(row) }}</td>
              <td>{{ t(row.secondFactor ? 'people.has' : 'people.hasNot') }}</td>
              <td>{{ row.lastSignIn ?? t('people.never') }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeopleTable {
  readonly rows = input.required<readonly PersonRow[]>();
  protected readonly t = inject(Language).t;

  protected stateOf({ state }: PersonRow): string {
    return this.t(`people.state.${state}`);
  }
}
