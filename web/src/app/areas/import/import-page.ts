import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormField, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatProgressBar } from '@angular/material/progress-bar';
import { MatOption, MatSelect } from '@angular/material/select';
import { Router } from '@angular/router';
import type { ImportReport } from '../../api-client/models/import-report.js';
import { Language } from '../../shared/language/language.js';
import { Session } from '../../shared/session/session.js';
import { Icon } from '../../shared/ui/icon.js';
import { Notice } from '../../shared/ui/notice.js';
import { PageHeader } from '../../shared/ui/page-header.js';
import { Skeleton } from '../../shared/ui/skeleton.js';
import { EmptyPanel, FailedPanel } from '../../shared/ui/state-panel.js';
import { type ImportDoing, ImportStore } from './import-store.js';
import { periodsOf, sizeText } from './import-view.js';
import { FileDrop } from './ui/file-drop.js';
import { ImportChanges } from './ui/import-changes.js';
import { ImportFaults } from './ui/import-faults.js';
import { RecentImports } from './ui/recent-imports.js';

/** From a file to a ranking: what it is, the file, faults or preview, confirm, score. */
@Component({
  selector: 'dti-import-page',
  imports: [
    EmptyPanel,
    FailedPanel,
    FileDrop,
    Icon,
    ImportChanges,
    ImportFaults,
    MatButton,
    MatFormField,
    MatHint,
    MatInput,
    MatLabel,
    MatOption,
    MatProgressBar,
    MatSelect,
    Notice,
    PageHeader,
    RecentImports,
    Skeleton,
  ],
  providers: [ImportStore],
  templateUrl: './import-page.html',
  styleUrl: './import-page.css',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage {
  protected readonly store = inject(ImportStore);
  protected readonly session = inject(Session);
  private readonly language = inject(Language);
  private readonly router = inject(Router);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected readonly framework = signal('');
  protected readonly period = signal('');
  protected readonly source = signal('');

  protected readonly frameworks = computed(() => {
    const state = this.store.frameworks();
    return state.status === 'ready' ? state.value : [];
  });
  protected readonly periods = computed(() => {
    const framework = this.frameworks().find(({ code }) => code === this.framework());
    return framework ? periodsOf(framework, new Date().getFullYear()) : [];
  });
  protected readonly target = computed(() => ({
    framework: this.framework(),
    period: this.period(),
    source: this.source().trim(),
  }));
  protected readonly ready = computed(() => this.framework() !== '' && this.period() !== '');
  protected readonly template = computed(() =>
    this.ready() ? this.store.templateAddress(this.target()) : null,
  );
  protected readonly report = computed(() => {
    const progress = this.store.progress();
    return progress.status === 'reported' ? progress.report : null;
  });
  protected readonly failed = computed(() => {
    const progress = this.store.progress();
    return progress.status === 'failed' ? progress : null;
  });
  protected readonly fileLine = computed(() => {
    const file = this.store.file();
    return file ? `${file.name} (${sizeText(file.size, this.wording())})` : '';
  });
  protected readonly busyText = computed(() => {
    const progress = this.store.progress();
    return progress.status === 'busy' ? this.t(`import.busy.${progress.doing}`) : '';
  });

  constructor() {
    void this.store.start();
    effect(() => {
      const [first] = this.frameworks();
      if (first && untracked(this.framework) === '') this.chooseFramework(first.code);
    });
  }

  protected chooseFramework(code: string): void {
    this.framework.set(code);
    const periods = untracked(this.periods);
    if (!periods.includes(untracked(this.period))) this.period.set(periods[0] ?? '');
    this.store.reset();
  }

  protected choosePeriod(period: string): void {
    this.period.set(period);
    this.store.reset();
  }

  protected outcome(report: ImportReport): string {
    return this.t(`import.outcome.${report.state}`);
  }

  protected read(file: File): void {
    void this.store.preview(file, this.target());
  }

  protected failedHeading(doing: ImportDoing): string {
    return this.t(`import.failed.${doing}`);
  }

  /** The step that failed, once more. */
  protected again(doing: ImportDoing): void {
    const file = this.store.file();
    if (doing === 'score') void this.score();
    else if (doing === 'import') void this.store.confirm();
    else if (file) this.read(file);
  }

  protected async score(): Promise<void> {
    const assessment = await this.store.score();
    if (assessment !== null) await this.router.navigate(['/ranking'], { queryParams: { assessment } });
  }
}
