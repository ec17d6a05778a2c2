import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import type { NodeResult } from '../../../api-client/models/node-result.js';
import type { Ranking } from '../../../api-client/models/ranking.js';
import type { UnitResult } from '../../../api-client/models/unit-result.js';
import { Language } from '../../../shared/language/language.js';
import type { TextKey } from '../../../shared/language/text-key.js';
import { ScoreBar } from '../../../shared/ui/score-bar.js';
import { nodeOf, type RankingOrder } from '../ranking-order.js';

/** Rank, unit, total against the mean, and a heat cell for each scored main index. */
@Component({
  selector: 'dti-ranking-table',
  imports: [MatTooltip, RouterLink, ScoreBar],
  templateUrl: './ranking-table.html',
  styleUrl: './ranking-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RankingTable {
  readonly ranking = input.required<Ranking>();
  /** The same rows in the order on screen. */
  readonly rows = input.required<readonly UnitResult[]>();
  readonly order = input.required<RankingOrder>();
  readonly ordered = output<RankingOrder>();

  private readonly language = inject(Language);
  protected readonly t = this.language.t;
  protected readonly wording = this.language.wording;
  protected readonly nodes = computed(() => this.ranking().nodes.filter((node) => node.scored));
  protected readonly regionNames = computed(
    () => new Map(this.ranking().regions.map((region) => [region.id, this.wording().name(region)])),
  );

  protected readonly nodeOf = nodeOf;

  protected columnOrder(code: string): RankingOrder {
    return `node:${code}`;
  }

  /** One of five equal steps from 0 to 1; the same for every index, so that columns compare. */
  protected step(value: number): number {
    return Math.min(4, Math.max(0, Math.floor(value * 5))) + 1;
  }

  /** Why a cell has no value; a node that the row does not list was not collected for it. */
  protected stateOf(node: NodeResult | undefined): TextKey {
    return `state.${node?.state ?? 'not_collected'}`;
  }

  /** Points are said in full: the cell itself has room for two decimals. */
  protected cellHint(node: NodeResult): string {
    const { ratio, number } = this.wording().formats;
    if (node.value === null) return this.t(`state.${node.state}`);
    // A method by weights gives no points: the value is all there is to say.
    if (node.points === null || node.maxPoints === null) return ratio(node.value);
    return this.t('ranking.cell', {
      value: ratio(node.value),
      points: number(node.points, 1),
      maximum: number(node.maxPoints, 0),
    });
  }

  protected differenceHint(row: UnitResult): string {
    const { ratio, signed } = this.wording().formats;
    return this.t('ranking.difference', {
      computed: ratio(row.computedTotal ?? 0),
      difference: signed(row.difference ?? 0, 4),
    });
  }
}
