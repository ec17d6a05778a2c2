import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Succession } from '../../../api-client/models/succession.js';
import { Language } from '../../../shared/language/language.js';
import { changeWord } from '../unit-view.js';

/** What the unit came from and what became of it, by day, with the legal basis. */
@Component({
  selector: 'dti-unit-succession',
  imports: [RouterLink],
  templateUrl: './unit-succession.html',
  styleUrl: './unit-succession.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitSuccession {
  readonly unitId = input.required<string>();
  readonly successions = input.required<readonly Succession[]>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;

  /** One entry for each day and change: a merger of three is one event. */
  protected readonly events = computed(() => {
    const wording = this.wording();
    const events = new Map<string, readonly Succession[]>();
    for (const one of this.successions()) {
      const key = `${one.effectiveDate}|${one.change}|${one.successorId}`;
      events.set(key, [...(events.get(key) ?? []), one]);
    }
    return [...events.values()].flatMap((parts) => {
      const first = parts[0];
      if (!first) return [];
      return [
        {
          key: `${first.effectiveDate}${first.change}${first.successorId}`,
          date: wording.formats.date(first.effectiveDate),
          word: changeWord(first.change, wording),
          legalBasis: first.legalBasis,
          sure: parts.every((part) => part.confidence === 'high'),
          ownChange: first.predecessorId === first.successorId,
          predecessors: parts.map((part) => ({
            id: part.predecessorId,
            name: wording.name({ nameVi: part.predecessorNameVi, nameEn: part.predecessorNameEn }),
          })),
          successor: {
            id: first.successorId,
            name: wording.name({ nameVi: first.successorNameVi, nameEn: first.successorNameEn }),
          },
        },
      ];
    });
  });
}
