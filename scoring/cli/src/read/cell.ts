import { daysSince1970, type ObservationStatus, type Problem } from '@dti-monitor/scoring';

/** What a cell of a table says, or what is wrong with it. */
export type CellReading =
  | { readonly value: number; readonly status: ObservationStatus }
  | { readonly value: null; readonly status: ObservationStatus }
  | { readonly fault: Omit<Problem, 'path'> };

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const WITH_VALUE = ['A', 'E', 'I', 'P', 'V', 'B'];
const WITHOUT_VALUE = ['M', 'L', 'O'];

/**
 * A cell of a wide table: a number with a decimal point, nothing for what was not collected, or one of
 * the letters M, L and O of SDMX for why there is nothing.
 *
 * @param isDay of a data element that holds days: YYYY-MM-DD is read as days since 1970-01-01
 */
export function readCell(text: string, isDay: boolean): CellReading {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null, status: 'L' };
  if (WITHOUT_VALUE.includes(trimmed)) return { value: null, status: trimmed as ObservationStatus };
  if (isDay && /^\d{4}-\d{2}-\d{2}$/.test(trimmed)) {
    const day = daysSince1970(trimmed);
    return day === null ? fault('DAY_INVALID', trimmed) : { value: day, status: 'A' };
  }
  if (!NUMBER.test(trimmed)) {
    const hint = hintFor(trimmed);
    return { fault: { code: 'NUMBER_INVALID', params: { found: trimmed, hint } } };
  }
  const value = Number(trimmed);
  return Number.isFinite(value) ? { value, status: 'A' } : fault('NUMBER_TOO_LARGE', trimmed);
}

/** A cell of a long table, where a column of its own may hold the SDMX status. */
export function readCellWithStatus(text: string, statusText: string, isDay: boolean): CellReading {
  const asked = statusText.trim();
  const cell = readCell(text, isDay);
  if ('fault' in cell || asked === '') return cell;
  if (!WITH_VALUE.includes(asked) && !WITHOUT_VALUE.includes(asked)) return fault('STATUS_UNKNOWN', asked);
  const status = asked as ObservationStatus;
  if (cell.value === null) {
    return WITHOUT_VALUE.includes(asked)
      ? { value: null, status }
      : { fault: { code: 'VALUE_ABSENT', params: { status } } };
  }
  return WITH_VALUE.includes(asked)
    ? { value: cell.value, status }
    : { fault: { code: 'VALUE_NOT_EXPECTED', params: { status } } };
}

function fault(code: string, found: string): CellReading {
  return { fault: { code, params: { found } } };
}

function hintFor(text: string): string | null {
  if (/^[+-]?[\d.\s]*,[\d.,\s]*$/.test(text)) return 'decimals take a point, and thousands no separator';
  if (/%$/.test(text)) return 'leave out the sign: the framework says what the number is';
  if (/^(-+|–|—|\.+|\?|n\/?a|nan|null|none|nil)$/i.test(text))
    return 'leave the cell empty where there is no value';
  if (/^[+-]?\d[\d\s'_]*(\.\d*)?$/.test(text)) return 'thousands take no separator';
  if (/^[+-]?inf(inity)?$/i.test(text)) return 'a value is finite';
  return null;
}
