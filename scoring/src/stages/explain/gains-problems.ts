import type { GainsOptions } from '../../model/explanation.js';
import type { Problem } from '../../model/outcome.js';
import { optionsProblems } from '../validate/options-problems.js';
import { isCode, isFiniteNumber, isRecord, shown, type Unknowns } from '../validate/shape.js';

const STEPS = ['change_by', 'next_level', 'target', 'group_median', 'group_best', 'maximum'];

/** What is wrong with the options of `gains`, which may be anything. */
export function gainOptionProblems(options: GainsOptions): readonly Problem[] {
  const problems = optionsProblems(options, ['steps', 'elements', 'grain', 'costs', 'reach']);
  if (problems.length > 0) return problems;
  const { steps, elements, grain, costs, reach } = options as Unknowns;
  return [
    ...stepsProblems(steps),
    ...(elements === undefined || (Array.isArray(elements) && elements.every(isCode))
      ? []
      : [{ code: 'GAIN_ELEMENTS_INVALID', path: 'options.elements', params: { found: shown(elements) } }]),
    ...amountsProblems(grain, 'options.grain', 'GAIN_GRAIN_INVALID'),
    ...amountsProblems(costs, 'options.costs', 'GAIN_COST_INVALID'),
    ...reachProblems(reach),
  ];
}

/** Elements by which nothing can be raised. */
export function unknownElements(
  { elements = [] }: GainsOptions,
  levers: ReadonlySet<string>,
): readonly Problem[] {
  return elements.flatMap((element, index) =>
    levers.has(element)
      ? []
      : [{ code: 'GAIN_ELEMENT_UNKNOWN', path: `options.elements[${index}]`, params: { element } }],
  );
}

function stepsProblems(steps: unknown): readonly Problem[] {
  if (steps === undefined) return [];
  const path = 'options.steps';
  if (!Array.isArray(steps)) return [{ code: 'GAIN_STEPS_INVALID', path, params: { found: shown(steps) } }];
  return steps.flatMap((step: unknown, index): readonly Problem[] => {
    const { kind, amount }: Unknowns = isRecord(step) ? step : {};
    const own = `${path}[${index}]`;
    if (!STEPS.includes(kind as string)) {
      const params = { found: shown(kind), known: STEPS.join(' ') };
      return [{ code: 'GAIN_STEP_UNKNOWN', path: `${own}.kind`, params }];
    }
    if (kind !== 'change_by' || isAbove(amount)) return [];
    return [{ code: 'GAIN_AMOUNT_INVALID', path: `${own}.amount`, params: { amount: shown(amount) } }];
  });
}

function isAbove(value: unknown): boolean {
  return isFiniteNumber(value) && value > 0;
}

function amountsProblems(amounts: unknown, path: string, code: string): readonly Problem[] {
  if (amounts === undefined) return [];
  if (!isRecord(amounts)) return [{ code, path, params: { element: null, found: shown(amounts) } }];
  return Object.entries(amounts)
    .filter(([, amount]) => !isAbove(amount))
    .map(([element, amount]) => ({
      code,
      path: `${path}.${element}`,
      params: { element, found: shown(amount) },
    }));
}

function reachProblems(reach: unknown): readonly Problem[] {
  if (reach === undefined) return [];
  const { score, rank }: Unknowns = isRecord(reach) ? reach : {};
  const isScore = isFiniteNumber(score) && rank === undefined;
  const isRank = isFiniteNumber(rank) && rank >= 1 && score === undefined;
  if (isScore || isRank) return [];
  return [
    { code: 'GAIN_REACH_INVALID', path: 'options.reach', params: { score: shown(score), rank: shown(rank) } },
  ];
}
