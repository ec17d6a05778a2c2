/** Rows of text as columns; numbers to the right. Width counts what is seen, so that diacritics line up. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const all = [headings, ...rows].map((row) => row.map((cell) => cell.normalize('NFC')));
  const widths = headings.map((_, column) => Math.max(...all.map((row) => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => {
        const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length));
        return right.includes(column) ? gap + cell : cell + gap;
      })
      .join('  ')
      .trimEnd();
  return [
    line(all[0] ?? []),
    widths.map((width) => '-'.repeat(width)).join('  '),
    ...all.slice(1).map(line),
  ].join('\n');
}

/** A ratio as the DTI prints it in files and on a terminal: four decimals, or a dash. */
export function ratio(value: number | null): string {
  return value === null ? '–' : value.toFixed(4);
}
