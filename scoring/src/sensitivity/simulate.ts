import type { Dataset } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';
import { failure, success, type Outcome, type Problem } from '../model/outcome.js';
import type {
  ResolvedSpecification,
  Simulation,
  SimulationProgress,
  SimulationSpecification,
} from '../model/simulation.js';
import { choiceProblems } from './choice-problems.js';
import { runsOfRow } from './design.js';
import { SimulationRun } from './simulation-run.js';
import { specificationProblems } from './specification-problems.js';

const DEFAULT_INTERVAL: readonly [number, number] = [0.05, 0.95];
const DEFAULT_CONFIDENCE = 0.95;
const DEFAULT_RESAMPLES = 1000;

/** Runs between two reports of progress. */
const RUNS_PER_STEP = 50;

/**
 * Uncertainty and sensitivity of an index by Monte Carlo: the index is worked out again for each draw of
 * what is uncertain about its method, and the result says how far scores and ranks move, which neighbours
 * are told apart, and (if asked) which of the inputs the movement comes from.
 *
 * The same arguments give the same bytes. A choice that `validate` refuses is a problem before the first
 * run; a run in which nobody has a score ends the simulation with a problem. Cost: a run costs what the
 * draw changes; see `RunEvaluation`. Source: OECD/JRC Handbook, step 7; COINr `get_sensitivity`.
 *
 * @param onProgress told every 50 runs and at the end how far it is
 * @returns the simulation with its recipe, or all problems of the input at once
 */
export function simulate(
  framework: Framework,
  dataset: Dataset,
  specification: SimulationSpecification,
  onProgress?: (progress: SimulationProgress) => void,
): Outcome<Simulation> {
  const steps = simulationSteps(framework, dataset, specification);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    onProgress?.(step.value);
  }
}

/**
 * The same simulation in steps, for whoever has other things to do meanwhile: each step is a number of runs,
 * after which the caller goes on (`next`), or gives up (`return`, or never asking again).
 *
 * @param runsPerStep a whole number from 1 on
 * @throws RangeError when `runsPerStep` is not
 */
export function* simulationSteps(
  framework: Framework,
  dataset: Dataset,
  specification: SimulationSpecification,
  runsPerStep: number = RUNS_PER_STEP,
): Generator<SimulationProgress, Outcome<Simulation>, void> {
  if (!Number.isInteger(runsPerStep) || runsPerStep < 1) {
    throw new RangeError('simulationSteps: the runs of a step must be a whole number from 1 on');
  }
  const problems = problemsOf(framework, dataset, specification);
  if (problems.length > 0) return failure(problems);
  const resolved = resolvedSpecification(specification);
  const run = new SimulationRun(framework, dataset, resolved);
  if (!run.nominalScored) {
    return failure([{ code: 'SIMULATION_NOBODY_SCORED', path: 'dataset', params: {} }]);
  }
  const kinds = runsOfRow(resolved.inputs.length, resolved.sensitivity !== null);
  const of = resolved.draws * kinds.length;
  let done = 0;
  for (let row = 0; row < resolved.draws; row += 1) {
    for (const kind of kinds) {
      const problem = run.run(row, kind);
      if (problem !== null) return failure([problem]);
      done += 1;
      if (done % runsPerStep === 0 || done === of) yield { done, of };
    }
  }
  return success(run.result());
}

function problemsOf(
  framework: Framework,
  dataset: Dataset,
  specification: SimulationSpecification,
): readonly Problem[] {
  const units: unknown = (dataset as Partial<Dataset> | null)?.units;
  const known = Array.isArray(units) ? dataset.units : [];
  const ofSpecification = specificationProblems(specification, known, 'specification');
  // Inputs that are not sound in themselves cannot be tried out: then the framework is looked at alone.
  const inputs = ofSpecification.length === 0 ? specification.inputs : [];
  return [...ofSpecification, ...choiceProblems(framework, dataset, inputs, 'specification.inputs')];
}

function resolvedSpecification({
  draws,
  seed,
  inputs,
  interval = DEFAULT_INTERVAL,
  confidence = DEFAULT_CONFIDENCE,
  sensitivity,
}: SimulationSpecification): ResolvedSpecification {
  const { targets = [{ of: 'rank_shift' as const }], resamples = DEFAULT_RESAMPLES } = sensitivity ?? {};
  return {
    draws,
    seed,
    inputs,
    interval,
    confidence,
    sensitivity: sensitivity === undefined ? null : { targets, resamples },
  };
}
