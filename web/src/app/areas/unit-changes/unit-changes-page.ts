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
import { Router, RouterLink } from '@angular/router';
import type { UnitChangeEntry } from '../../api-client/models/unit-change-entry.js';
import { Language } from '../../shared/language/language.js';
import { Icon } from '../../shared/ui/icon.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { ChangeRows } from './ui/change-rows.js';
import { UnitChangesStore } from './unit-changes-store.js';

/** What was changed about units: what, from when, by which document, why, by whom. */
@Component({
  selector: 'dti-unit-changes-page',
  imports: [ChangeRows, EmptyPanel, FailedPanel, Icon, MatButton, PageHeader, RouterLink, Skeleton],
  providers: [UnitChangesStore],
  templateUrl: './unit-changes-page.html',
  styleUrl: './unit-changes-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitChangesPage {
  readonly unit = input<string>();
  readonly page = input<string>();

  protected readonly store = inject(UnitChangesStore);
  private readonly router = inject(Router);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly shown = computed(() => Math.max(1, Math.trunc(Number(this.page() ?? '1')) || 1));
  private readonly question = computed(() => ({ unit: this.unit(), page: this.shown() }));

  constructor() {
    effect(() => {
      const question = this.question();
      untracked(() => void this.store.open(question));
    });
  }

  protected retry(): void {
    void this.store.open(this.question());
  }

  protected turn(page: number): void {
    void this.router.navigate([], {
      queryParams: { page: page === 1 ? null : page },
      queryParamsHandling: 'merge',
    });
  }

  protected nameOf(entry: UnitChangeEntry): (id: string) => string {
    const names = new Map([...this.store.regions(), ...entry.units].map((one) => [one.id, one]));
    return (id) => {
      const unit = names.get(id);
      return unit === undefined ? id : this.wording().name(unit);
    };
  }

  protected kindName({ kind }: UnitChangeEntry): string {
    return this.t(`unitChange.kind.${kind}`);
  }

  protected recorded({ recordedAt, recordedBy }: UnitChangeEntry): string {
    const date = this.wording().formats.date(
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date(recordedAt)),
    );
    return this.t('unitChange.recordedBy', { date, by: this.role(recordedBy) });
  }

  /** The command line and the like are told by their own names. */
  private role(actor: string): string {
    return actor === 'operator' ? this.t('role.operator') : actor;
  }
}
