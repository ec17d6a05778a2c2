import type { ImportFault } from './import.dto.js';

/** Every fault of a file: the first ones word for word, all of them counted by code. */
export class FaultList {
  static readonly KEPT = 1_000;

  private readonly first: ImportFault[] = [];
  private readonly counts = new Map<string, number>();
  private all = 0;

  add(
    line: number,
    column: string | null,
    code: string,
    found: string | null,
    expected: string | null,
  ): void {
    this.all += 1;
    this.counts.set(code, (this.counts.get(code) ?? 0) + 1);
    if (!this.keeps) return;
    this.first.push({ line, column: shortened(column), code, found: shortened(found), expected });
  }

  /** Whether another fault would still be kept word for word, so that details are worth working out. */
  get keeps(): boolean {
    return this.first.length < FaultList.KEPT;
  }

  get count(): number {
    return this.all;
  }

  /** How often each code occurs, the most frequent first. */
  get totals(): { code: string; count: number }[] {
    return [...this.counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
  }

  get kept(): ImportFault[] {
    return [...this.first];
  }
}

const LONGEST_SHOWN = 80;

/** By characters, so that none is cut in half. */
function shortened(text: string | null): string | null {
  if (text === null || text.length <= LONGEST_SHOWN) return text;
  return `${[...text.slice(0, LONGEST_SHOWN * 2)].slice(0, LONGEST_SHOWN).join('')}…`;
}
