import type { AggregationRule } from '../model/aggregation.js';
import type { Column } from '../model/column.js';
import type { UncertainData, UncertainInput, UncertainWeights } from '../model/simulation.js';
import type { RandomGenerator } from '../numeric/random.js';
import type { Child } from '../stages/aggregate/aggregate.js';
import { combine, leafColumns, type Source } from '../stages/evaluate.js';
import { indicator } from '../stages/indicators/indicator.js';
import type { LeafRules, PlanNode } from '../stages/plan.js';
import { branchOf, type Branch, type BranchStore } from './branch.js';
import { DenseParent } from './dense-parent.js';
import { runExclusions, type RunExclusions } from './exclusions.js';
import { boundsUnder, disturbed, sourceOfRaw, withoutFormula } from './noisy-leaf.js';
import { drawWeights } from './random-weights.js';
import type { Variant, VariantNode, WeightSet } from './variant.js';

/** What one run takes of the uncertain inputs. */
export interface Draw {
  /** By input, from 0 to 1: which of its alternatives; not read of inputs that numbers are drawn for. */
  readonly uniforms: Float64Array;
  /** By input, a generator of its own that nothing was drawn from yet; `null` for choices. */
  readonly streams: readonly (RandomGenerator | null)[];
}

/** What a run has of the children of one parent. */
interface Siblings {
  /** The exclusions that decided which of them count. */
  readonly under: RunExclusions;
  readonly counted: readonly number[];
  readonly branches: Branch[];
  readonly weights: Float64Array;
  readonly dense: DenseParent;
}

/**
 * Runs a variant of the framework, draw by draw, over one data set. What a draw does not change is taken
 * from earlier runs: leaves by the choices of imputation, treatment and normalisation, parents by all
 * choices below them. Where weights or data are drawn, arithmetic means are worked out in dense loops (see
 * `DenseParent`); everything else goes through the stages as in `evaluate`, and is equal to it to the last
 * bit.
 */
export class RunEvaluation {
  private readonly shelves: readonly Map<number, Branch>[];
  private readonly positions: Int32Array;
  private readonly weights: Float64Array;
  private readonly raws = new Map<number, Column>();
  private readonly siblings = new Map<number, Siblings>();
  private readonly fixed: (Branch | undefined)[] = [];
  private readonly exclusionsBy = new Map<number, RunExclusions>();
  private exclusions: RunExclusions = { units: null, nodes: null };
  private candidate = -1;
  private draw: Draw | null = null;

  constructor(
    readonly variant: Variant,
    private readonly inputs: readonly UncertainInput[],
    private readonly source: Source,
    private readonly store: BranchStore,
  ) {
    this.shelves = variant.nodes.map(() => store.shelf());
    this.positions = new Int32Array(inputs.length);
    this.weights = Float64Array.from(variant.nodes, ({ at }) => at.weight);
  }

  /**
   * Takes up a draw and works out the root.
   *
   * @returns scores by unit, NaN = none; they hold until the next draw is taken up
   */
  scores(draw: Draw): Float64Array {
    const { counts, leaveOut, candidates } = this.variant;
    this.draw = draw;
    for (let input = 0; input < counts.length; input += 1) {
      this.positions[input] = Math.floor((draw.uniforms[input] as number) * (counts[input] as number));
    }
    this.candidate = leaveOut < 0 ? -1 : (candidates[this.positions[leaveOut] as number] ?? -1);
    this.exclusions = this.exclusionsOf(this.candidate);
    for (const set of this.variant.weightSets) this.drawSet(set, draw);
    return this.values(0);
  }

  /** Values of a node in the draw that was taken up last. */
  values(index: number): Float64Array {
    return this.branch(index).column.values;
  }

  private exclusionsOf(candidate: number): RunExclusions {
    const known = this.exclusionsBy.get(candidate);
    if (known !== undefined) return known;
    const made = runExclusions(this.variant.plan, this.source, candidate);
    this.exclusionsBy.set(candidate, made);
    return made;
  }

  private branch(index: number): Branch {
    const node = this.variant.nodes[index] as VariantNode;
    if (!node.reusable) return this.workOut(node);
    if (node.choices.length === 0) return (this.fixed[index] ??= this.workOut(node));
    const shelf = this.shelves[index] as Map<number, Branch>;
    const key = this.keyOf(node);
    const known = shelf.get(key);
    if (known !== undefined) return known;
    const made = this.workOut(node);
    this.store.put(shelf, key, made);
    return made;
  }

