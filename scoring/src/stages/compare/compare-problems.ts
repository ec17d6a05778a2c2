import type { ChangeFactor, CompareOptions, ComparisonSide, SplitMethod } from '../../model/comparison.js';
import type { Unit } from '../../model/dataset.js';
import type { Problem } from '../../model/outcome.js';
import { linksProblems } from '../succession/links-problems.js';
import { successionRuleProblems } from '../succession/rule-problems.js';
import { optionsProblems } from '../validate/options-problems.js';
import { isRecord, shown } from '../validate/shape.js';
import { FACTORS } from './sides.js';

/** What is wrong with the options of a comparison, which may be anything, apart from the data. */
export function optionProblems(options: CompareOptions): readonly Problem[] {
  const problems = optionsProblems(options, ['corrected', 'succession', 'units', 'split']);
  if (problems.length > 0) return problems;
  const { succession, units, split }: CompareOptions = options;
  return [
    ...successionProblems(succession),
    ...(units === undefined || Array.isArray(units)
      ? []
      : [{ code: 'UNITS_INVALID', path: 'options.units', params: { found: shown(units) } }]),
    ...splitProblems(split),
  ];
}

function successionProblems(succession: unknown): readonly Problem[] {
  if (succession === undefined) return [];
  const path = 'options.succession';
  if (!isRecord(succession))
    return [{ code: 'SUCCESSION_INVALID', path, params: { found: shown(succession) } }];
  const { links, rule } = succession as { readonly links: never; readonly rule: never };
  return [...linksProblems(links, `${path}.links`), ...successionRuleProblems(rule, `${path}.rule`)];
}

function splitProblems(split: SplitMethod | undefined): readonly Problem[] {
  const found: unknown = split;
  if (found === undefined) return [];
  const method = isRecord(found) ? found['method'] : found;
  if (method === 'shapley') return [];
  if (!isRecord(found) || method !== 'sequence') {
    const params = { found: shown(method), known: 'shapley sequence' };
    return [{ code: 'SPLIT_METHOD_UNKNOWN', path: 'options.split.method', params }];
  }
  const { order } = found;
  const isOrder =
    Array.isArray(order) &&
    order.length === FACTORS.length &&
    FACTORS.every((factor: ChangeFactor) => order.includes(factor));
  if (isOrder) return [];
  return [
    { code: 'SPLIT_ORDER_INVALID', path: 'options.split.order', params: { needed: FACTORS.join(' ') } },
  ];
}

/** Whether there are two sides at all. */
export function sideProblems(before: unknown, after: unknown): readonly Problem[] {
  const sides = [
    ['before', before],
    ['after', after],
  ] as const;
  return sides.flatMap(([path, side]) =>
    isRecord(side) ? [] : [{ code: 'COMPARISON_SIDE_INVALID', path, params: { found: shown(side) } }],
  );
}

/** What does not fit together: units asked for, units corrected, units that ended and are still there. */
export function fitProblems(
  before: ComparisonSide,
  after: ComparisonSide,
  { corrected, units }: Pick<CompareOptions, 'corrected' | 'units'>,
  ended: ReadonlySet<string>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const codes = (of: readonly Unit[]): ReadonlySet<string> => new Set(of.map(({ code }) => code));
  const [then, now] = [codes(before.dataset.units), codes(after.dataset.units)];
  (units ?? []).forEach((unit: unknown, index) => {
    if (then.has(unit as string) || now.has(unit as string)) return;
    problems.push({
      code: 'COMPARED_UNIT_UNKNOWN',
      path: `options.units[${index}]`,
      params: { unit: shown(unit) },
    });
  });
  for (const unit of ended) {
    if (now.has(unit))
      problems.push({ code: 'PREDECESSOR_ON_ROSTER', path: 'after.dataset.units', params: { unit } });
  }
  if (corrected === undefined) return problems;
  const right = codes(corrected.units);
  const differing = [...new Set([...then, ...right])].filter((code) => !then.has(code) || !right.has(code));
  return [
    ...problems,
    ...differing.map((unit) => ({
      code: 'CORRECTED_UNITS_DIFFER',
      path: 'corrected.units',
      params: { unit },
    })),
  ];
}
