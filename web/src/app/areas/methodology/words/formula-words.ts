import type { Formula } from '../../../api-client/models/formula.js';
import type { FormulaElement } from '../../../api-client/models/formula-element.js';
import type { TextKey } from '../../../shared/language/text-key.js';
import type { Wording } from '../../../shared/language/wording.js';

/** A formula as a reader says it: "số yêu cầu được đáp ứng ÷ tổng số yêu cầu × 100%". */
export function formulaWords(formula: Formula, wording: Wording): string {
  const { t, formats } = wording;
  const of = (role: string): string => namesAt(formula, role, wording)[0] ?? '?';
  switch (formula.kind) {
    case 'value':
      return of('element');
    case 'ratio':
      return `${of('numerator')} ÷ ${of('denominator')}${times(formula, wording)}`;
    case 'sum':
      return namesAt(formula, 'elements', wording).join(' + ');
    case 'per_head': {
      const per = formats.number(numberAt(formula, 'per') ?? 1, 0);
      return `${of('element')} ÷ ${of('population')} × ${per}`;
    }
    case 'growth':
      return `${t('methodology.formula.growth', { element: of('element') })}${times(formula, wording)}`;
    case 'share_of_yes':
      return t('methodology.formula.share_of_yes', {
        elements: namesAt(formula, 'elements', wording).join('; '),
      });
    case 'age':
      return t('methodology.formula.age', { element: of('element'), day: dayAt(formula, wording) });
    case 'yes_no':
      return yesNoWords(formula, wording);
    case 'levels':
      return t('methodology.formula.levels', {
        element: of('element'),
        steps: stepWords(formula.parameters['steps'], wording),
      });
    case 'count_against_target': {
      const target = numberAt(formula, 'target');
      return `${of('element')} ÷ ${target === null ? of('target') : formats.number(target)}`;
    }
    default:
      return formula.kind;
  }
}

/** What the formula gives where it has no plain number: one sentence for each case that it provides for. */
export function formulaCases(formula: Formula, wording: Wording): readonly string[] {
  const { t } = wording;
  return CASES.flatMap(([key, text]) => {
    const policy: unknown = formula.parameters[key];
    return policy === undefined ? [] : t(text, { outcome: outcomeWords(policy, wording) });
  });
}

const CASES: readonly (readonly [string, TextKey])[] = [
  ['zeroDenominator', 'methodology.case.zeroDenominator'],
  ['nothingToCount', 'methodology.case.nothingToCount'],
  ['exceeding', 'methodology.case.exceeding'],
  ['zeroPopulation', 'methodology.case.zeroPopulation'],
  ['zeroBefore', 'methodology.case.zeroBefore'],
  ['zeroTarget', 'methodology.case.zeroTarget'],
  ['gap', 'methodology.case.gap'],
  ['future', 'methodology.case.future'],
];

const OUTCOMES = [
  'not_applicable',
  'missing',
  'undetermined',
  'keep',
  'cap',
  'zero',
  'no',
  'leave_out',
] as const;

function outcomeWords(policy: unknown, { t, formats }: Wording): string {
  if (typeof policy === 'object' && policy !== null && 'value' in policy) {
    return t('methodology.outcome.value', { value: formats.number(Number(policy.value)) });
  }
  const word = OUTCOMES.find((outcome) => outcome === policy);
  return word === undefined ? String(policy) : t(`methodology.outcome.${word}`);
}

interface Condition {
  readonly element: string;
  readonly is: string;
  readonly value: number;
}

const COMPARISONS: Readonly<Record<string, string>> = {
  equal: '=',
  not_equal: '≠',
  at_least: '≥',
  at_most: '≤',
  more_than: '>',
  less_than: '<',
};

function yesNoWords({ elements, parameters }: Formula, { t, formats, name }: Wording): string {
  const { conditions = [], holds } = parameters as { conditions?: readonly Condition[]; holds?: string };
  const said = conditions.map(({ element, is, value }) => {
    const found = elements.find(({ code }) => code === element);
    const label = found === undefined ? element : name(found);
    const answer = found?.valueType === 'yes_no' && is === 'equal';
    if (answer) return `${label}: ${t(value === 1 ? 'methodology.yes' : 'methodology.no')}`;
    return `${label} ${COMPARISONS[is] ?? is} ${formats.number(value)}`;
  });
  const key = holds === 'any' ? 'methodology.formula.any' : 'methodology.formula.all';
  return t(key, { conditions: said.join('; ') });
}

/** "từ 10: 1; từ 5: 0,5". */
export function stepWords(steps: unknown, { t, formats }: Wording): string {
  if (!Array.isArray(steps)) return '';
  return (steps as readonly { readonly from: number; readonly value: number }[])
    .map(({ from, value }) =>
      t('methodology.step', { from: formats.number(from), value: formats.number(value) }),
    )
    .join('; ');
}

function namesAt({ elements }: Formula, role: string, { name }: Wording): readonly string[] {
  return elements.filter((element: FormulaElement) => element.role === role).map((element) => name(element));
}

/** A scale of 100 is a percentage; another one is written as it is. */
function times(formula: Formula, { formats }: Wording): string {
  const scale = numberAt(formula, 'scale') ?? 1;
  if (scale === 1) return '';
  return scale === 100 ? ' × 100%' : ` × ${formats.number(scale)}`;
}

function numberAt({ parameters }: Formula, key: string): number | null {
  const value: unknown = parameters[key];
  return typeof value === 'number' ? value : null;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** The engine holds a day as days since 1970-01-01. */
function dayAt(formula: Formula, { formats }: Wording): string {
  const at: unknown = formula.parameters['at'];
  const day =
    typeof at === 'number' ? new Date(at * MILLISECONDS_A_DAY).toISOString().slice(0, 10) : String(at);
  return formats.date(day);
}
