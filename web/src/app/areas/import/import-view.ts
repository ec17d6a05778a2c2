import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import type { ImportFault } from '../../api-client/models/import-fault.js';
import type { Level } from '../../api-client/models/level.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';

/** Faults that the texts explain; a code they do not know is shown as it is. */
const FAULTS = [
  'CONFIDENCE_UNKNOWN',
  'CSV_MALFORMED',
  'FILE_EMPTY',
  'FILE_NOT_TEXT',
  'FILE_WITHOUT_ROWS',
  'GROUP_MISSING',
  'GROUP_UNKNOWN',
  'HEADER_DOUBLED_COLUMN',
  'HEADER_MISSING_COLUMN',
  'HEADER_UNKNOWN_COLUMN',
  'HEADER_WITHOUT_FIGURES',
  'ROW_DOUBLED',
  'ROW_TOO_LONG',
  'SOURCE_MISSING',
  'TEXT_TOO_LONG',
  'UNIT_AMBIGUOUS',
  'UNIT_MISSING',
  'UNIT_NOT_VALID',
  'UNIT_UNKNOWN',
  'UNIT_WRONG_LEVEL',
  'VALUE_NOT_NUMBER',
  'VALUE_NOT_WHOLE',
  'VALUE_OUT_OF_BOUNDS',
] as const;

/** The words for a fault's code, or null where there are none. */
export function faultWords(code: string, { t }: Wording): string | null {
  const known = FAULTS.find((one) => one === code);
  return known === undefined ? null : t(`fault.${known}` satisfies TextKey);
}

/** What would have been right, in words where the server answers in codes and ISO days. */
export function expectedText(fault: ImportFault, { t, formats }: Wording): string {
  const { code, expected } = fault;
  if (expected === null || expected === '') return '–';
  const roster = /^(nation|ministry|province)(?: (\d{4}-\d{2}-\d{2}))?$/.exec(expected);
  if (roster) {
    const level = t(`level.${roster[1] as Level}`);
    return roster[2] ? t('fault.expected.roster', { level, date: formats.date(roster[2]) }) : level;
  }
  if (code === 'UNIT_UNKNOWN') return t('fault.expected.near', { name: expected });
  if (code === 'ROW_DOUBLED') return t('fault.expected.line', { line: expected });
  if (code === 'HEADER_DOUBLED_COLUMN') return t('fault.expected.once');
  if (code === 'SOURCE_MISSING') return t('fault.expected.source');
  return expected.replace(/\d{4}-\d{2}-\d{2}/g, (day) => formats.date(day));
}

/** The years a framework covers, newest first; an open end reaches to the current year. */
export function periodsOf(framework: FrameworkVersionSummary, currentYear: number): readonly string[] {
  const from = Number(framework.periodFrom);
  const to = framework.periodTo === null ? Math.max(from, currentYear) : Number(framework.periodTo);
  return Array.from({ length: to - from + 1 }, (_, index) => String(to - index));
}

/** A size people read: "7,3 kB", "10 MB". */
export function sizeText(bytes: number, { formats }: Wording): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${formats.number(bytes / 1000, 1)} kB`;
  return `${formats.number(bytes / 1_000_000, 1)} MB`;
}

/** A cell as the report gives it, in the reader's notation; text that is no number stays as it is. */
export function cellText(cell: string | null, { t, formats }: Wording): string {
  if (cell === null || cell === '') return t('import.cell.empty');
  const value = Number(cell);
  return Number.isFinite(value) ? formats.number(value, 6) : cell;
}
