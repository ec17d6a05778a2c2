import { ChangeDetectionStrategy, Component, computed, effect, inject, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Language } from '../../shared/language/language.js';
import { PermissionWords } from '../../shared/session/permission-words.js';
import { Session } from '../../shared/session/session.js';
import { Icon } from '../../shared/ui/icon.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { UnitNames } from '../../shared/units/unit-names.js';
import { permissionGroups } from './profile-view.js';

/** What I may do: every action by what it is about, and on whose data. */
@Component({
  selector: 'dti-permissions-page',
  imports: [FailedPanel, Icon, MatButton, PageHeader, RouterLink, Skeleton],
  template: `
    @let state = table.state();
    <dti-page-header [finding]="finding()" [context]="t('permissions.context')">
      <a matButton="outlined" routerLink="/profile">{{ t('nav.profile') }}</a>
    </dti-page-header>
    @switch (state.status) {
      @case ('ready') {
        @for (group of groups(); track group.heading) {
          <section class="panel">
            <h2>{{ t(group.heading) }}</h2>
            <div class="table-scroll" role="region" tabindex="0" [attr.aria-label]="t(group.heading)">
              <table class="data">
                <thead>
                  <tr>
                    <th scope="col">{{ t('permissions.action') }}</th>
                    <th scope="col" class="mark">{{ t('permissions.allowed') }}</th>
                    <th scope="col" class="reach">{{ t('permissions.reach') }}</th>
                  </tr>
                </thead>
                <tbody>
                  @for (row of group.rows; track row.action) {
                    <tr [class.not]="!row.allowed">
                      <th scope="row">{{ row.words }}</th>
                      <td class="mark">
                        <span class="with-icon">
                          <dti-icon [name]="row.allowed ? 'check' : 'none'" />{{
                            t(row.allowed ? 'permissions.yes' : 'permissions.no')
                          }}
                        </span>
                      </td>
                      <td>{{ row.allowed ? row.reach : '' }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            </div>
          </section>
        }
      }
      @case ('failed') {
        <dti-failed-panel [failure]="state.failure" (retry)="table.learn()" />
      }
      @default {
        <dti-skeleton [height]="30" />
      }
    }
  `,
  styles: `
    .mark {
      width: 8rem;
    }
    .reach {
      width: 40%;
    }
    .not {
      color: var(--ink-3);
    }
    tr:not(.not) dti-icon {
      color: var(--accent);
    }
  `,
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PermissionsPage {
  private readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly units = inject(UnitNames);
  protected readonly table = inject(PermissionWords);
  protected readonly t = this.language.t;

  protected readonly groups = computed(() => {
    const state = this.table.state();
    return state.status === 'ready'
      ? permissionGroups(
          state.value,
          (action) => this.session.reach(action),
          this.units.of,
          this.language.wording(),
        )
      : [];
  });
  protected readonly finding = computed(() => {
    const rows = this.groups().flatMap((group) => group.rows);
    return rows.length === 0
      ? this.t('nav.permissions')
      : this.t('permissions.finding', {
          count: rows.filter(({ allowed }) => allowed).length,
          all: rows.length,
        });
  });

  constructor() {
    void this.table.learn();
    effect(() => {
      const wanted = this.session.current().permissions.flatMap(({ units }) => units);
      untracked(() => void this.units.learn([...new Set(wanted)]));
    });
  }
}
