import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { GuidanceGroup } from '../../../api-client/models/guidance-group.js';
import { Language } from '../../../shared/language/language.js';
import { LegalBases } from '../../../shared/law/legal-bases.js';

/** One group of activities: who, for what, with which result, on what basis, in the words of the source. */
@Component({
  selector: 'dti-activity-group',
  imports: [LegalBases],
  templateUrl: './activity-group.html',
  styleUrl: './activity-group.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityGroup {
  readonly group = input.required<GuidanceGroup>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly name = computed(() => this.language.wording().name(this.group()));
  protected readonly rows = computed(() => {
    const english = this.language.current() === 'en';
    return this.group().activities.map((activity) => ({
      ...activity,
      english: english ? activity.nameEn : null,
      facts: [
        { label: this.t('guidance.agency'), text: activity.agency },
        { label: this.t('guidance.objective'), text: activity.objective },
        { label: this.t('guidance.result'), text: activity.result },
      ].filter(({ text }) => text !== null),
    }));
  });
}
