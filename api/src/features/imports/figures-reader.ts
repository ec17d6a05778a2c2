import type { ObservationStatus } from '@dti-monitor/scoring';
import type { DataElement } from '../observations/observation.entity.js';
import { cellNumber, cellWholeNumber } from './cell-number.js';
import type { CsvRow } from './csv-table.js';
import type { FaultList } from './fault-list.js';
import { readHeader, type Header } from './header-reader.js';
import type { FigureColumn, ImportSpec, PlainColumn } from './import-spec.js';
import type { UnitResolver } from './unit-resolver.js';

/** One cell of a file, read and checked. */
export interface ReadFigure {
  readonly line: number;
  readonly unitId: string;
  readonly element: string;
  readonly value: number | null;
  readonly text: string | null;
  readonly status: ObservationStatus;
  /** An empty cell: recorded only where nothing is known yet, so that it never takes a figure away. */
  readonly fromEmptyCell: boolean;
  readonly source: string;
  readonly confidence: string | null;
  readonly note: string | null;
}

const CONFIDENCES = ['high', 'medium-high', 'medium', 'low'];
const GAP_CODES: readonly ObservationStatus[] = ['L', 'O', 'M'];
/** Characters of a source or a note: a paragraph. What is longer belongs in a document that is named. */
const LONGEST_TEXT = 2_000;

/**
 * Reads the rows of a file one after another, the header first; every fault goes to `faults`. Rows
 * without a single figure are passed over: a template may be filled in part.
 */
export class FiguresReader {
  private header: Header | null = null;
  private rows = 0;
  private readonly read: ReadFigure[] = [];
  /** Line of the row that a unit has, by unit. */
  private readonly lines = new Map<string, number>();

  constructor(
    private readonly spec: ImportSpec,
    private readonly units: UnitResolver,
    private readonly faults: FaultList,
  ) {}

  /** The figures read so far. */
  get figures(): readonly ReadFigure[] {
    return this.read;
  }

  readRow(row: CsvRow): void {
    this.rows += 1;
    if (this.rows === 1) {
      this.header = readHeader(row, this.spec, this.faults);
      return;
    }
    // Without a header the cells mean nothing; its faults say all there is to say.
    if (this.header === null) return;
    const { width } = this.header;
    if (row.cells.length > width && row.cells.slice(width).some((cell) => cell !== '')) {
      this.faults.add(row.line, null, 'ROW_TOO_LONG', String(row.cells.length), `≤ ${width}`);
      return;
    }
    this.read.push(...this.figuresOf(row, this.header));
  }

  private figuresOf(row: CsvRow, header: Header): readonly ReadFigure[] {
    const plain = (column: PlainColumn): string => row.cells[header.plain.get(column) ?? -1] ?? '';
    const given = header.figures.some(({ index }) => (row.cells[index] ?? '') !== '');
    const unitId = this.unitOf(row, plain('unit'));
    const group = given ? this.groupOf(row, plain('group')) : null;
    const about = {
      line: row.line,
      unitId: unitId ?? '',
      source: this.sourceOf(row, plain('source'), given),
      confidence: this.confidenceOf(row, plain('confidence')),
      note: this.textOf(row, 'note', plain('note')) || null,
    };
    const figures = header.figures.flatMap(({ column, index }): ReadFigure[] => {
      const read = this.cellOf(row, row.cells[index] ?? '', column);
      return read === null ? [] : [{ ...about, element: column.element.code, text: null, ...read }];
    });
    if (!given || unitId === null) return [];
    const { groupElement } = this.spec;
    if (groupElement === null || group === null) return figures;
    const told = { value: null, text: group, status: 'A', fromEmptyCell: false } as const;
    return [...figures, { ...about, element: groupElement, ...told }];
  }

  private unitOf(row: CsvRow, written: string): string | null {
    if (written === '') {
      this.faults.add(row.line, 'unit', 'UNIT_MISSING', null, this.units.whose);
      return null;
    }
    const found = this.units.resolve(written);
    if (!found.ok) {
      this.faults.add(row.line, 'unit', found.code, written, this.faults.keeps ? found.expected() : null);
      return null;
    }
    const first = this.lines.get(found.unitId);
    if (first !== undefined) {
      this.faults.add(row.line, 'unit', 'ROW_DOUBLED', written, String(first));
      return null;
    }
    this.lines.set(found.unitId, row.line);
    return found.unitId;
  }

  private groupOf(row: CsvRow, written: string): string | null {
    const { groupCodes } = this.spec;
    if (written === '' && groupCodes.length <= 1) return groupCodes[0] ?? null;
    if (groupCodes.includes(written)) return written;
    const code = written === '' ? 'GROUP_MISSING' : 'GROUP_UNKNOWN';
    this.faults.add(row.line, 'group', code, written || null, groupCodes.join(', '));
    return null;
  }

  private sourceOf(row: CsvRow, written: string, given: boolean): string {
    const source = this.textOf(row, 'source', written) || (this.spec.defaultSource ?? '');
    if (given && source === '') {
      this.faults.add(row.line, 'source', 'SOURCE_MISSING', null, 'id | https://… | text');
    }
    return source;
  }

  private confidenceOf(row: CsvRow, written: string): string | null {
    if (written === '' || CONFIDENCES.includes(written)) return written || null;
    this.faults.add(row.line, 'confidence', 'CONFIDENCE_UNKNOWN', written, CONFIDENCES.join(', '));
    return null;
  }

  private textOf(row: CsvRow, column: PlainColumn, written: string): string {
    if (written.length > LONGEST_TEXT) {
      this.faults.add(row.line, column, 'TEXT_TOO_LONG', written, `≤ ${LONGEST_TEXT}`);
    }
    return written;
  }

  private cellOf(
    row: CsvRow,
    text: string,
    { element, gapIsRecorded }: FigureColumn,
  ): Pick<ReadFigure, 'value' | 'status' | 'fromEmptyCell'> | null {
    if (text === '') return gapIsRecorded ? { value: null, status: 'L', fromEmptyCell: true } : null;
    const gap = GAP_CODES.find((code) => code === text.toUpperCase());
    if (gap !== undefined) return { value: null, status: gap, fromEmptyCell: false };
    const value = element.valueType === 'rank' ? cellWholeNumber(text) : cellNumber(text);
    const code = value === null ? faultOf(text) : isWithin(value, element) ? null : 'VALUE_OUT_OF_BOUNDS';
    if (code === null) return { value, status: 'A', fromEmptyCell: false };
    this.faults.add(row.line, element.code, code, text, boundsText(element));
    return null;
  }
}

function faultOf(text: string): string {
  return cellNumber(text) === null ? 'VALUE_NOT_NUMBER' : 'VALUE_NOT_WHOLE';
}

function isWithin(value: number, { minimum, maximum }: DataElement): boolean {
  return (minimum === null || value >= minimum) && (maximum === null || value <= maximum);
}

function boundsText({ minimum, maximum }: DataElement): string {
  return `${minimum ?? '…'} – ${maximum ?? '…'}`;
}
