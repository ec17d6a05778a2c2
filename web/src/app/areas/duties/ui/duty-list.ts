import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import type { Duty } from '../../../api-client/models/duty.js';
import type { DutyStanding } from '../../../api-client/models/duty-standing.js';
import { Language } from '../../../shared/language/language.js';
import { ClauseDisclosure } from '../../../shared/law/clause-disclosure.js';
import { LegalBases } from '../../../shared/law/legal-bases.js';
import { Icon } from '../../../shared/ui/icon.js';
import { Segmented } from '../../../shared/ui/segmented.js';
import { listFinding, recipientsText, standingCounts, STANDINGS, whenText } from '../duties-view.js';

/** Duties of one standing: who, what, when, to whom, on what basis; each with its clause on demand. */
@Component({
  selector: 'dti-duty-list',
  imports: [ClauseDisclosure, Icon, LegalBases, Segmented],
  templateUrl: './duty-list.html',
  styleUrl: './duty-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DutyList {
  readonly duties = input.required<readonly Duty[]>();
  readonly standing = input.required<DutyStanding>();
  readonly standingChosen = output<string>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;

  protected readonly finding = computed(() => listFinding(this.duties(), this.language.wording()));
  protected readonly standings = computed(() => {
    const counts = standingCounts(this.duties());
    return STANDINGS.map((value) => ({
      value,
      label: this.t(`duties.standing.${value}`),
      note: String(counts[value]),
    }));
  });
  protected readonly shown = computed(() => {
    const wording = this.language.wording();
    const { formats, name } = wording;
    return this.duties()
      .filter((duty) => duty.standing === this.standing())
      .map((duty) => {
        const { setting } = duty.schedule;
        const actor = name({ nameVi: duty.actorVi, nameEn: duty.actorEn });
        const unit =
          duty.unitNameVi === null ? null : name({ nameVi: duty.unitNameVi, nameEn: duty.unitNameEn ?? '' });
        return {
          code: duty.code,
          name: name(duty),
          act: this.t(`duties.act.${duty.act}`),
          words: duty.words,
          actor,
          now: unit === null || unit === actor ? null : this.t('duties.now', { name: unit }),
          when: whenText(duty, wording),
          printed: duty.timePrinted,
          next:
            duty.nextDueOn === null ? null : this.t('duties.next', { date: formats.date(duty.nextDueOn) }),
          setting: setting === null ? null : name({ nameVi: setting.whyVi, nameEn: setting.whyEn }),
          recipients: recipientsText(duty.recipients, wording),
          ended:
            duty.lapsed && duty.validTo !== null
              ? this.t('duties.lapsed', { date: formats.date(duty.validTo) })
              : null,
          never: !duty.inForce,
          clause:
            duty.bases.find((basis) => basis.document === 'decision-142-2024' && basis.clause !== null) ??
            null,
          bases: duty.bases,
          note: duty.noteVi === null ? null : name({ nameVi: duty.noteVi, nameEn: duty.noteEn ?? '' }),
        };
      });
  });
}
