import { STATE } from '../../model/column.js';
import type { Dataset } from '../../model/dataset.js';
import type { Gain, Gains, GainsOptions, GainStep, Reach, StepNotTaken } from '../../model/explanation.js';
import type { Framework } from '../../model/framework.js';
import { failure, success, type Outcome } from '../../model/outcome.js';
import type { LeafColumns } from '../evaluate.js';
import type { Plan, PlanNode } from '../plan.js';
import { validate } from '../validate/validate.js';
import { unknownUnit } from './explain.js';
import { aimOf, type Situation } from './gain-steps.js';
import { gainOptionProblems, unknownElements } from './gains-problems.js';
import { leversOf } from './levers.js';
import { peersOf } from './peers.js';
import { reachOf } from './reach.js';
import { Rescoring, type Rescored } from './rescoring.js';

const EVERY_STEP: readonly GainStep[] = [
  { kind: 'next_level' },
  { kind: 'target' },
  { kind: 'group_median' },
  { kind: 'group_best' },
  { kind: 'maximum' },
];

/** Stands after every price. */
const UNPRICED = Number.MAX_VALUE;

/**
 * What a unit would gain by steps in its data, the greatest first: each step is made in a raw data
 * element and the whole is scored again, everybody's normalisation and ranks included. Nothing is taken
 * from a formula that the score might disagree with.
 *
 * A step of an element that several indicators use is chosen for one of them and rescored in all. Steps
 * that cannot be made are listed with the reason. With `reach`, also the least change of each element
 * that brings the unit to a score or a rank.
 *
 * Cost: for each step the indicators that use the element, and what lies above them, for all units; with
 * screening, a whole evaluation.
 *
 * @returns the steps, or all problems of the input at once
 */
export function gains(
  framework: Framework,
  dataset: Dataset,
  unit: string,
  options: GainsOptions = {},
): Outcome<Gains> {
  const problems = [...validate(framework, dataset), ...gainOptionProblems(options)];
  if (problems.length > 0) return failure(problems);
  const row = dataset.units.findIndex(({ code }) => code === unit);
  if (row < 0) return failure([unknownUnit(unit)]);
  const rescoring = new Rescoring(framework, dataset, row);
  const situations = situationsOf(rescoring, options);
  const unknown = unknownElements(options, new Set(situations.map(({ lever }) => lever.element)));
  if (unknown.length > 0) return failure(unknown);
  const asked = situations.filter(({ lever }) => options.elements?.includes(lever.element) ?? true);
  const { taken, notTaken } = stepsOf(asked, rescoring, options);
  const reach = reachesOf(asked, rescoring, options);
  return success({ unit, ...rescoring.now(), gains: inOrder(taken), notTaken, reach });
}

function situationsOf(rescoring: Rescoring, { grain }: GainsOptions): readonly Situation[] {
  const { plan, source, evaluation, unit } = rescoring;
  const peers = peersOf(source.roster, unit);
  return plan.leaves
    .map((index) => plan.nodes[index] as PlanNode)
    .filter((at) => carriesWeight(plan, at) && evaluation.exclusions.nodes?.[at.index] !== 1)
    .flatMap((at) => {
      const { raw } = evaluation.leaves.get(at.index) as LeafColumns;
      return leversOf(at, source.elements, unit).map((lever): Situation => {
        const { values, states } = source.elements.element(lever.element);
        const from = states[unit] === STATE.scored ? (values[unit] as number) : null;
        const isWhole = at.node.formula?.kind === 'age' || lever.kind === 'answer';
        return {
          at,
          lever,
          from,
          isApplicable: states[unit] !== STATE.not_applicable,
          raw,
          unit,
          peers,
          unitIndex: source.roster.indexOf,
          grain: grain?.[lever.element] ?? (isWhole ? 1 : null),
        };
      });
    });
}

