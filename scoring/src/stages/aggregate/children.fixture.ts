import type { Aggregation, AggregationRule } from '../../model/aggregation.js';
import type { ScoreState } from '../../model/assessment.js';
import { MARK, SCORE_STATES, STATE, type Column } from '../../model/column.js';
import { aggregate, type Child } from './aggregate.js';

/** A cell of a child: its value, or why it has none; `left out` as screening leaves it. */
export type ChildCell = number | Exclude<ScoreState, 'scored'> | 'left out';

export function columnOf(cells: readonly ChildCell[]): Column {
  return {
    values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN)),
    states: Uint8Array.from(cells, (cell) => {
      if (typeof cell === 'number') return STATE.scored;
      return cell === 'left out' ? STATE.not_scored : STATE[cell];
    }),
    marks: Uint16Array.from(cells, (cell) => (cell === 'left out' ? MARK.screenedOut : 0)),
  };
}

/** A leaf among siblings, or with `coverage` a node above leaves. */
export function child(
  cells: readonly ChildCell[],
  weight = 1,
  coverage: readonly number[] | null = null,
): Child {
  return {
    column: columnOf(cells),
    coverage: coverage === null ? null : Float64Array.from(coverage),
    weight,
  };
}

export function ruleOf(
  aggregation: Aggregation | 'arithmetic' | 'median' | 'minimum' | 'copeland',
  others: Partial<AggregationRule> = {},
): AggregationRule {
  return {
    aggregation: typeof aggregation === 'string' ? { method: aggregation } : aggregation,
    missing: 'no_value',
    notApplicable: 'reweight',
    availability: 0,
    ...others,
  };
}

/** What a node comes to: its value or its state by unit, the names of its marks, its coverage. */
export function resultOf(
  children: readonly Child[],
  rule: AggregationRule,
  groups?: readonly number[],
): {
  readonly cells: readonly (number | ScoreState)[];
  readonly marks: readonly (readonly string[])[];
  readonly coverage: readonly number[];
} {
  const size = children[0]?.column.values.length ?? 1;
  const { column, coverage } = aggregate(
    children,
    rule,
    size,
    Int32Array.from(groups ?? Array(size).fill(0)),
  );
  return {
    cells: [...column.states].map((state, u) =>
      state === STATE.scored ? (column.values[u] as number) : (SCORE_STATES[state] as ScoreState),
    ),
    marks: [...column.marks].map((marks) =>
      Object.entries(MARK)
        .filter(([, bit]) => (marks & bit) !== 0)
        .map(([name]) => name),
    ),
    coverage: [...coverage],
  };
}
