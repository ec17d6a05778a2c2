import type { LeftOut } from '../model/assessment.js';
import { MARK, STATE, type Column } from '../model/column.js';
import type { Dataset, Unit } from '../model/dataset.js';
import { aggregate, type Child } from './aggregate/aggregate.js';
import { impute } from './impute.js';
import { elementSource, type ElementSource } from './indicators/element-source.js';
import { indicator } from './indicators/indicator.js';
import { normalise } from './normalise/normalise.js';
import type { Plan, PlanNode } from './plan.js';
import { screening } from './screen.js';
import { treat, type TreatmentOutcome } from './treat/treat.js';

/** The units of a data set in the shapes that stages ask for. */
export interface Roster {
  readonly units: readonly Unit[];
  /** Index of the peer group by unit; −1 for none. */
  readonly groups: Int32Array;
  readonly indexOf: (code: string) => number;
}

/** What screening left out: units by position, nodes by index. */
export interface Exclusions {
  readonly units: Uint8Array | null;
  /** 1 for a leaf that was left out, and for a parent of which nothing is left. */
  readonly nodes: Uint8Array | null;
  readonly leftOut: readonly LeftOut[];
}

/** A leaf on its way from the data to the tree. */
export interface LeafColumns {
  /** As worked out from the data elements. */
  readonly raw: Column;
  readonly imputed: Column;
  readonly treated: Column;
  readonly outcome: TreatmentOutcome | null;
  readonly normalised: Column;
}

/** A node's values and the share of the weight below it that has one. */
export interface NodeColumns {
  readonly column: Column;
  /** Unit by unit; `null` for a leaf: 1 where it has a value, else 0. */
  readonly coverage: Float64Array | null;
}

export interface Evaluation {
  readonly roster: Roster;
  readonly exclusions: Exclusions;
  /** By node index; a leaf's stages. Empty where only the root was asked for. */
  readonly leaves: ReadonlyMap<number, LeafColumns>;
  /** By node index; the root alone where only it was asked for. */
  readonly nodes: ReadonlyMap<number, NodeColumns>;
}

/** Everything that can be worked out from the data before any rule of the method that a draw may change. */
export interface Source {
  readonly roster: Roster;
  readonly elements: ElementSource;
}

export function sourceOf(dataset: Dataset): Source {
  return { roster: rosterOf(dataset.units), elements: elementSource(dataset) };
}

/**
 * Runs every stage over a plan: indicators, screening, imputation, treatment, normalisation,
 * aggregation. Leaves are worked out one parent at a time, so that with `keep: 'root'` no more than the
 * columns along one path and their siblings are in memory.
 *
 * Cost: units × nodes, plus what sorting stages add. The input is one that `validate` has passed.
 */
export function evaluate(plan: Plan, source: Source, keep: 'all' | 'root' = 'all'): Evaluation {
  const run = new Run(plan, source, keep);
  run.node(0);
  return run;
}

class Run implements Evaluation {
  readonly roster: Roster;
  readonly exclusions: Exclusions;
  readonly leaves = new Map<number, LeafColumns>();
  readonly nodes = new Map<number, NodeColumns>();

  constructor(
    private readonly plan: Plan,
    private readonly source: Source,
    private readonly keep: 'all' | 'root',
  ) {
    this.roster = source.roster;
    this.exclusions = exclusionsOf(plan, source);
  }

  node(index: number): NodeColumns {
    const at = this.plan.nodes[index] as PlanNode;
    const columns = at.leaf === null ? this.parent(at) : this.leaf(at);
    if (this.keep === 'all' || index === 0) this.nodes.set(index, columns);
    return columns;
  }

  private leaf(at: PlanNode): NodeColumns {
    const stages = leafColumns(at, this.source, this.exclusions.units);
    if (this.keep === 'all') this.leaves.set(at.index, stages);
    return { column: stages.normalised, coverage: null };
  }

  private parent(at: PlanNode): NodeColumns {
    const { nodes: left, units } = this.exclusions;
    const children: Child[] = [];
    for (const index of at.children) {
      const child = this.plan.nodes[index] as PlanNode;
      const counts = child.scored && left?.[index] !== 1;
      // With nothing to keep, what has no weight need not be worked out.
      if (!counts && this.keep === 'root') continue;
      const columns = this.node(index);
      if (counts) children.push({ ...columns, weight: child.weight });
    }
    return combine(at, children, this.roster, units);
  }
}

