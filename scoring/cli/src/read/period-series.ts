import type { DataColumn, Dataset, EarlierPeriod } from '@dti-monitor/scoring';
import { place, type Finding, type Reading } from '../finding.js';
import { readPeriod } from './period.js';
import type { PeriodStore, StoredPeriod } from './period-store.js';
import { suggestionFor } from './suggestion.js';

/** Further back than any method looks. */
const EARLIEST = 100;

export interface Series {
  readonly dataset: Dataset;
  readonly period: string | null;
  /** The period that is scored, as stored. */
  readonly own: StoredPeriod;
}

interface Asked {
  readonly elements: readonly string[];
  readonly needed: ReadonlySet<string>;
  readonly period?: string;
}

/**
 * The data set of the newest period, or of the one asked for, with those before it as its earlier periods.
 * A year, quarter or month that the table leaves out is an earlier period without values, so that one
 * period back is one period back. Units are those of the period that is scored.
 *
 * @param file its name in messages
 */
export function datasetOf({ periods }: PeriodStore, asked: Asked, file: string): Reading<Series> {
  const codes = [...periods.keys()];
  const at = place(file);
  if (codes.length === 0) return refused({ code: 'TABLE_WITHOUT_ROWS', path: '', params: {}, place: at });
  if (codes[0] === '') {
    if (asked.period === undefined) return seriesOf(periods.get('') as StoredPeriod, [], asked, file);
    const params = { heading: 'period', suggestion: null };
    return refused({ code: 'COLUMN_ABSENT', path: '', params, place: at });
  }
  const numbered = codes.map((code) => ({ code, ...readPeriod(code) }));
  const faults = numbered.filter(({ form }) => form === undefined || form !== numbered[0]?.form);
  if (faults.length > 0) {
    return refused(
      ...faults.map(({ code }): Finding => {
        const line = [...(periods.get(code)?.units.values() ?? [])][0]?.line ?? null;
        return {
          code: 'PERIOD_INVALID',
          path: '',
          params: { period: code },
          place: place(file, line, 'period'),
        };
      }),
    );
  }
  const sorted = numbered
    .map(({ code, number = 0 }) => ({ code, number }))
    .sort((a, b) => b.number - a.number);
  const own = asked.period === undefined ? sorted[0] : sorted.find(({ code }) => code === asked.period);
  if (own === undefined) {
    const period = asked.period ?? '';
    const params = { period, suggestion: suggestionFor(period, codes), known: codes.join(', ') };
    return refused({ code: 'PERIOD_ABSENT', path: '', params, place: at });
  }
  return seriesOf(periods.get(own.code) as StoredPeriod, earlierThan(own, sorted, periods), asked, file);
}

interface Numbered {
  readonly code: string;
  readonly number: number;
}

/** The periods before, one by one; `null` for one that the table leaves out. */
function earlierThan(
  own: Numbered,
  newestFirst: readonly Numbered[],
  periods: PeriodStore['periods'],
): readonly (StoredPeriod | null)[] {
  const earlier: (StoredPeriod | null)[] = [];
  for (const { code, number } of newestFirst) {
    const back = own.number - number;
    if (back <= 0 || back > EARLIEST) continue;
    while (earlier.length < back - 1) earlier.push(null);
    earlier.push(periods.get(code) as StoredPeriod);
  }
  return earlier;
}

function seriesOf(
  own: StoredPeriod,
  earlier: readonly (StoredPeriod | null)[],
  { elements, needed }: Asked,
  file: string,
): Reading<Series> {
  const without = [...needed].filter(
    (element) => !own.columns.has(element) && !earlier.some((period) => period?.columns.has(element)),
  );
  if (without.length > 0) {
    return refused(
      ...without.map((element): Finding => ({
        code: 'ELEMENT_WITHOUT_ROWS',
        path: '',
        params: { element },
        place: place(file),
      })),
    );
  }
  const units = [...own.units.keys()];
  const columnsOf = (period: StoredPeriod): readonly DataColumn[] =>
    elements.map((element) => ({ element, ...period.column(element, units) }));
  const dataset: Dataset = {
    units: [...own.units.values()].map(({ unit, group }) => ({ code: unit, group })),
    columns: columnsOf(own),
    ...(earlier.length === 0
      ? {}
      : {
          earlier: earlier.map((period): EarlierPeriod =>
            period === null ? {} : { columns: columnsOf(period) },
          ),
        }),
  };
  return { ok: true, value: { dataset, period: own.code === '' ? null : own.code, own } };
}

function refused(...findings: readonly Finding[]): Reading<never> {
  return { ok: false, findings };
}
