import {
  audit,
  compute,
  explain,
  gains,
  perturb,
  simulate,
  type Assessment,
  type Audit,
  type Dataset,
  type Explanation,
  type Framework,
  type Gains,
  type Outcome,
  type Problem,
  type Simulation,
  type Uncertainty,
} from '@dti-monitor/scoring';
import type { Request } from './command-line.js';
import { CallRefusal } from './finding.js';
import type { DataFile } from './read/data-file.js';
import type { FrameworkFile } from './read/framework-file.js';
import { changedDataset, readChanges } from './read/changes.js';
import { suggestionFor } from './read/suggestion.js';
import type { Output } from './terminal.js';
import { auditTables, statisticsTable } from './write/audit-tables.js';
import { explanationCsv, explanationTables } from './write/explanation-tables.js';
import { gainsTable, gainsTables } from './write/gains-tables.js';
import { decimalsOf } from './write/decimals.js';
import { progressOf } from './write/progress.js';
import { rankingTable, resultsTable } from './write/ranking-table.js';
import { sensitivityTables, simulationTable } from './write/simulation-tables.js';
import type { Table } from './write/text-table.js';
import { whatIfTable } from './write/what-if-table.js';

/** One thing that was asked for: as plain data, as text, and as one table of CSV. */
export interface Part {
  readonly key: string;
  readonly data: unknown;
  /** Made when printed: of many units either takes longer than the scoring. */
  readonly text: () => readonly Table[];
  readonly csv: () => Table;
}

interface Asked {
  readonly request: Request;
  readonly file: FrameworkFile;
  readonly framework: Framework;
  readonly dataset: Dataset;
  /** Told how far a long computation is. */
  readonly progress: Output;
}

/** Results of nodes that are kept in memory; beyond that, scores and ranks alone. */
const MOST_RESULTS = 3_000_000;

/**
 * Computes what is asked for. With `--what-if` everything is of the changed data.
 *
 * @throws CallRefusal where the call names a unit or a cell that is not there
 */
export function partsOf(
  request: Request,
  file: FrameworkFile,
  data: DataFile,
  progress: Output,
): Outcome<readonly Part[]> {
  const { framework } = file;
  const units = data.dataset.units.map(({ code }) => code);
  for (const [option, unit] of [
    ['--explain', request.explain],
    ['--gains', request.gains],
  ] as const) {
    if (unit !== null && !units.includes(unit)) throw new CallRefusal(unknownUnit(option, unit, units));
  }
  const changes = readChanges(request.whatIf, { units, elements: file.elements, days: file.days });
  const dataset = changedDataset(data.dataset, changes);
  const asked: Asked = { request, file, framework, dataset, progress };
  const outcomes: Outcome<Part>[] = [];
  if (changes.length > 0) {
    outcomes.push(mapped(perturb(framework, data.dataset, changes, { detail: 'scores' }), whatIfPart));
  }
  if (request.explain !== null) outcomes.push(explanationPart(asked, request.explain));
  if (request.gains !== null) outcomes.push(gainsPart(asked, request.gains));
  if (request.simulate !== null) outcomes.push(simulationPart(asked, request.simulate));
  if (request.audit) outcomes.push(mapped(audit(framework, dataset), auditPart));
  if (outcomes.length === 0) outcomes.push(assessmentPart(asked));
  return all(outcomes);
}

function whatIfPart(value: Parameters<typeof whatIfTable>[0]): Part {
  const table = whatIfTable(value);
  return { key: 'whatIf', data: value, text: () => [table], csv: () => table };
}

function explanationPart({ framework, dataset, file }: Asked, unit: string): Outcome<Part> {
  const view = { decimals: decimalsOf(framework), nameOf: file.nameOf };
  return mapped(explain(framework, dataset, unit), (value: Explanation) => ({
    key: 'explanation',
    data: value,
    text: () => explanationTables(value, view),
    csv: () => explanationCsv(value),
  }));
}

function gainsPart({ framework, dataset, file }: Asked, unit: string): Outcome<Part> {
  const view = { decimals: decimalsOf(framework), nameOf: file.nameOf };
  return mapped(gains(framework, dataset, unit), (value: Gains) => ({
    key: 'gains',
    data: value,
    text: () => gainsTables(value, view),
    csv: () => gainsTable(value, view),
  }));
}

function auditPart(value: Audit): Part {
  return { key: 'audit', data: value, text: () => auditTables(value), csv: () => statisticsTable(value) };
}

function assessmentPart({ framework, dataset, progress }: Asked): Outcome<Part> {
  const isLarge = dataset.units.length * countNodes(framework.root) > MOST_RESULTS;
  if (isLarge) progress.write('Many units: scores and ranks alone, without the values of nodes.\n');
  return mapped(
    compute(framework, dataset, { detail: isLarge ? 'scores' : 'nodes' }),
    (value: Assessment) => ({
      key: 'assessment',
      data: value,
      text: () => [rankingTable(value)],
      csv: () => resultsTable(value),
    }),
  );
}

/** What is varied where the framework file does not say: every weight by up to a quarter of itself. */
const NOISY_WEIGHTS: Uncertainty = {
  inputs: [{ name: 'weights', kind: 'weights', distribution: { method: 'noise', share: 0.25 } }],
};

function simulationPart(
  { file, framework, dataset, progress: output }: Asked,
  draw: { readonly draws: number; readonly seed: number },
): Outcome<Part> {
  const progress = progressOf('simulating', output);
  const specification = { ...(file.uncertainty ?? NOISY_WEIGHTS), ...draw };
  const outcome = simulate(framework, dataset, specification, ({ done, of }) => progress.show(done, of));
  progress.end();
  return mapped(outcome, (value: Simulation) => {
    const table = simulationTable(value);
    return {
      key: 'simulation',
      data: value,
      text: () => [table, ...sensitivityTables(value)],
      csv: () => table,
    };
  });
}

function countNodes({ children = [] }: Framework['root']): number {
  return children.reduce((count, child) => count + countNodes(child), 1);
}

function unknownUnit(option: string, unit: string, units: readonly string[]): string {
  const near = suggestionFor(unit, units);
  return `${option}: there is no unit "${unit}" in the data.${near === null ? '' : ` Did you mean "${near}"?`}`;
}

function mapped<T>(outcome: Outcome<T>, part: (value: T) => Part): Outcome<Part> {
  return outcome.ok ? { ok: true, value: part(outcome.value) } : outcome;
}

/** Every part, or the problems of all that have some. */
function all(outcomes: readonly Outcome<Part>[]): Outcome<readonly Part[]> {
  const problems: readonly Problem[] = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : [])) };
}
