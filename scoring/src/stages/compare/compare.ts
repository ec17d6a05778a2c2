import type {
  CompareOptions,
  ComparedStanding,
  Comparison,
  ComparisonSide,
  SplitMethod,
  UnitComparison,
} from '../../model/comparison.js';
import type { Dataset } from '../../model/dataset.js';
import { failure, success, type Outcome, type Problem } from '../../model/outcome.js';
import { leavesOf } from '../succession/lineage.js';
import { checkedBeside, weightsElement } from '../succession/unit-weights.js';
import { isRecord } from '../validate/shape.js';
import { validate } from '../validate/validate.js';
import { fitProblems, optionProblems, sideProblems } from './compare-problems.js';
import { Mixes, type InMix } from './mixes.js';
import { AFTER, BEFORE, sidesOf, type Sides } from './sides.js';
import { splitsOf } from './splits.js';

const SHAPLEY: SplitMethod = { method: 'shapley' };

/**
 * Why scores and ranks changed between two assessments: own data, others' data, method, roster and
 * correction, each with its part. Every mix of the two sides is scored anew; by default a part is what
 * its factor changes on average over all orders in which the factors can come (Shapley), or what it
 * changes in an order that is stated. Parts of a score add up to its change but for the last digits of
 * binary arithmetic, which `remainder` shows; parts of a rank are fractions and add up exactly.
 *
 * Where mixes have no result (the later method asks for data that the earlier period lacks, say) the
 * factors that they would tell apart stand in one part, with the reason.
 *
 * Cost: up to 2⁵ evaluations for each unit asked for, half of them shared by all.
 *
 * @returns units asked for, or all problems at once; paths begin with `before.`, `after.`, `corrected.`
 *   or `options.`
 */
export function compare(
  before: ComparisonSide,
  after: ComparisonSide,
  options: CompareOptions = {},
): Outcome<Comparison> {
  const unreadable = sideProblems(before, after);
  const ofOptions = optionProblems(options);
  if (unreadable.length > 0 || !isRecord(options)) return failure([...unreadable, ...ofOptions]);
  const { corrected, succession, units: wanted, split = SHAPLEY }: CompareOptions = options;
  const beside = succession === undefined || ofOptions.length > 0 ? null : weightsElement(succession.rule);
  const problems = [
    ...under('before', checkedBeside(before.framework, before.dataset, beside).problems),
    ...under('after', validate(after.framework, after.dataset)),
    ...correctedProblems(before, corrected, beside),
    ...ofOptions,
  ];
  if (problems.length > 0) return failure(problems);
  const { sides, problems: ofSides } = sidesOf(before, after, options);
  const { ended } = sides.data[BEFORE].lineage;
  const all = [...fitProblems(before, after, options, ended), ...under('options.succession', ofSides)];
  if (all.length > 0) return failure(all);
  const mixes = new Mixes(sides);
  const asked = wanted === undefined ? null : new Set(wanted);
  const codes = [
    ...sides.data[AFTER].units,
    ...sides.data[BEFORE].units.filter(({ code }) => !sides.data[AFTER].rows.has(code)),
  ].map(({ code }) => code);
  const units = codes
    .filter((code) => asked === null || asked.has(code))
    .map((code) => unitComparison(code, sides, mixes, options));
  return success({ split, units });
}

function under(side: string, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, path: `${side}.${problem.path}` }));
}

function correctedProblems(
  { framework }: ComparisonSide,
  corrected: Dataset | undefined,
  beside: string | null,
): readonly Problem[] {
  if (corrected === undefined) return [];
  // What is wrong with the framework is told of `before`.
  return checkedBeside(framework, corrected, beside)
    .problems.filter(({ path }) => path.startsWith('dataset'))
    .map((problem) => ({ ...problem, path: problem.path.replace('dataset', 'corrected') }));
}

function unitComparison(
  unit: string,
  sides: Sides,
  mixes: Mixes,
  { split = SHAPLEY, succession }: CompareOptions,
): UnitComparison {
  const origin = sides.data[BEFORE].lineage.originOf(unit);
  const links = succession?.links ?? [];
  const predecessors = origin.kind === 'merged' ? leavesOf(origin).map((leaf) => leaf.unit) : [];
  const nothing = { unit, predecessors, successors: [], score: null, rank: null } as const;
  if (!sides.data[AFTER].rows.has(unit)) {
    const successors = links
      .filter(({ predecessor }) => predecessor === unit)
      .map(({ successor }) => successor);
    const before = standingOf(mixes.of(unit, 0));
    return { ...nothing, basis: 'ended', successors, before, after: null, reasons: ['ENDED_UNIT'] };
  }
  if (origin.kind === 'absent') {
    const after = standingOf(mixes.of(unit, sides.inPlay));
    return { ...nothing, basis: 'new', before: null, after, reasons: ['NEW_UNIT'] };
  }
  const { before, after, score, rank, reasons } = splitsOf(mixes, unit, sides.inPlay, split);
  const basis = origin.kind === 'merged' ? 'restated' : 'same';
  return { ...nothing, basis, before: standingOf(before), after: standingOf(after), score, rank, reasons };
}

function standingOf({ state, score, rank }: InMix): ComparedStanding {
  return { state, score, rank };
}
