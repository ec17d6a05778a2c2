import type { Measure } from '../../api-client/models/measure.js';
import type { MeasureFigure } from '../../api-client/models/measure-figure.js';
import type { ChartTable } from '../../shared/charts/chart-table.js';
import type { Wording } from '../../shared/language/wording.js';
import { coverageText, fractionText, targetText, valueText } from './measure-words.js';

/** A measure over the years, ready to be drawn. */
export interface MeasureCourse {
  readonly points: readonly { readonly year: number; readonly value: number }[];
  /** The straight path from the baseline to the target: an assumption. */
  readonly path: readonly { readonly year: number; readonly value: number }[];
  readonly target: number | null;
  readonly unit: Measure['unit'];
}

/** The course of a measure; null where there is nothing to draw: a yes or no, or no figure at all. */
export function courseOf(
  measure: Measure,
  figures: readonly MeasureFigure[],
  due: string,
): MeasureCourse | null {
  const points = figures.flatMap(({ period, value }) =>
    value === null ? [] : [{ year: Number(period), value }],
  );
  if (measure.unit === 'yes_no' || points.length === 0) return null;
  const { baseline, target, unit } = measure;
  const path =
    baseline === null || target === null
      ? []
      : [baseline, { year: Math.max(Number(due.slice(0, 4)), baseline.year), value: target }];
  return { points, path, target, unit };
}

/** What the course shows, as a sentence. */
export function courseFinding(measure: Measure, figures: readonly MeasureFigure[], wording: Wording): string {
  const { t } = wording;
  const known = figures.filter(({ value }) => value !== null);
  const [first, last] = [known.at(0), known.at(-1)];
  if (first?.value == null || last?.value == null) return wording.name(measure);
  const now = { value: valueText(measure, last.value, wording), period: last.period };
  const target = targetText(measure, wording);
  if (first === last) return t('targets.course.one', { ...now, target });
  return t('targets.course.years', {
    ...now,
    from: valueText(measure, first.value, wording),
    since: first.period,
    target,
  });
}

/** The same figures as a table. */
export function courseTable(
  measure: Measure,
  figures: readonly MeasureFigure[],
  wording: Wording,
): ChartTable {
  const { t } = wording;
  const shown = (value: number | null) => (value === null ? '–' : valueText(measure, value, wording));
  return {
    columns: [
      { label: t('word.period') },
      { label: t('targets.value'), number: true },
      { label: t('targets.path'), number: true },
      { label: t('targets.fractionHeading'), number: true },
      { label: t('targets.coverage') },
      { label: t('targets.state') },
    ],
    rows: figures.map((figure) => [
      figure.period,
      shown(figure.value),
      shown(figure.path),
      fractionText(figure, wording) ?? '–',
      coverageText({ ...measure, figure }, wording),
      t(`targets.state.${figure.state}`),
    ]),
  };
}
