import { DOCUMENT } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';
import type { Edition } from '../../api-client/models/edition.js';
import type { EditionGroup } from '../../api-client/models/edition-group.js';
import { DataSetChoice } from '../../shared/data-set/data-set-choice.js';
import { parseDay } from '../../shared/format/day.js';
import { Language } from '../../shared/language/language.js';
import { coverageText } from '../../shared/results/results.js';
import { Icon } from '../../shared/ui/icon.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { SourceList } from '../../shared/ui/source-list.js';
import { FailedPanel } from '../../shared/ui/state-panel.js';
import { EditionStore } from './edition-store.js';
import { checkRow, revisionOf, revisionRows, todayInVietNam } from './edition-view.js';

/** One edition: its groups, its check figures, its sources, and its report as a PDF. */
@Component({
  selector: 'dti-edition-page',
  imports: [
    FailedPanel,
    Icon,
    MatButton,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatProgressBar,
    PageHeader,
    RouterLink,
    Skeleton,
    SourceList,
  ],
  providers: [EditionStore],
  templateUrl: './edition-page.html',
  styleUrl: './edition-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EditionPage {
  readonly code = input.required<string>();
  /** A revision of the address; the latest published one without. */
  readonly revision = input(null, { transform: revisionOf });

  protected readonly store = inject(EditionStore);
  private readonly dataSet = inject(DataSetChoice);
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly coverage = coverageText;
  /** The report's date as it is typed, and as a day once it is one. */
  protected readonly written = signal(this.language.formats().date(todayInVietNam(new Date())));
  protected readonly date = computed(() => parseDay(this.written()));

  protected readonly edition = computed(() => {
    const state = this.store.state();
    return state.status === 'ready' ? state.value : null;
  });
  protected readonly heading = computed(() => {
    const edition = this.edition();
    return edition
      ? this.wording().name({ nameVi: edition.titleVi, nameEn: edition.titleEn })
      : this.t('nav.editions');
  });
  protected readonly context = computed(() => {
    const edition = this.edition();
    return edition ? this.contextOf(edition) : '';
  });
  protected readonly revisions = computed(() => {
    const edition = this.edition();
    return edition ? revisionRows(edition, this.wording()) : [];
  });
  protected readonly checks = computed(() => {
    const edition = this.edition();
    return edition ? edition.checkFigures.map((check) => checkRow(check, this.wording())) : [];
  });

  protected readonly note = computed(() => {
    const edition = this.edition();
    if (edition === null || edition.noteVi === null || edition.noteEn === null) return null;
    return this.wording().name({ nameVi: edition.noteVi, nameEn: edition.noteEn });
  });

  constructor() {
    effect(() => {
      const [code, revision] = [this.code(), this.revision()];
      untracked(() => void this.store.open(code, revision));
    });
    effect(() => {
      const edition = this.edition();
      if (edition?.code === this.code()) this.dataSet.follow(edition.dataSet);
    });
  }

  protected retry(): void {
    void this.store.open(this.code(), this.revision());
  }

  /** Makes the report and hands it to the browser as a download. */
  protected async download(): Promise<void> {
    const date = this.date();
    if (date === null) return;
    const file = await this.store.makeReport({ code: this.code(), revision: this.revision(), date });
    if (!file) return;
    const address = URL.createObjectURL(file.content);
    const link = this.document.createElement('a');
    link.href = address;
    link.download = file.name;
    link.click();
    URL.revokeObjectURL(address);
  }

  protected ranked(edition: Edition): readonly EditionGroup[] {
    return edition.groups.filter(({ level }) => level !== 'nation');
  }

  protected leader(group: EditionGroup): string {
    if (group.leaderNameVi === null) return '–';
    const name = this.wording().name({
      nameVi: group.leaderNameVi,
      nameEn: group.leaderNameEn ?? group.leaderNameVi,
    });
    return group.leaderTotal === null ? name : `${name} (${this.wording().formats.ratio(group.leaderTotal)})`;
  }

  private contextOf(edition: Edition): string {
    const { formats } = this.wording();
    return [
      edition.publishedOn === null
        ? this.t(`edition.status.${edition.status}`)
        : this.t('edition.publishedOn', { date: formats.date(edition.publishedOn) }),
      this.t(`basis.${edition.kind}`),
      this.t('edition.roster', { date: formats.date(edition.rosterDate) }),
    ].join(' · ');
  }
}
