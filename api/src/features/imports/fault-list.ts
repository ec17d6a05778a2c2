import type { ImportFault } from './import.dto.js';

/** Every fault of a file: the first ones word for word, all of them counted by code. */
export class FaultList {
  static readonly KEPT = 1_000;

  private readonly first: ImportFault[] = [];
  private readonly counts = new Map<string, number>();

  add(
    line: number,
    column: string | null,
    code: string,
    found: string | null,
    expected: string | null,
  ): void {
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
    if (this.first.length >= FaultList.KEPT) return;
    this.first.push({ line, column, code, found: found === null ? null : shortened(found), expected });
  }

  /** Whether another fault would still be kept word for word, so that details are worth working out. */
  get keeps(): boolean {
    return this.first.length < FaultList.KEPT;
  }

  get count(): number {
    return [...this.counts.values()].reduce((all, count) => all + count, 0);
  }

  get totals(): { code: string; count: number }[] {
    return [...this.counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
  }

  get kept(): ImportFault[] {
    return [...this.first];
  }
}

const LONGEST_SHOWN = 80;

function shortened(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}
