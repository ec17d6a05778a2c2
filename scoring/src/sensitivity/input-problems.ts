import type { Unit } from '../model/dataset.js';
import type { Problem } from '../model/outcome.js';
import { aggregationProblems } from '../stages/aggregate/aggregate.js';
import { imputationProblems } from '../stages/impute.js';
import { normalisationProblems } from '../stages/normalise/normalise.js';
import { treatmentProblems } from '../stages/treat/treat.js';
import { isCode, isFiniteNumber, isRecord, shown, type Unknowns } from '../stages/validate/shape.js';
import { unknownFields } from './unknown-fields.js';

/** What may be wrong with one alternative of a kind of input, which may be anything. */
type Check = (alternative: never, units: readonly Unit[], path: string) => readonly Problem[];

const MISSING_RULES = ['no_value', 'zero', 'reweight'];
const METHOD_FIELDS = [
  ...['screen', 'impute', 'treat', 'normalise', 'weights', 'aggregation', 'missing', 'notApplicable'],
  ...['availability', 'availabilityBy', 'rank', 'bands'],
];

const ALTERNATIVES: ReadonlyMap<unknown, Check> = new Map<unknown, Check>([
  ['normalisation', normalisationProblems],
  ['imputation', (rule, _units, path) => imputationProblems(rule, path)],
  ['treatment', (rule, _units, path) => treatmentProblems(rule, path)],
  ['aggregation', (rule, _units, path) => aggregationProblems(rule, path)],
  ['missing', missingProblems],
  ['method', (rule, _units, path) => methodProblems(rule, path)],
  // A whole framework is looked at by `validate`, over the data that it is for.
  ['framework', () => []],
]);

const FIELDS: ReadonlyMap<unknown, readonly string[]> = new Map<unknown, readonly string[]>([
  ['weights', ['distribution', 'nodes', 'levels']],
  ...['normalisation', 'imputation', 'treatment', 'aggregation', 'missing'].map(
    (kind) => [kind, ['alternatives', 'nodes']] as const,
  ),
  ['leave_out', ['nodes', 'orNone']],
  ['data', ['noise', 'nodes']],
  ['method', ['alternatives']],
  ['framework', ['alternatives']],
]);

/** Of these only one says what it says: two would contradict each other. */
const ONLY_ONCE = ['leave_out', 'framework'];

/** What is wrong with the uncertain inputs of a specification, each in itself and beside the others. */
export function inputsProblems(inputs: unknown, units: readonly Unit[], path: string): readonly Problem[] {
  if (!Array.isArray(inputs) || inputs.length === 0) {
    return [{ code: 'SIMULATION_INPUTS_ABSENT', path, params: { found: shown(inputs) } }];
  }
  const names = new Set<unknown>();
  const kinds = new Set<unknown>();
  return inputs.flatMap((input: unknown, position): readonly Problem[] => {
    const own = `${path}[${position}]`;
    if (!isRecord(input)) {
      return [{ code: 'SIMULATION_INPUT_INVALID', path: own, params: { found: shown(input) } }];
    }
    const { name, kind } = input;
    const problems: Problem[] = [];
    if (!isCode(name)) problems.push({ code: 'SIMULATION_NAME_EMPTY', path: `${own}.name`, params: {} });
    else if (names.has(name)) {
      problems.push({ code: 'SIMULATION_NAME_DOUBLED', path: `${own}.name`, params: { name } });
    }
    names.add(name);
    if (ONLY_ONCE.includes(kind as string) && kinds.has(kind)) {
      problems.push({ code: 'SIMULATION_KIND_DOUBLED', path: `${own}.kind`, params: { kind: shown(kind) } });
    }
    kinds.add(kind);
    return [...problems, ...inputProblems(input, units, own)];
  });
}

