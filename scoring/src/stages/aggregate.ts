import type { Cell, ObservationStatus } from '../model/dataset.js';
import type { NodeResult, ReasonCode, ScoreState } from '../model/assessment.js';
import type { FrameworkNode, Method } from '../model/framework.js';
import { sum } from '../numeric/sum.js';
import { isLeaf, isScored } from './tree.js';

/** A node's own result before its parent has said what weight it gets. */
interface Scored {
  readonly node: FrameworkNode;
  readonly state: ScoreState;
  readonly value: number | null;
  readonly coverage: number;
  readonly reasons: readonly ReasonCode[];
  readonly children: readonly Weighted[];
}

interface Weighted {
  readonly asked: number;
  readonly effective: number | null;
  readonly scored: Scored;
}

const STATE_WITHOUT_VALUE: Partial<Record<ObservationStatus, readonly [ScoreState, ReasonCode]>> = {
  L: ['not_collected', 'NOT_COLLECTED'],
  O: ['missing', 'MISSING'],
  M: ['not_applicable', 'NOT_APPLICABLE'],
};

/**
 * Scores one unit over the tree: points of the leaves, summed upwards over the maxima.
 *
 * @param cells the unit's cells by leaf code; an absent one was not collected
 * @returns every node, parents before children
 */
export function aggregate(
  root: FrameworkNode,
  method: Method,
  cells: ReadonlyMap<string, Cell>,
): readonly NodeResult[] {
  const results: NodeResult[] = [];
  const scored = score(root, method, cells);
  collect({ asked: 1, effective: scored.value === null ? null : 1, scored }, null, results);
  return results;
}

function score(node: FrameworkNode, method: Method, cells: ReadonlyMap<string, Cell>): Scored {
  return isLeaf(node) ? leaf(node, cells.get(node.code)) : parent(node, method, cells);
}

function leaf(node: FrameworkNode, cell: Cell | undefined): Scored {
  const value = cell?.value ?? null;
  if (!isScored(node)) {
    return {
      node,
      state: 'not_scored',
      value,
      coverage: 0,
      reasons: ['LISTED_WITHOUT_POINTS'],
      children: [],
    };
  }
  if (value === null) {
    const [state, reason] = STATE_WITHOUT_VALUE[cell?.status ?? 'L'] ?? ['not_collected', 'NOT_COLLECTED'];
    return { node, state, value: null, coverage: 0, reasons: [reason], children: [] };
  }
  const ratio = node.input === 'points' ? value / node.points : value;
  return { node, state: 'scored', value: ratio, coverage: 1, reasons: [], children: [] };
}

function parent(node: FrameworkNode, method: Method, cells: ReadonlyMap<string, Cell>): Scored {
  const children = (node.children ?? []).map((child) => score(child, method, cells));
  const counted = children.filter((child) => isScored(child.node));
  const ofAll = sum(counted.map((child) => child.node.points));
  const asked = (child: Scored): number => (isScored(child.node) ? child.node.points / ofAll : 0);
  const applicable = counted.filter((child) => child.state !== 'not_applicable');
  const coverage = shareCovered(applicable);
  const own = isScored(node);
  const build = (
    state: ScoreState,
    reasons: readonly ReasonCode[],
    used: readonly Scored[] | null,
  ): Scored => {
    const ofUsed = used === null ? 0 : sum(used.map((child) => child.node.points));
    const effective = (child: Scored): number | null => {
      if (used === null) return null;
      return used.includes(child) ? child.node.points / ofUsed : 0;
    };
    const weighted = children.map((scored) => ({
      asked: asked(scored),
      effective: effective(scored),
      scored,
    }));
    const value = used === null ? null : sum(weighted.map((w) => (w.effective ?? 0) * (w.scored.value ?? 0)));
    return { node, state: own ? state : 'not_scored', value, coverage, reasons, children: weighted };
  };
  if (applicable.length === 0) return build('not_applicable', ['NOT_APPLICABLE'], null);
  return combine(counted, applicable, method, build);
}

function combine(
  counted: readonly Scored[],
  applicable: readonly Scored[],
  method: Method,
  build: (state: ScoreState, reasons: readonly ReasonCode[], used: readonly Scored[] | null) => Scored,
): Scored {
  const present = applicable.filter((child) => child.value !== null);
  const gap = present.length < applicable.length;
  const excused = applicable.length < counted.length;
  if (present.length === 0 && allIn(applicable, 'not_collected'))
    return build('not_collected', ['NOT_COLLECTED'], null);
  if (excused && method.notApplicable === 'no_value')
    return build('incomplete', ['CHILD_WITHOUT_VALUE'], null);
  if (gap && (method.missing === 'no_value' || present.length === 0)) {
    return build('incomplete', ['CHILD_WITHOUT_VALUE'], null);
  }
  const reasons: ReasonCode[] = [];
  if (gap && method.missing === 'zero') reasons.push('CHILD_COUNTED_AS_ZERO');
  if (excused || (gap && method.missing === 'reweight')) reasons.push('WEIGHT_SHARED_BY_OTHERS');
  return build('scored', reasons, method.missing === 'zero' ? applicable : present);
}

function allIn(children: readonly Scored[], state: ScoreState): boolean {
  return children.every((child) => child.state === state);
}

function shareCovered(children: readonly Scored[]): number {
  const all = sum(children.map((child) => child.node.points));
  return all === 0 ? 0 : sum(children.map((child) => child.coverage * child.node.points)) / all;
}

function collect(weighted: Weighted, parentCode: string | null, into: NodeResult[]): void {
  const { node, state, value, coverage, reasons, children } = weighted.scored;
  const { effective } = weighted;
  into.push({
    code: node.code,
    parent: parentCode,
    state,
    value,
    points: value === null ? null : value * node.points,
    maxPoints: node.points,
    weightAsked: weighted.asked,
    weightEffective: effective,
    // A gap that counts as zero adds zero; where the parent has no value, nothing adds anything.
    contribution: effective === null ? null : effective * (value ?? 0),
    coverage,
    reasons,
  });
  for (const child of children) collect(child, node.code, into);
}