function carriesWeight(plan: Plan, at: PlanNode): boolean {
  if (at.parent < 0) return true;
  return at.asked > 0 && carriesWeight(plan, plan.nodes[at.parent] as PlanNode);
}

function stepsOf(
  situations: readonly Situation[],
  rescoring: Rescoring,
  { steps = EVERY_STEP, costs }: GainsOptions,
): { readonly taken: readonly Gain[]; readonly notTaken: readonly StepNotTaken[] } {
  const taken: Gain[] = [];
  const notTaken: StepNotTaken[] = [];
  const made = new Set<string>();
  const before = rescoring.now();
  for (const situation of situations) {
    for (const step of steps) {
      const { at, lever, from } = situation;
      const about = { element: lever.element, node: at.node.code, step };
      const aim = aimOf(step, situation);
      if (typeof aim === 'string') {
        notTaken.push({ ...about, reason: aim });
        continue;
      }
      // The same step for another indicator of the same element is the same step.
      const key = JSON.stringify([lever.element, step, aim.to]);
      if (made.has(key)) continue;
      made.add(key);
      const after = rescoring.after(lever.element, aim.to);
      if (after === 'not_allowed' || after.score === null) {
        notTaken.push({ ...about, reason: after === 'not_allowed' ? 'NOT_ALLOWED' : 'NO_SCORE_AFTER' });
        continue;
      }
      const cost = costs?.[lever.element] ?? null;
      const change = from === null ? null : finite(aim.to - from);
      const maximum = (rescoring.plan.nodes[0] as PlanNode).node.points ?? null;
      const own = gained(before, { score: after.score, rank: after.rank }, maximum, change, cost);
      taken.push({ ...about, from, ...aim, ...own });
    }
  }
  return { taken, notTaken };
}

type Gained = Pick<
  Gain,
  'change' | 'score' | 'rank' | 'gain' | 'points' | 'rankChange' | 'cost' | 'gainPerCost'
>;

function gained(
  before: Rescored,
  { score, rank }: Rescored & { readonly score: number },
  maximum: number | null,
  change: number | null,
  price: number | null,
): Gained {
  const gain = before.score === null ? null : finite(score - before.score);
  const cost = change === null || price === null ? null : finite(Math.abs(change) * price);
  return {
    change,
    score,
    rank,
    gain,
    points: gain === null || maximum === null ? null : finite(gain * maximum),
    rankChange: before.rank === null || rank === null ? null : rank - before.rank,
    cost,
    gainPerCost: gain === null || cost === null ? null : finite(gain / cost),
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value + 0 : null;
}

/** By what each unit of cost brings where costs are given, and those without a cost after; else by gain. */
function inOrder(taken: readonly Gain[]): readonly Gain[] {
  const byGain = (a: Gain, b: Gain): number => (b.gain ?? b.score) - (a.gain ?? a.score);
  const priced = taken.filter(({ gainPerCost }) => gainPerCost !== null);
  const unpriced = taken.filter(({ gainPerCost }) => gainPerCost === null);
  const byPrice = (a: Gain, b: Gain): number =>
    (b.gainPerCost as number) - (a.gainPerCost as number) || byGain(a, b);
  return [...priced.sort(byPrice), ...unpriced.sort(byGain)];
}

function reachesOf(
  situations: readonly Situation[],
  rescoring: Rescoring,
  { reach, costs }: GainsOptions,
): readonly Reach[] {
  if (reach === undefined) return [];
  const found = situations.map((situation) => {
    const own = reachOf(situation, rescoring, reach);
    const price = costs?.[own.element];
    const cost = own.change === null || price === undefined ? null : finite(Math.abs(own.change) * price);
    return { ...own, cost };
  });
  const reached = found.filter(({ outcome }) => outcome === 'reached');
  const others = found.filter(({ outcome }) => outcome !== 'reached');
  return [...reached.sort((a, b) => (a.cost ?? UNPRICED) - (b.cost ?? UNPRICED)), ...others];
}
