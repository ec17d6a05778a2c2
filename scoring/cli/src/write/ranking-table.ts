import type { Assessment, UnitResult } from '@dti-monitor/scoring';
import { decimalsOf } from './decimals.js';
import type { Table, TableColumn, TableValue } from './text-table.js';

/** The ranking: by group and rank, units without a rank at the end; with the values of the children of the root. */
export function rankingTable(assessment: Assessment): Table {
  const { recipe, units } = assessment;
  const decimals = decimalsOf(recipe);
  const parts = hasNodes(units) ? (recipe.root.children ?? []).map(({ code }) => code) : [];
  const groups = new Set(units.map(({ group }) => group));
  const valueOf = valueFinder(units);
  const shows = {
    group: groups.size > 1,
    band: recipe.method.bands !== undefined,
    coverage: units.some(({ coverage }) => coverage < 1),
    state: units.some(({ state }) => state !== 'scored'),
  };
  const columns: TableColumn[] = [
    { heading: 'rank', key: 'rank', right: true },
    { heading: 'unit', key: 'unit' },
    ...(shows.group ? [{ heading: 'group', key: 'group' }] : []),
    { heading: 'score', key: 'score', decimals },
    ...(shows.band ? [{ heading: 'band', key: 'band' }] : []),
    ...(shows.coverage ? [{ heading: 'coverage', key: 'coverage', decimals: 2 }] : []),
    ...(shows.state ? [{ heading: 'state', key: 'state' }] : []),
    ...parts.map((code) => ({ heading: code, key: `value.${code}`, decimals })),
  ];
  const rows = inOrder(units).map((unit): readonly TableValue[] => [
    unit.rank === null ? null : `${unit.rank.rank}${unit.rank.tied ? '=' : ''}`,
    unit.unit,
    ...(shows.group ? [unit.group] : []),
    unit.rank?.compared ?? unit.score,
    ...(shows.band ? [unit.band] : []),
    ...(shows.coverage ? [unit.coverage] : []),
    ...(shows.state ? [unit.state === 'scored' ? null : unit.state] : []),
    ...parts.map((code) => valueOf(unit, code)),
  ]);
  return { title: null, columns, rows, notes: notesOf(assessment) };
}

/** Every result unrounded, one row for each unit, with the value of every node. */
export function resultsTable({ recipe, units }: Assessment): Table {
  const nodes = hasNodes(units) ? codesOf(recipe.root) : [];
  const valueOf = valueFinder(units);
  const keys = ['unit', 'group', 'rank', 'tied', 'score', 'compared', 'band', 'state', 'coverage'];
  const columns = [...keys, ...nodes.map((code) => `value.${code}`)].map((key) => ({ heading: key, key }));
  const rows = inOrder(units).map((unit): readonly TableValue[] => [
    unit.unit,
    unit.group,
    unit.rank?.rank ?? null,
    unit.rank === null ? null : String(unit.rank.tied),
    unit.score,
    unit.rank?.compared ?? null,
    unit.band,
    unit.state,
    unit.coverage,
    ...nodes.map((code) => valueOf(unit, code)),
  ]);
  return { title: null, columns, rows, notes: [] };
}

/** Where only scores were asked for there are none. */
function hasNodes(units: readonly UnitResult[]): boolean {
  return units.some(({ nodes }) => nodes.length > 0);
}

function codesOf({ code, children = [] }: Assessment['recipe']['root']): readonly string[] {
  return [code, ...children.flatMap(codesOf)];
}

/** Finds the value of a node; nodes stand in the same order for every unit. */
function valueFinder(units: readonly UnitResult[]): (unit: UnitResult, code: string) => number | null {
  const at = new Map((units[0]?.nodes ?? []).map(({ code }, index) => [code, index]));
  return ({ nodes }, code) => nodes[at.get(code) ?? -1]?.value ?? null;
}

/** Groups as they come in the data; ranks upwards; what has none keeps the order of the data. */
function inOrder(units: readonly UnitResult[]): readonly UnitResult[] {
  const groups = [...new Set(units.map(({ group }) => group))];
  const place = new Map(groups.map((group, index) => [group, group === null ? groups.length : index]));
  const rankOf = (unit: UnitResult): number => unit.rank?.rank ?? Number.MAX_VALUE;
  return [...units].sort(
    (a, b) => (place.get(a.group) ?? 0) - (place.get(b.group) ?? 0) || rankOf(a) - rankOf(b),
  );
}

function notesOf({ units, leftOut, treated, engineVersion, recipe }: Assessment): readonly string[] {
  const without = units.filter(({ score }) => score === null);
  const states = [...new Set(without.map(({ state }) => state))].map(
    (state) => `${without.filter((unit) => unit.state === state).length} ${state}`,
  );
  const scored = units.length - without.length;
  const cells = treated.reduce((sum, record) => sum + record.cells.length, 0);
  return [
    `${counted(units.length, 'unit')}, ${scored} with a score${without.length === 0 ? '' : `, ${without.length} without (${states.join(', ')})`}.`,
    ...leftOut.map(
      ({ kind, code, threshold, share, asked }) =>
        `Left out: ${kind} ${code} (${threshold} ${share.toFixed(2)}, asked ${asked}).`,
    ),
    ...(cells === 0
      ? []
      : [`Outlier treatment changed ${counted(cells, 'value')}; --format json lists them.`]),
    `${recipe.code}, engine ${engineVersion}.`,
  ];
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
