import type { UnitWork } from '../../api-client/models/unit-work.js';
import type { WorkFigure } from '../../api-client/models/work-figure.js';
import type { WorkFigureValue } from '../../api-client/models/work-figure-value.js';
import type { Wording } from '../../shared/language/wording.js';
import { countWork, type OpenDuty } from './work-items.js';

/** The answer first: what is overdue, what is due soon; of a unit that is no more, whose it is now. */
export function workHeadline(work: UnitWork, { t, name, unitName, formats }: Wording): string {
  if (work.unit.endedOn !== null) {
    return work.heirs.length === 0
      ? t('work.headline.ended', { unit: unitName(work.unit), date: formats.date(work.unit.endedOn) })
      : t('work.headline.merged', {
          unit: unitName(work.unit),
          heirs: work.heirs.map(name).join(', '),
          date: formats.date(work.unit.endedOn),
        });
  }
  const { overdue, soon } = countWork(work);
  const unit = unitName(work.unit);
  if (overdue > 0) return t('work.headline.overdue', { unit, overdue, soon });
  return soon > 0 ? t('work.headline.soon', { unit, soon }) : t('work.headline.calm', { unit });
}

export function workTiles(work: UnitWork, { t }: Wording) {
  const { overdue, soon, unreported, unpublished } = countWork(work);
  const tile = (kind: 'overdue' | 'soon' | 'unreported' | 'unpublished', count: number) => ({
    label: t(`work.tile.${kind}`),
    value: String(count),
    note: t(`work.tile.${kind}Note`),
  });
  return [
    tile('overdue', overdue),
    tile('soon', soon),
    tile('unreported', unreported),
    tile('unpublished', unpublished),
  ];
}

/** How far away a due day is, in words. */
export function awayText({ days, urgency }: OpenDuty, { t }: Wording): string {
  if (urgency === 'returned') return t('work.away.returned');
  if (days < 0) return t('work.away.late', { days: -days });
  return days === 0 ? t('work.away.today') : t('work.away.left', { days });
}

export interface FigureRow {
  readonly key: string;
  readonly name: string;
  readonly period: string;
  readonly unit: string | null;
  readonly value: string;
  /** Published of the same period, which this one would replace. */
  readonly published: string | null;
  readonly before: string | null;
  readonly beforePeriod: string | null;
  /** Against what is published: of the same period where there is such, else of the one before. */
  readonly change: string | null;
  readonly rises: boolean | null;
}

/** Figures that are not published, each beside what is. */
export function figureRows(items: readonly WorkFigure[], wording: Wording): readonly FigureRow[] {
  return items.map((figure) => {
    const beside = figure.published ?? figure.before;
    const difference =
      figure.value === null || beside?.value == null || !isMeasured(figure)
        ? null
        : figure.value - beside.value;
    return {
      key: `${figure.dataElement} ${figure.period}`,
      name: wording.name(figure),
      period: figure.period,
      unit: wording.name({ nameVi: figure.unitVi ?? '', nameEn: figure.unitEn ?? '' }) || null,
      value: written(figure, figure, wording),
      published: figure.published === null ? null : written(figure, figure.published, wording),
      before: figure.before === null ? null : written(figure, figure.before, wording),
      beforePeriod: figure.before?.period ?? null,
      change: difference === null ? null : signed(figure, difference, wording),
      rises: difference === null || difference === 0 ? null : difference > 0,
    };
  });
}

function isMeasured({ valueType }: WorkFigure): boolean {
  return ['ratio', 'count', 'amount'].includes(valueType);
}

/** The figure as its type is written; why there is none where there is none. */
function written(
  element: WorkFigure,
  { value, text, status }: WorkFigureValue,
  { t, formats }: Wording,
): string {
  if (value === null) return text ?? t(status === 'O' ? 'work.figure.notApplicable' : 'work.figure.missing');
  if (element.valueType === 'yes_no') return t(value === 1 ? 'work.figure.yes' : 'work.figure.no');
  if (element.valueType === 'day')
    return formats.date(new Date(value * 86_400_000).toISOString().slice(0, 10));
  return element.valueType === 'ratio' ? formats.ratio(value) : formats.number(value, element.decimals ?? 2);
}

function signed({ valueType, decimals }: WorkFigure, difference: number, { formats }: Wording): string {
  return formats.signed(difference, valueType === 'ratio' ? 4 : (decimals ?? 2));
}
