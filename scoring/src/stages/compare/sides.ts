import type { ChangeFactor, CompareOptions, ComparisonSide } from '../../model/comparison.js';
import type { Dataset, Unit } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import type { SuccessionRule } from '../../model/succession.js';
import { elementSource, type ElementSource } from '../indicators/element-source.js';
import { elementsAsked, keepElements } from '../perturb/asked-data.js';
import { planOf, type Plan, type PlanNode } from '../plan.js';
import { cutOf, type Cut } from '../succession/cut.js';
import { lineageOf, type Lineage, type Origin } from '../succession/lineage.js';
import type { MeanWeights } from '../succession/merged-values.js';
import { notSummable, summed } from '../succession/sum-elements.js';
import { weightOfUnits } from '../succession/unit-weights.js';
import { validate } from '../validate/validate.js';
import { remembered } from './mixed-source.js';

/** In the order in which parts are listed; the place of a factor is its bit in a mix. */
export const FACTORS: readonly ChangeFactor[] = ['own_data', 'others_data', 'method', 'roster', 'correction'];

/** Numbers of the data sets; `CORRECTED` is that of `BEFORE` where nothing was corrected. */
export const BEFORE = 0;
export const CORRECTED = 1;
export const AFTER = 2;

/** One of the two methods. */
export interface MethodSide {
  readonly plan: Plan;
  /** Ties are broken by nodes, so that all of them have to be kept. */
  readonly byNodes: boolean;
  /** Where merged units are averaged; `null` where the method has no such nodes. */
  readonly cut: Cut | null;
}

/** One of the data sets. */
export interface DataSide {
  readonly units: readonly Unit[];
  readonly source: ElementSource;
  readonly rows: ReadonlyMap<string, number>;
  /** Rows of its own; of the data after, nothing has ended. */
  readonly lineage: Lineage;
  readonly weights: MeanWeights | null;
  /** Merged units with the sums of their predecessors, by method; `null` unless the rule sums. */
  readonly sums: readonly [SummedSide, SummedSide] | null;
}

export interface SummedSide {
  readonly source: ElementSource;
  readonly rows: ReadonlyMap<string, number>;
  /** Units whose sums the method refuses. */
  readonly refused: Refused;
}

/** Units of which a method refuses the data of one side, or all of them. */
export type Refused = ReadonlySet<string> | 'all';

/** Both sides of a comparison, ready for mixes. */
export interface Sides {
  readonly methods: readonly [MethodSide, MethodSide];
  readonly data: readonly [DataSide, DataSide, DataSide];
  /** By method (0 before, 1 after), then by data set. */
  readonly refused: readonly [readonly Refused[], readonly Refused[]];
  /** Factors between which there can be a difference, as bits. */
  readonly inPlay: number;
}

/**
 * Lays out two sides that were validated each for itself, and asks each method what it says of the data
 * of the other.
 *
 * @returns the sides, or what stands in the way of restating merged units at all
 */
export function sidesOf(
  before: ComparisonSide,
  after: ComparisonSide,
  { corrected, succession }: Pick<CompareOptions, 'corrected' | 'succession'>,
): { readonly sides: Sides; readonly problems: readonly Problem[] } {
  const rule = succession?.rule ?? null;
  const links = succession?.links ?? [];
  const plans: readonly [Plan, Plan] = [planOf(before.framework), planOf(after.framework)];
  const datasets: readonly [Dataset, Dataset, Dataset] = [
    before.dataset,
    corrected ?? before.dataset,
    after.dataset,
  ];
  const problems: Problem[] = [];
  const earlierSide = (dataset: Dataset): DataSide => {
    const lineage = lineageOf(links, dataset.units);
    if (lineage.problems.length > 0 || rule === null) {
      problems.push(...lineage.problems);
      return { ...plainSide(dataset), lineage };
    }
    const made = mergedSide(dataset, lineage, after.dataset.units, plans, rule);
    problems.push(...made.problems);
    return made.side;
  };
  const first = earlierSide(datasets[BEFORE]);
  const second = corrected === undefined ? first : earlierSide(corrected);
  const methods = plans.map((plan) => methodSide(plan, rule)) as unknown as Sides['methods'];
  if (first.weights !== null) problems.push(...(methods[0].cut?.problems ?? []));
  const sides: Sides = {
    methods,
    data: [first, second, plainSide(datasets[AFTER])],
    refused: [
      datasets.map((dataset) => unitsOf(refusalsOf(before.framework, dataset))),
      datasets.map((dataset) => unitsOf(refusalsOf(after.framework, dataset))),
    ],
    inPlay: factorsInPlay(before, after, corrected !== undefined),
  };
  return { sides, problems };
}