function inputProblems(input: Unknowns, units: readonly Unit[], path: string): readonly Problem[] {
  const { kind, nodes, levels } = input;
  const fields = FIELDS.get(kind);
  if (fields === undefined) {
    const params = { found: shown(kind), known: [...FIELDS.keys()].join(' ') };
    return [{ code: 'SIMULATION_KIND_UNKNOWN', path: `${path}.kind`, params }];
  }
  const problems: Problem[] = [
    ...unknownFields(input, ['name', 'kind', ...fields], path),
    ...listProblems(nodes, isCode, 'SIMULATION_NODES_INVALID', `${path}.nodes`),
    ...listProblems(levels, isLevel, 'SIMULATION_LEVELS_INVALID', `${path}.levels`),
  ];
  if (kind === 'weights') {
    if (nodes !== undefined && levels !== undefined) {
      problems.push({ code: 'SIMULATION_NODES_AND_LEVELS', path: `${path}.levels`, params: {} });
    }
    problems.push(...distributionProblems(input['distribution'], `${path}.distribution`));
  }
  if (kind === 'data') problems.push(...noiseProblems(input['noise'], `${path}.noise`));
  const { orNone } = input;
  if (kind === 'leave_out' && orNone !== undefined && typeof orNone !== 'boolean') {
    const params = { found: shown(orNone) };
    problems.push({ code: 'SIMULATION_OR_NONE_INVALID', path: `${path}.orNone`, params });
  }
  return [...problems, ...alternativesProblems(input, units, `${path}.alternatives`)];
}

function alternativesProblems(
  { kind, alternatives }: Unknowns,
  units: readonly Unit[],
  path: string,
): readonly Problem[] {
  const check = ALTERNATIVES.get(kind);
  if (check === undefined) return [];
  if (!Array.isArray(alternatives) || alternatives.length === 0) {
    return [{ code: 'SIMULATION_ALTERNATIVES_ABSENT', path, params: { found: shown(alternatives) } }];
  }
  return alternatives.flatMap((alternative: unknown, position) =>
    check(alternative as never, units, `${path}[${position}]`),
  );
}

function missingProblems(rule: unknown, _units: readonly Unit[], path: string): readonly Problem[] {
  if (MISSING_RULES.includes(rule as string)) return [];
  const params = { found: shown(rule), known: MISSING_RULES.join(' ') };
  return [{ code: 'MISSING_RULE_UNKNOWN', path, params }];
}

/** What its rules say is looked at by `validate`, once they stand in for the method's. */
function methodProblems(patch: unknown, path: string): readonly Problem[] {
  if (isRecord(patch)) return unknownFields(patch, METHOD_FIELDS, path);
  return [{ code: 'METHOD_INVALID', path, params: { found: shown(patch) } }];
}

function isLevel(level: unknown): boolean {
  return Number.isInteger(level) && (level as number) >= 1;
}

function listProblems(
  list: unknown,
  fits: (entry: unknown) => boolean,
  code: string,
  path: string,
): readonly Problem[] {
  if (list === undefined) return [];
  if (!Array.isArray(list) || list.length === 0) return [{ code, path, params: { found: shown(list) } }];
  return list.flatMap((entry: unknown, position) => {
    return fits(entry) ? [] : [{ code, path: `${path}[${position}]`, params: { found: shown(entry) } }];
  });
}

function distributionProblems(distribution: unknown, path: string): readonly Problem[] {
  const { method, share, concentration }: Unknowns = isRecord(distribution) ? distribution : {};
  switch (method) {
    case 'noise':
      if (isFiniteNumber(share) && share > 0 && share <= 1) return [];
      return [{ code: 'SIMULATION_SHARE_INVALID', path: `${path}.share`, params: { share: shown(share) } }];
    case 'dirichlet': {
      if (isFiniteNumber(concentration) && concentration > 0) return [];
      const params = { concentration: shown(concentration) };
      return [{ code: 'SIMULATION_CONCENTRATION_INVALID', path: `${path}.concentration`, params }];
    }
    case 'simplex':
      return [];
    default: {
      const params = { found: shown(method ?? distribution), known: 'noise dirichlet simplex' };
      return [{ code: 'SIMULATION_DISTRIBUTION_UNKNOWN', path, params }];
    }
  }
}

const NOISE_WORDS: Readonly<Record<string, readonly string[]>> = {
  distribution: ['normal', 'uniform'],
  scale: ['relative', 'absolute'],
};

function noiseProblems(noise: unknown, path: string): readonly Problem[] {
  if (!isRecord(noise)) {
    return [{ code: 'SIMULATION_NOISE_INVALID', path, params: { found: shown(noise) } }];
  }
  const problems: Problem[] = Object.entries(NOISE_WORDS)
    .filter(([word, known]) => !known.includes(noise[word] as string))
    .map(([word, known]) => {
      const params = { found: shown(noise[word]), known: known.join(' ') };
      return { code: 'SIMULATION_NOISE_INVALID', path: `${path}.${word}`, params };
    });
  const { size } = noise;
  if (isFiniteNumber(size) && size > 0) return problems;
  return [
    ...problems,
    { code: 'SIMULATION_NOISE_INVALID', path: `${path}.size`, params: { size: shown(size) } },
  ];
}
