import { STATE, type Column } from '../../model/column.js';
import type { Cell, Dataset } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import { standingOf } from '../compute.js';
import {
  evaluate,
  leafColumns,
  sourceOf,
  type Evaluation,
  type NodeColumns,
  type Source,
} from '../evaluate.js';
import type { ElementSource } from '../indicators/element-source.js';
import { elementsOf } from '../indicators/indicator.js';
import { planOf, type Plan, type PlanNode } from '../plan.js';
import { validate } from '../validate/validate.js';
import { recombined } from './recombine.js';

/** What a unit has after a change. */
export interface Rescored {
  readonly score: number | null;
  readonly rank: number | null;
}

/**
 * Scores a data set again and again with one value of one unit changed. Only the indicators that use the
 * data element and what lies above them are worked out anew, by the same functions as `compute`, for all
 * units; where screening may leave out others, everything is.
 */
export class Rescoring {
  readonly plan: Plan;
  readonly source: Source;
  readonly evaluation: Evaluation;
  private readonly known = new Map<string, Rescored | 'not_allowed'>();
  private readonly rules = new Map<string, Framework>();

  /** Of a framework and a data set in which `validate` finds nothing. */
  constructor(
    private readonly framework: Framework,
    private readonly dataset: Dataset,
    readonly unit: number,
  ) {
    this.plan = planOf(framework);
    this.source = sourceOf(dataset);
    this.evaluation = evaluate(this.plan, this.source);
  }

  now(): Rescored {
    return this.read(this.evaluation);
  }

  /** With another value of an element; `not_allowed` where validation refuses the unit's data then. */
  after(element: string, value: number): Rescored | 'not_allowed' {
    const key = JSON.stringify([element, value]);
    const found = this.known.get(key) ?? this.rescored(element, value);
    this.known.set(key, found);
    return found;
  }

  private rescored(element: string, value: number): Rescored | 'not_allowed' {
    const elements = withCell(this.source.elements, element, this.unit, value);
    if (!this.isAllowed(element, elements)) return 'not_allowed';
    const source: Source = { roster: this.source.roster, elements };
    if (this.framework.method.screen !== undefined) return this.read(evaluate(this.plan, source));
    const changed = this.leavesOf(element).map((at): readonly [number, NodeColumns] => [
      at.index,
      { column: leafColumns(at, source, null).normalised, coverage: null },
    ]);
    return this.read(recombined(this.plan, this.evaluation, new Map(changed)));
  }

  private read(evaluation: Evaluation): Rescored {
    const { column } = evaluation.nodes.get(0) as NodeColumns;
    const isScored = column.states[this.unit] === STATE.scored;
    const { ranks } = standingOf(this.plan, evaluation);
    return {
      score: isScored ? (column.values[this.unit] as number) : null,
      rank: ranks[this.unit]?.rank ?? null,
    };
  }

  private leavesOf(element: string): readonly PlanNode[] {
    return this.plan.leaves
      .map((index) => this.plan.nodes[index] as PlanNode)
      .filter(({ node }) => elementsOf(node).includes(element));
  }

  /** By `validate` itself, of the unit alone and the indicators that use the element. */
  private isAllowed(element: string, elements: ElementSource): boolean {
    const rules = this.rules.get(element) ?? this.rulesFor(element);
    this.rules.set(element, rules);
    const { code } = this.source.roster.units[this.unit] as { readonly code: string };
    const asked = [...new Set((rules.root.children ?? [rules.root]).flatMap(elementsOf))];
    const cellsOf = (back: number): readonly Cell[] =>
      asked.map((own) => cellAt(elements, { unit: code, element: own }, this.unit, back));
    const earlier = (this.dataset.earlier ?? []).map((_, index) => ({ cells: cellsOf(index + 1) }));
    const problems = validate(rules, { units: [{ code, group: null }], cells: cellsOf(0), earlier });
    // The unit of reference is another one, and is there.
    return problems.every((problem) => problem.code === 'REFERENCE_UNIT_UNKNOWN');
  }

  private rulesFor(element: string): Framework {
    const { root, method } = this.framework;
    if (root.children === undefined || root.children.length === 0) return this.framework;
    const children = this.leavesOf(element).map(({ node }) => ({ ...node, scored: true }));
    const { method: ranking, decimals, rounding, direction } = method.rank;
    return {
      code: this.framework.code,
      root: { code: root.code, children, weights: { method: 'equal' } },
      method: { ...method, rank: { method: ranking, decimals, rounding, direction } },
    };
  }
}

function cellAt(
  elements: ElementSource,
  about: { readonly unit: string; readonly element: string },
  unit: number,
  back: number,
): Cell {
  const { values, states } = elements.element(about.element, back);
  if (states[unit] === STATE.scored) return { ...about, value: values[unit] as number, status: 'A' };
  // What cannot exist adds nothing to a sum; other gaps leave it without a number.
  return { ...about, value: null, status: states[unit] === STATE.not_applicable ? 'M' : 'L' };
}

/** The data elements with one value of the period changed. */
function withCell(elements: ElementSource, element: string, unit: number, value: number): ElementSource {
  return {
    ...elements,
    element: (code, back = 0) => {
      const column = elements.element(code, back);
      return code === element && back === 0 ? withNumber(column, unit, value) : column;
    },
  };
}

function withNumber(column: Column, unit: number, value: number): Column {
  const values = column.values.slice();
  const states = column.states.slice();
  values[unit] = value;
  states[unit] = STATE.scored;
  return { values, states, marks: column.marks };
}
