import type { NodeWeight } from '../model/assessment.js';
import type { Framework } from '../model/framework.js';
import { failure, success, type Outcome } from '../model/outcome.js';
import { nodeWeights, planOf } from './plan.js';
import { frameworkProblems, frameworkShapeProblems } from './validate/framework-problems.js';

/**
 * The weight of every node within its parent and within the whole, parents before children: from the
 * framework alone, before there are data. What data do to it (gaps, what is not applicable) is in a result.
 *
 * @returns the weights, or every problem of the framework; that a unit to measure against is not among the
 * units is none here
 */
export function weightsOf(framework: Framework): Outcome<readonly NodeWeight[]> {
  const ofShape = frameworkShapeProblems(framework);
  if (ofShape.length > 0) return failure(ofShape);
  const problems = frameworkProblems(framework, []).filter(({ code }) => code !== 'REFERENCE_UNIT_UNKNOWN');
  return problems.length > 0 ? failure(problems) : success(nodeWeights(planOf(framework)));
}
