import type { Dataset } from '../../model/dataset.js';
import type { Bounds, Framework, FrameworkNode, Method } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import { elementSource } from '../indicators/element-source.js';
import { elementsOf } from '../indicators/indicator.js';
import { valueProblems } from '../indicators/value-problems.js';
import { isLeaf } from '../tree.js';
import { datasetProblems, datasetShapeProblems } from './dataset-problems.js';
import { frameworkProblems, frameworkShapeProblems } from './framework-problems.js';
import { nodesOf } from './tree-problems.js';

/**
 * Checks a framework and a data set whole, before anything is computed. Whatever is handed in, it answers
 * with problems and does not throw. What can only be looked at once something else is in order (values,
 * once the formulas are) is told of when that is.
 *
 * @returns every problem, in the order of the input; empty when both can be computed
 */
export function validate(framework: Framework, dataset: Dataset): readonly Problem[] {
  const shapes = [frameworkShapeProblems(framework), datasetShapeProblems(dataset)] as const;
  const [ofFramework, ofDataset] = shapes;
  if (ofFramework.length > 0) return [...ofFramework, ...ofDataset];
  const units = ofDataset.length > 0 ? [] : dataset.units;
  const rules = frameworkProblems(framework, units);
  if (ofDataset.length > 0) return [...rules, ...ofDataset];
  // Without sound formulas nobody knows which data elements are asked for.
  if (rules.some(({ path }) => path.includes('.formula'))) return rules;
  const leaves = nodesOf(framework.root).filter(isLeaf);
  const cells = datasetProblems(dataset, new Set(leaves.flatMap(elementsOf)));
  if (rules.length > 0 || cells.length > 0) return [...rules, ...cells];
  const source = elementSource(dataset);
  return leaves.flatMap((leaf) => {
    const bounds = boundsOf(leaf, framework.method);
    return valueProblems(leaf, source, units, bounds);
  });
}

/**
 * What a raw value of the leaf may be: within its bounds, and under a ratio to the maximum also within 0
 * and that maximum, unless the method says what becomes of a value beyond it.
 */
function boundsOf(leaf: FrameworkNode, method: Method): Bounds {
  const { bounds = {}, input, points } = leaf;
  const rule = leaf.normalise ?? method.normalise ?? { method: 'ratio_to_maximum' };
  if (rule.method !== 'ratio_to_maximum' || rule.clamp !== undefined) return bounds;
  const maximum = input === 'points' ? (points as number) : 1;
  return {
    minimum: Math.max(0, bounds.minimum ?? 0),
    maximum: Math.min(maximum, bounds.maximum ?? maximum),
  };
}
