import { OBSERVATION_STATUSES, type Change, type DataColumn, type Dataset } from '@dti-monitor/scoring';
import { CallRefusal } from '../finding.js';
import { sentenceOf } from '../write/sentences.js';
import { readCell } from './cell.js';
import { suggestionFor } from './suggestion.js';

type ValueChange = Extract<Change, { readonly kind: 'value' }>;

interface Known {
  readonly units: readonly string[];
  readonly elements: readonly string[];
  readonly days: ReadonlySet<string>;
}

/**
 * Reads what `--what-if` is given: `unit.element=value`, where both codes may contain points and the value
 * is as in a table: nothing, or M, L or O, takes it away.
 *
 * @throws CallRefusal with a line for each that cannot be read
 */
export function readChanges(given: readonly string[], known: Known): readonly ValueChange[] {
  const read = given.map((text) => readChange(text.normalize('NFC'), known));
  const faults = read.filter((each) => typeof each === 'string');
  if (faults.length > 0) throw new CallRefusal(faults.join('\n'));
  return read.filter((each) => typeof each !== 'string');
}

function readChange(text: string, { units, elements, days }: Known): ValueChange | string {
  const sign = text.lastIndexOf('=');
  const told = (code: string, params: Readonly<Record<string, string | null>>): string =>
    `--what-if: ${code}: ${sentenceOf({ code, path: '', params })}`;
  if (sign < 0) return told('WHAT_IF_UNREADABLE', { found: text });
  const target = text.slice(0, sign).trim();
  const readings = pointsIn(target)
    .map((at) => ({ unit: target.slice(0, at), element: target.slice(at + 1) }))
    .filter(({ unit, element }) => units.includes(unit) && elements.includes(element));
  const [reading, another] = readings;
  if (reading === undefined) {
    const near = suggestionFor(
      target,
      units.flatMap((unit) => elements.map((element) => `${unit}.${element}`)),
    );
    return told('WHAT_IF_UNKNOWN', { found: target, suggestion: near });
  }
  if (another !== undefined) {
    const all = readings.map(({ unit, element }) => `${element} of ${unit}`).join('; ');
    return told('WHAT_IF_AMBIGUOUS', { found: target, readings: all });
  }
  const cell = readCell(text.slice(sign + 1), days.has(reading.element));
  if ('fault' in cell) return `--what-if: ${cell.fault.code}: ${sentenceOf({ ...cell.fault, path: '' })}`;
  return { kind: 'value', ...reading, value: cell.value, status: cell.status };
}

function pointsIn(text: string): readonly number[] {
  return [...text.matchAll(/\./g)].map(({ index }) => index);
}

/** The data set with the changes made, for whatever else is asked of it. */
export function changedDataset(dataset: Dataset, changes: readonly ValueChange[]): Dataset {
  const columns = (dataset.columns ?? []).map((column): DataColumn => {
    const own = changes.filter(({ element }) => element === column.element);
    if (own.length === 0) return column;
    const values = Float64Array.from(column.values as Float64Array);
    const statuses = Uint8Array.from(column.statuses as Uint8Array);
    for (const { unit, value, status } of own) {
      const at = dataset.units.findIndex(({ code }) => code === unit);
      values[at] = value ?? 0;
      statuses[at] = OBSERVATION_STATUSES.indexOf(status ?? 'A');
    }
    return { element: column.element, values, statuses };
  });
  return { ...dataset, columns };
}
