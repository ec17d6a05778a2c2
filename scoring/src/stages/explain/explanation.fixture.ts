import type { Aggregation } from '../../model/aggregation.js';
import type { Dataset } from '../../model/dataset.js';
import type {
  Explanation,
  ExplainOptions,
  Gains,
  GainsOptions,
  NodeExplanation,
} from '../../model/explanation.js';
import type { Framework, Method } from '../../model/framework.js';
import { flat } from '../framework.fixture.js';
import { explain } from './explain.js';
import { gains } from './gains.js';

export function explained(
  framework: Framework,
  dataset: Dataset,
  unit: string,
  options?: ExplainOptions,
): Explanation {
  const outcome = explain(framework, dataset, unit, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

export function node({ nodes }: Explanation, code: string): NodeExplanation {
  const found = nodes.find((own) => own.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}

/** Two indicators of equal weight under an aggregation. */
export function combining(aggregation: Aggregation, method: Partial<Method> = {}): Framework {
  return flat({ a: 50, b: 50 }, { aggregation, ...method });
}

export function gained(framework: Framework, dataset: Dataset, unit: string, options?: GainsOptions): Gains {
  const outcome = gains(framework, dataset, unit, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

/** Why steps were not taken: `element step REASON`. */
export function reasons({ notTaken }: Gains): readonly string[] {
  return notTaken.map(({ element, step, reason }) => `${element} ${step.kind} ${reason}`);
}
