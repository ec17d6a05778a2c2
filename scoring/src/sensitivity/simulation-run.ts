import type { Dataset, Unit } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';
import type { Problem } from '../model/outcome.js';
import type { RankRule } from '../model/ranking.js';
import type { ResolvedSpecification, SimulatedUnit, Simulation } from '../model/simulation.js';
import { sortedValues } from '../numeric/order.js';
import { RANDOM_GENERATOR_NAME, randomGenerator } from '../numeric/random.js';
import { evaluate, sourceOf, type NodeColumns, type Source } from '../stages/evaluate.js';
import { planOf, type Plan, type PlanNode } from '../stages/plan.js';
import { codeOrder, rankScores } from '../stages/rank.js';
import { ENGINE_VERSION } from '../version.js';
import { BranchStore } from './branch.js';
import { chosenFramework, isOfFramework } from './choices.js';
import { Design, runCount, type RunKind } from './design.js';
import { drawRecord, ranksOfUnit, recordDraw, scoresOfUnit, type DrawRecord } from './draw-record.js';
import { indistinguishable, neighboursOf } from './neighbours.js';
import { RunEvaluation, type Draw } from './run-evaluation.js';
import { frequenciesOf, spreadOf } from './spread.js';
import { TargetOutputs } from './target-outputs.js';
import { variantOf } from './variant.js';

/** What columns that runs have in common may take up, in bytes. */
const MOST_BYTES_IN_COMMON = 128 * 1024 * 1024;

interface Standing {
  readonly scores: Float64Array;
  readonly ranks: Float64Array;
}

/** One simulation on its way: takes a run at a time and keeps what the result is made of. */
export class SimulationRun {
  /** Whether anybody has a score by the method as it is. */
  readonly nominalScored: boolean;
  private readonly units: readonly Unit[];
  private readonly source: Source;
  private readonly codes: Float64Array;
  private readonly design: Design;
  private readonly store = new BranchStore(MOST_BYTES_IN_COMMON);
  private readonly evaluations = new Map<string, RunEvaluation>();
  private readonly nominal: Standing;
  private readonly record: DrawRecord;
  private readonly outputs: TargetOutputs | null;

  constructor(
    private readonly framework: Framework,
    dataset: Dataset,
    private readonly specification: ResolvedSpecification,
  ) {
    const { draws, seed, inputs, sensitivity } = specification;
    this.units = dataset.units;
    this.source = sourceOf(dataset);
    this.codes = codeOrder(dataset.units.map(({ code }) => code));
    this.design = new Design(seed, inputs);
    this.nominal = this.nominalStanding();
    this.nominalScored = this.nominal.scores.some((score) => !Number.isNaN(score));
    this.record = drawRecord(dataset.units.length, sensitivity === null ? draws : 2 * draws);
    this.outputs =
      sensitivity === null
        ? null
        : new TargetOutputs(sensitivity, dataset.units, this.nominal.ranks, draws, inputs.length);
  }

  /** @returns what is wrong where nobody has a score in it */
  run(row: number, kind: RunKind): Problem | null {
    const draw = this.design.draw(row, kind);
    const evaluation = this.evaluationOf(draw);
    const scores = evaluation.scores(draw);
    if (scores.every((score) => Number.isNaN(score))) return this.nobody(row, kind, draw, evaluation);
    const { plan } = evaluation.variant;
    const ranks = this.ranksBy(plan, scores, (index) => evaluation.values(index));
    if (kind === 'A') recordDraw(this.record, row, scores, ranks);
    if (kind === 'B') recordDraw(this.record, this.specification.draws + row, scores, ranks);
    this.outputs?.take(row, kind, scores, ranks);
    return null;
  }

  result(): Simulation {
    const { specification, record, units } = this;
    const { inputs, draws, sensitivity, confidence, seed, interval } = specification;
    const neighbours = neighboursOf(units, this.nominal.ranks, record);
    const random = randomGenerator(seed).fork('resamples');
    return {
      engineVersion: ENGINE_VERSION,
      recipe: this.framework,
      specification,
      generator: RANDOM_GENERATOR_NAME,
      draws: record.draws,
      runs: runCount(draws, inputs.length, sensitivity !== null),
      units: units.map((unit, index) => this.unitResult(unit, index)),
      neighbours,
      indistinguishable: indistinguishable(neighbours, confidence),
      sensitivity: this.outputs?.result(inputs, interval, random) ?? null,
    };
  }

  private nominalStanding(): Standing {
    const plan = planOf(this.framework);
    const { nodes } = evaluate(plan, this.source, usesNodes(plan.framework.method.rank) ? 'all' : 'root');
    const valuesOf = (index: number): Float64Array => (nodes.get(index) as NodeColumns).column.values;
    return { scores: valuesOf(0), ranks: this.ranksBy(plan, valuesOf(0), valuesOf) };
  }

  private ranksBy(
    { framework, nodes }: Plan,
    scores: Float64Array,
    valuesOf: (index: number) => Float64Array,
  ): Float64Array {
    const { rank } = framework.method;
    const breakers = (rank.tieBreaks ?? []).map((tieBreak) => {
      if (tieBreak.by === 'code') return this.codes;
      return valuesOf((nodes.find(({ node }) => node.code === tieBreak.node) as PlanNode).index);
    });
    return rankScores(scores, this.source.roster.groups, rank, breakers);
  }

  /** The framework that a draw chooses, laid out when first chosen. */
  private evaluationOf({ uniforms }: Draw): RunEvaluation {
    const { inputs } = this.specification;
    const positions = inputs.map((input, at) => {
      if (!isOfFramework(input) || !('alternatives' in input)) return 0;
      return Math.floor((uniforms[at] as number) * input.alternatives.length);
    });
    const key = positions.join(' ');
    const known = this.evaluations.get(key);
    if (known !== undefined) return known;
    const variant = variantOf(chosenFramework(this.framework, inputs, positions), inputs);
    const made = new RunEvaluation(variant, inputs, this.source, this.store);
    this.evaluations.set(key, made);
    return made;
  }

  private nobody(row: number, kind: RunKind, { uniforms }: Draw, { variant }: RunEvaluation): Problem {
    const { inputs } = this.specification;
    const choice = inputs
      .map(({ name }, at) => ({ name, position: (uniforms[at] as number) * (variant.counts[at] as number) }))
      .filter((_, at) => (variant.counts[at] as number) > 0)
      .map(({ name, position }) => `${name}=${Math.floor(position)}`);
    const matrix =
      typeof kind === 'string' ? kind : `A with ${(inputs[kind.exchanged] as { name: string }).name} of B`;
    return {
      code: 'SIMULATION_DRAW_WITHOUT_SCORES',
      path: 'specification.inputs',
      params: { draw: row, matrix, choice: choice.join(' ') },
    };
  }

  private unitResult({ code, group }: Unit, index: number): SimulatedUnit {
    const { interval } = this.specification;
    const { draws } = this.record;
    const scores = sortedValues(scoresOfUnit(this.record, index));
    const ranks = sortedValues(ranksOfUnit(this.record, index));
    return {
      unit: code,
      group,
      nominal: {
        score: numberOrNull(this.nominal.scores[index] as number),
        rank: numberOrNull(this.nominal.ranks[index] as number),
      },
      score: spreadOf(scores, interval),
      rank: spreadOf(ranks, interval),
      ranks: frequenciesOf(ranks),
      withoutScore: (draws - scores.length) / draws,
    };
  }
}

function usesNodes({ tieBreaks }: RankRule): boolean {
  return (tieBreaks ?? []).some(({ by }) => by === 'node');
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
