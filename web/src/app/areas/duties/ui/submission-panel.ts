import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import { RouterLink } from '@angular/router';
import type { DutySubmissions } from '../../../api-client/models/duty-submissions.js';
import type { SubmissionState } from '../../../api-client/models/submission-state.js';
import { Language } from '../../../shared/language/language.js';
import type { LoadState } from '../../../shared/loading/loaded.js';
import { Icon, type IconName } from '../../../shared/ui/icon.js';
import { Notice } from '../../../shared/ui/notice.js';
import { Segmented } from '../../../shared/ui/segmented.js';
import { Skeleton } from '../../../shared/ui/skeleton.js';
import { FailedPanel } from '../../../shared/ui/state-panel.js';
import { lateFinding, recipientsText, REPORTS, STATES, unitsShown } from '../duties-view.js';

const ICONS: Readonly<Record<SubmissionState, IconName>> = {
  received: 'check',
  late: 'warn',
  missing: 'bad',
  not_yet_due: 'info',
};

/** One report of one period: which units have sent it in time, which late, which not, and since when. */
@Component({
  selector: 'dti-submission-panel',
  imports: [
    FailedPanel,
    Icon,
    MatFormField,
    MatLabel,
    MatOption,
    MatSelect,
    Notice,
    RouterLink,
    Segmented,
    Skeleton,
  ],
  templateUrl: './submission-panel.html',
  styleUrl: './submission-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SubmissionPanel {
  readonly state = input.required<LoadState<DutySubmissions>>();
  readonly stale = input(false);
  readonly report = input.required<string>();
  readonly filter = input<SubmissionState | null>(null);
  readonly reportChosen = output<string>();
  readonly periodChosen = output<string>();
  readonly filterChosen = output<string | null>();
  readonly retry = output();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  protected readonly reports = computed(() =>
    REPORTS.map((value) => ({ value, label: this.t(`duties.report.${value}`) })),
  );
  protected readonly shown = computed(() => {
    const state = this.state();
    if (state.status !== 'ready') return null;
    const { value } = state;
    const wording = this.wording();
    const { formats, unitName } = wording;
    const count = (one: SubmissionState) => value.items.filter((item) => item.state === one).length;
    return {
      period: value.period,
      periods: value.periods,
      recorded: value.recorded,
      due: formats.date(value.dueOn),
      bySetting: value.bySetting,
      finding: lateFinding(value, wording),
      recipients: recipientsText(value.recipients, wording),
      states: [
        { value: '', label: this.t('duties.state.all'), note: String(value.items.length) },
        ...STATES.filter((one) => count(one) > 0).map((one) => ({
          value: one as string,
          label: this.t(`duties.state.${one}`),
          note: String(count(one)),
          icon: ICONS[one],
        })),
      ],
      rows: unitsShown(value.items, this.filter(), wording).map((item) => ({
        id: item.unitId,
        name: unitName(item),
        state: item.state,
        icon: ICONS[item.state],
        word: this.t(item.returned ? 'duties.state.returned' : `duties.state.${item.state}`),
        sent: item.lastSentOn === null ? '–' : formats.date(item.lastSentOn),
        late: item.daysLate === 0 ? '–' : formats.number(item.daysLate),
        number: item.documentNumber ?? '–',
        reason: item.returned ? (item.history.at(-1)?.reason ?? null) : null,
      })),
    };
  });
}
