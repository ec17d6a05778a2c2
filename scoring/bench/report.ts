/** The results, and the table of them. */
export interface Goal {
  readonly of: 'milliseconds' | 'times the floor' | 'times the input';
  readonly atMost: number;
  readonly met: boolean;
}

export interface Result {
  readonly name: string;
  readonly does: string;
  /** Milliseconds. */
  readonly median: number;
  readonly fastest: number;
  readonly ninth: number;
  readonly runs: number;
  /** Milliseconds of one pass over the same arrays; absent where memory is measured. */
  readonly floor?: number;
  readonly timesFloor?: number;
  readonly busy?: number;
  readonly memory?: {
    readonly inputBytes: number;
    readonly peakBytes: number;
    readonly extraBytes: number;
    readonly keptBytes: number;
    readonly timesInput?: number;
  };
  readonly goals: readonly Goal[];
}

export function asTable(
  environment: Readonly<Record<string, string | number>>,
  results: readonly Result[],
): string {
  const head = [
    'case',
    'median ms',
    'fastest',
    '9 in 10',
    'runs',
    'floor ms',
    '× floor',
    'busy',
    'memory × input',
    'goal',
  ];
  const rows = results.map((result) => [
    result.name,
    shown(result.median),
    shown(result.fastest),
    shown(result.ninth),
    String(result.runs),
    shown(result.floor),
    shown(result.timesFloor),
    shown(result.busy),
    shown(result.memory?.timesInput),
    result.goals.map(({ of, atMost, met }) => `${met ? 'met' : 'MISSED'}: ${atMost} ${of}`).join('; '),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) =>
        at === 0 || at === cells.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const about = Object.entries(environment)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  return `${[about, '', line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')}\n`;
}

function shown(value: number | undefined): string {
  if (value === undefined) return '';
  return value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(2) : value.toPrecision(2);
}
