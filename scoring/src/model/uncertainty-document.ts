import { asItIs, isObject, listOf, objectOf, readDocument, wordOf, type Read } from './document-shapes.js';
import { framework } from './framework-document.js';
import type { Outcome } from './outcome.js';
import { aggregation, impute, METHOD, normalise, treat } from './rule-shapes.js';
import type {
  DataNoise,
  SensitivitySpecification,
  SensitivityTarget,
  SimulationSpecification,
  UncertainInput,
  WeightDistribution,
} from './simulation.js';
import type { Method } from './framework.js';

/** What a simulation is to vary and to answer, apart from how often and from which seed. */
export type Uncertainty = Omit<SimulationSpecification, 'draws' | 'seed'>;

const about = { name: asItIs, nodes: asItIs };

const inputs = listOf(
  wordOf<'kind', UncertainInput>('kind', {
    weights: {
      ...about,
      levels: asItIs,
      distribution: wordOf<'method', WeightDistribution>('method', {
        noise: { share: asItIs },
        dirichlet: { concentration: asItIs },
        simplex: {},
      }),
    },
    normalisation: { ...about, alternatives: listOf(normalise) },
    imputation: { ...about, alternatives: listOf(impute) },
    treatment: { ...about, alternatives: listOf(treat) },
    aggregation: { ...about, alternatives: listOf(aggregation) },
    missing: { ...about, alternatives: asItIs },
    leave_out: { ...about, or_none: asItIs },
    data: { ...about, noise: objectOf<DataNoise>({ distribution: asItIs, scale: asItIs, size: asItIs }) },
    method: { name: asItIs, alternatives: listOf(objectOf<Method>(METHOD)) },
    framework: { name: asItIs, alternatives: listOf(framework) },
  }),
);

const uncertainty = objectOf<Uncertainty>({
  inputs,
  interval: asItIs,
  confidence: asItIs,
  sensitivity: objectOf<SensitivitySpecification>({
    targets: listOf(
      wordOf<'of', SensitivityTarget>('of', {
        rank_shift: {},
        score: { unit: asItIs },
        rank: { unit: asItIs },
      }),
    ),
    resamples: asItIs,
  }),
});

const section: Read = (document, at) =>
  isObject(document) && document['uncertainty'] !== undefined
    ? uncertainty(document['uncertainty'], { ...at, path: 'uncertainty' })
    : null;

/**
 * What the `uncertainty` of a framework file says, in the words of `simulate`; the keys are checked here,
 * their values by `simulate`.
 *
 * @param document as `frameworkOf` takes it
 * @returns `null` where the file says nothing of it, or every key that has no meaning where it stands
 */
export function uncertaintyOf(document: unknown): Outcome<Uncertainty | null> {
  return readDocument<Uncertainty | null>(section, document);
}
