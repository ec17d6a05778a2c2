import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { EditionGroup } from '../../../api-client/models/edition-group.js';
import { Language } from '../../../shared/language/language.js';
import { coverageText } from '../../../shared/results/results.js';

/** How much of each group is known in an edition, who leads it, and a way to its ranking. */
@Component({
  selector: 'dti-group-coverage',
  imports: [RouterLink],
  templateUrl: './group-coverage.html',
  styleUrl: './group-coverage.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class GroupCoverage {
  readonly groups = input.required<readonly EditionGroup[]>();
  readonly edition = input.required<string>();
  /** Names of those without figures in the group of this code. */
  readonly without = input<readonly string[]>([]);
  readonly group = input('');

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly named = this.language.named;
  protected readonly formats = this.language.formats;
  protected readonly coverage = coverageText;
  /** The nation is not ranked and has a tile of its own. */
  protected readonly ranked = computed(() => this.groups().filter((group) => group.level !== 'nation'));

  protected share(group: EditionGroup): number {
    return group.expected ? Math.min(1, group.withTotal / group.expected) : 0;
  }
}
