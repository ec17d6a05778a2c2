import type { Measure } from '../../api-client/models/measure.js';
import type { MeasureState } from '../../api-client/models/measure-state.js';
import type { Wording } from '../../shared/language/wording.js';
import type { IconName } from '../../shared/ui/icon.js';

/** States, the best first: the order in which they are counted and named. */
export const STATES: readonly MeasureState[] = [
  'met',
  'on_course',
  'behind',
  'at_risk',
  'no_data',
  'not_applicable',
];

/** Each state has a shape of its own, so that it is known without its colour. */
const SHAPES: Readonly<Record<MeasureState, IconName>> = {
  met: 'check',
  on_course: 'rise',
  behind: 'warn',
  at_risk: 'bad',
  no_data: 'ring',
  not_applicable: 'none',
};

export function shapeOf(state: MeasureState): IconName {
  return SHAPES[state];
}

type Valued = Pick<Measure, 'unit'>;

/** A value in the unit of its measure: "63,2%", "5", "có". */
export function valueText({ unit }: Valued, value: number, { t, formats }: Wording): string {
  if (unit === 'percent') return `${formats.number(value, decimalsOf(value))}%`;
  if (unit === 'yes_no') return t(value === 1 ? 'targets.yes' : 'targets.notYet');
  return formats.number(value, 0);
}

/** One decimal, and as many more as keep what is short of 100 % from being written as 100 %. */
function decimalsOf(value: number): number {
  return value < 100 ? ([1, 2, 3].find((decimals) => Number(value.toFixed(decimals)) < 100) ?? 4) : 1;
}

/** What is to be reached: "≥ 80%", "> 16%", "5", or that the clause prints no figure. */
export function targetText(
  measure: Pick<Measure, 'unit' | 'target' | 'comparator'>,
  wording: Wording,
): string {
  const { target, comparator } = measure;
  if (target === null) return wording.t('targets.whole');
  const value = valueText(measure, target, wording);
  return `${comparator === 'more_than' ? '>' : '≥'} ${value}`;
}

/** "100 trong 200", the figure's own fraction. */
export function fractionText(
  figure: { readonly numerator: number | null; readonly denominator: number | null },
  { t, formats }: Wording,
): string | null {
  const { numerator, denominator } = figure;
  if (numerator === null || denominator === null) return null;
  return t('targets.fraction', {
    numerator: formats.number(numerator),
    denominator: formats.number(denominator),
  });
}

/** How many of those asked have reported, and for how many there is nothing to report. */
export function coverageText(measure: Pick<Measure, 'rollUp' | 'figure'>, { t }: Wording): string {
  const { reported, expected, notApplicable } = measure.figure;
  if (measure.rollUp === 'share_of_list') return t('targets.coverage.list', { reported, expected });
  if (expected <= 1) return t(reported === 1 ? 'targets.coverage.given' : 'targets.coverage.none');
  if (notApplicable === 0) return t('targets.coverage.units', { reported, expected });
  return t('targets.coverage.unitsApart', { reported, expected, notApplicable });
}

/** A bar against its own target, all in percent of the bar's length. */
export interface BarView {
  readonly fill: number | null;
  readonly target: number | null;
  readonly path: number | null;
}

/** The bar of a measure: percent to 100, a count to its target or beyond; null where nothing can be drawn. */
export function barOf({ unit, target, figure }: Pick<Measure, 'unit' | 'target' | 'figure'>): BarView | null {
  if (unit === 'yes_no') return null;
  const longest = unit === 'percent' ? 100 : Math.max(target ?? 0, figure.value ?? 0);
  const place = (value: number | null) => (value === null ? null : Math.min(100, (value / longest) * 100));
  return { fill: place(figure.value), target: place(target), path: place(figure.path) };
}

/** Document and clause of a reference, for a clause on demand; null where it is a document alone. */
export function clauseOf(reference: string): { readonly document: string; readonly clause: string } | null {
  const [document = '', clause] = reference.split('#');
  return clause === undefined ? null : { document, clause };
}