function plainSide(dataset: Dataset): DataSide {
  const { units } = dataset;
  return {
    units,
    source: remembered(elementSource(dataset)),
    rows: rowsOf(units),
    lineage: lineageOf([], units),
    weights: null,
    sums: null,
  };
}

function rowsOf(units: readonly Unit[]): ReadonlyMap<string, number> {
  return new Map(units.map(({ code }, row) => [code, row] as const));
}

function mergedSide(
  dataset: Dataset,
  lineage: Lineage,
  roster: readonly Unit[],
  plans: readonly [Plan, Plan],
  rule: SuccessionRule,
): { readonly side: DataSide; readonly problems: readonly Problem[] } {
  const side = { ...plainSide(dataset), lineage };
  const merged = roster.filter(({ code }) => lineage.originOf(code).kind === 'merged');
  const origins = merged.map(({ code }) => lineage.originOf(code));
  if (merged.length === 0) return { side, problems: [] };
  if (rule.method !== 'sum_of_elements') {
    const { weights, problems } = weightOfUnits(rule, dataset, origins);
    return { side: { ...side, weights: byUnit(weights, side.rows) }, problems };
  }
  const problems: Problem[] = [...notSummable(leavesOf(plans[0]), rule)];
  const [first, second] = plans.map((plan) => {
    const made = summed(dataset, merged, origins, leavesOf(plan), rule);
    const refusals = refusalsOf(plan.framework, made.dataset);
    const source = remembered(elementSource(made.dataset));
    const sums: SummedSide = { source, rows: rowsOf(merged), refused: unitsOf(refusals) };
    return { sums, problems: [...made.problems, ...refusals] };
  }) as unknown as [SummedOnce, SummedOnce];
  // What the later method says of the sums only closes mixes.
  problems.push(...first.problems);
  return { side: { ...side, sums: [first.sums, second.sums] }, problems };
}

interface SummedOnce {
  readonly sums: SummedSide;
  readonly problems: readonly Problem[];
}

/** In a mix the rows are others; a unit weighs what it weighs. */
function byUnit({ withoutValue, weightOf }: MeanWeights, rows: ReadonlyMap<string, number>): MeanWeights {
  if (weightOf === null) return { withoutValue, weightOf };
  return { withoutValue, weightOf: (unit) => weightOf(unit, rows.get(unit) ?? -1) };
}

function leavesOf(plan: Plan) {
  return plan.leaves.map((index) => (plan.nodes[index] as PlanNode).node);
}

function methodSide(plan: Plan, rule: SuccessionRule | null): MethodSide {
  const byNodes = (plan.framework.method.rank.tieBreaks ?? []).some(({ by }) => by === 'node');
  const cut = rule === null || rule.method === 'sum_of_elements' ? null : cutOf(plan, rule.nodes);
  return { plan, byNodes, cut };
}

/** What a method says of data as far as it asks for them. */
function refusalsOf(framework: Framework, dataset: Dataset): readonly Problem[] {
  const asked = elementsAsked(framework);
  // Whether a unit of reference is there depends on the roster of the mix, and is seen there.
  return validate(
    framework,
    keepElements(dataset, (element) => asked.has(element)),
  ).filter(({ code }) => code !== 'REFERENCE_UNIT_UNKNOWN');
}

function unitsOf(refusals: readonly Problem[]): Refused {
  const units = refusals.map(({ params }) => params['unit']);
  return units.every((unit) => typeof unit === 'string') ? new Set(units) : 'all';
}

function factorsInPlay(before: ComparisonSide, after: ComparisonSide, isCorrected: boolean): number {
  const differ: readonly boolean[] = [
    true,
    true,
    !isSame(before.framework, after.framework),
    !isSame(before.dataset.units, after.dataset.units),
    isCorrected,
  ];
  return differ.reduce((mask, differs, bit) => (differs ? mask | (1 << bit) : mask), 0);
}

/** Whether two inputs are written the same; what is written differently and means the same costs only time. */
function isSame(before: unknown, after: unknown): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}

/** The origin of a unit in the data of a side; a unit that is there in its own right has its own row. */
export function ownOrigin(side: DataSide, code: string): Origin | null {
  const row = side.rows.get(code);
  return row === undefined ? null : { kind: 'unit', unit: code, row };
}