  /** The choices below a node as one number; a node that is left out elsewhere is none of its business. */
  private keyOf({ at, choices }: VariantNode): number {
    const { counts, leaveOut, ends, plan } = this.variant;
    let key = 0;
    for (let c = 0; c < choices.length; c += 1) {
      const input = choices[c] as number;
      const count = counts[input] as number;
      let position = this.positions[input] as number;
      if (input === leaveOut) {
        const below = this.candidate > at.index && this.candidate < (ends[at.index] as number);
        const felt = below || (plan.framework.method.screen !== undefined && this.candidate >= 0);
        if (!felt) position = count;
      }
      key = key * (count + 1) + position;
    }
    return key;
  }

  private workOut(node: VariantNode): Branch {
    return node.at.leaf === null ? this.parent(node) : this.leaf(node);
  }

  private leaf({ at, by }: VariantNode): Branch {
    const own = at.leaf as LeafRules;
    const leaf: LeafRules = {
      ...own,
      impute: this.chosen(by.imputation, own.impute),
      treat: this.chosen(by.treatment, own.treat),
      normalise: this.chosen(by.normalisation, own.normalise),
    };
    const under = { ...at, leaf };
    const { units } = this.exclusions;
    if (by.data < 0) return leafBranch(under, this.source, units);
    const { noise } = this.inputs[by.data] as UncertainData;
    // By the code of the indicator: its noise is the same whichever others there are.
    const random = (this.draw?.streams[by.data] as RandomGenerator).fork(at.node.code);
    const raw = disturbed(this.rawOf(at.index), noise, boundsUnder(at.node, leaf), random);
    const source = sourceOfRaw(this.source, at.node, raw);
    return leafBranch(withoutFormula(under), source, units);
  }

  private rawOf(index: number): Column {
    const known = this.raws.get(index);
    if (known !== undefined) return known;
    const { at } = this.variant.nodes[index] as VariantNode;
    const raw = indicator(at.node, this.source.elements);
    this.raws.set(index, raw);
    return raw;
  }

  private parent({ at, by, drawn }: VariantNode): Branch {
    const own = at.parentRules as AggregationRule;
    const parentRules: AggregationRule =
      by.aggregation < 0 && by.missing < 0
        ? own
        : {
            ...own,
            aggregation: this.chosen(by.aggregation, own.aggregation),
            missing: this.chosen(by.missing, own.missing),
          };
    const siblings = this.siblingsOf(at);
    const { counted, branches, weights } = siblings;
    for (let i = 0; i < counted.length; i += 1) {
      branches[i] = this.branch(counted[i] as number);
      weights[i] = this.weights[counted[i] as number] as number;
    }
    const dense = drawn && parentRules.aggregation.method === 'arithmetic' ? siblings.dense : null;
    const sum = dense?.add(branches, weights, parentRules.missing) ?? null;
    if (sum !== null) return sum;
    const children = branches.map(({ column, coverage }, i): Child => {
      return { column, coverage, weight: weights[i] as number };
    });
    const { roster } = this.source;
    const branch = branchOf(combine({ ...at, parentRules }, children, roster, this.exclusions.units));
    dense?.learn(children, parentRules, branch);
    return branch;
  }

  /** The children that count in this run, with room for what a run has of each. */
  private siblingsOf({ index, children }: PlanNode): Siblings {
    const known = this.siblings.get(index);
    if (known?.under === this.exclusions) return known;
    const counted = children.filter((child) => {
      const { at } = this.variant.nodes[child] as VariantNode;
      return at.scored && this.exclusions.nodes?.[child] !== 1;
    });
    const made: Siblings = {
      under: this.exclusions,
      counted,
      branches: [],
      weights: new Float64Array(counted.length),
      dense: new DenseParent(this.source.roster.units.length),
    };
    this.siblings.set(index, made);
    return made;
  }

  private drawSet({ input, children, nominal, drawn }: WeightSet, draw: Draw): void {
    const { distribution } = this.inputs[input] as UncertainWeights;
    drawWeights(nominal, distribution, draw.streams[input] as RandomGenerator, drawn);
    for (let i = 0; i < children.length; i += 1) this.weights[children[i] as number] = drawn[i] as number;
  }

  private chosen<Rule>(input: number, own: Rule): Rule {
    if (input < 0) return own;
    const { alternatives } = this.inputs[input] as unknown as { readonly alternatives: readonly Rule[] };
    return alternatives[this.positions[input] as number] as Rule;
  }
}

function leafBranch(at: PlanNode, source: Source, leftOut: Uint8Array | null): Branch {
  return branchOf({ column: leafColumns(at, source, leftOut).normalised, coverage: null });
}