/** A leaf's stages for one set of rules; `leftOut` units take no part in any statistic. */
export function leafColumns(at: PlanNode, source: Source, leftOut: Uint8Array | null): LeafColumns {
  if (at.leaf === null) throw new TypeError(`${at.node.code} is not a leaf`);
  const { elements, roster } = source;
  const raw = indicator(at.node, elements);
  const taken = without(raw, leftOut);
  const earlier = (periodsBack: number): Column => indicator(at.node, earlierSource(elements, periodsBack));
  const imputed = impute(taken, at.leaf.impute, roster.groups, earlier);
  const { column: treated, outcome } = treat(imputed, at.leaf.treat);
  const normalised = normalise(treated, at.leaf.normalise, {
    direction: at.leaf.direction,
    maximum: at.leaf.maximum,
    unitIndex: roster.indexOf,
  });
  return { raw, imputed, treated, outcome, normalised };
}

/** A parent from its children; a node of which nothing is left has no value for anybody. */
export function combine(
  at: PlanNode,
  children: readonly Child[],
  roster: Roster,
  leftOut: Uint8Array | null,
): NodeColumns {
  const size = roster.units.length;
  if (at.parentRules === null) throw new TypeError(`${at.node.code} has no children`);
  if (children.length === 0) return { column: nobody(size), coverage: new Float64Array(size) };
  const { column, coverage } = aggregate(children, at.parentRules, size, roster.groups);
  return { column: without(column, leftOut), coverage };
}

function earlierSource(elements: ElementSource, periodsBack: number): ElementSource {
  return { ...elements, element: (code, back = 0) => elements.element(code, back + periodsBack) };
}

/** The column without the units that screening left out; the same one where it left out none. */
function without(column: Column, leftOut: Uint8Array | null): Column {
  if (leftOut === null) return column;
  const values = column.values.slice();
  const states = column.states.slice();
  const marks = column.marks.slice();
  for (let u = 0; u < values.length; u++) {
    if (leftOut[u] !== 1) continue;
    values[u] = NaN;
    states[u] = STATE.not_scored;
    marks[u] = MARK.screenedOut;
  }
  return { values, states, marks };
}

function nobody(size: number): Column {
  return {
    values: new Float64Array(size).fill(NaN),
    states: new Uint8Array(size).fill(STATE.not_scored),
    marks: new Uint16Array(size).fill(MARK.screenedOut),
  };
}

function exclusionsOf(plan: Plan, source: Source): Exclusions {
  const rule = plan.framework.method.screen;
  if (rule === undefined) return { units: null, nodes: null, leftOut: [] };
  const screen = screening(rule, source.roster.units);
  for (const index of plan.leaves) {
    const { node, scored } = plan.nodes[index] as PlanNode;
    if (scored) screen.add(node.code, indicator(node, source.elements));
  }
  const { units, indicators, leftOut } = screen.result();
  return { units, nodes: nodesLeftOut(plan, indicators), leftOut };
}

function nodesLeftOut(plan: Plan, indicators: ReadonlySet<string>): Uint8Array {
  const left = new Uint8Array(plan.nodes.length);
  // Children come after their parents: from the end, each is decided before its parent.
  for (let index = plan.nodes.length - 1; index >= 0; index--) {
    const { node, children } = plan.nodes[index] as PlanNode;
    if (children.length === 0) left[index] = indicators.has(node.code) ? 1 : 0;
    else {
      const scored = children.filter((child) => (plan.nodes[child] as PlanNode).scored);
      left[index] = scored.every((child) => left[child] === 1) ? 1 : 0;
    }
  }
  return left;
}

function rosterOf(units: readonly Unit[]): Roster {
  const groups = new Int32Array(units.length);
  const groupIndex = new Map<string, number>();
  units.forEach(({ group }, position) => {
    if (group === null) {
      groups[position] = -1;
      return;
    }
    const index = groupIndex.get(group) ?? groupIndex.size;
    groupIndex.set(group, index);
    groups[position] = index;
  });
  // Few methods ask for a unit by its code, and then for one.
  return { units, groups, indexOf: (code) => units.findIndex((unit) => unit.code === code) };
}
