import type {
  AuditRefusal,
  ComponentWeights,
  TargetWeights,
  WeightAid,
  WeightProposal,
} from '../model/audit.js';
import type { Dataset } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';
import { failure, success, type Outcome } from '../model/outcome.js';
import { validate } from '../stages/validate/validate.js';
import { ENGINE_VERSION } from '../version.js';
import { aidProblems } from './aid-problems.js';
import { componentWeights } from './component-weights.js';
import { codeAt, countedTree, countingParents, type CountedTree } from './counted-tree.js';
import { targetWeights } from './target-weights.js';

/**
 * Weights that the data suggest, for the children of each parent apart, everything else being as the
 * framework has it. They are an aid to whoever decides: nothing takes them over by itself. To try them,
 * write them into the framework as `weight`, with `weights: { method: 'given' }`, and compute.
 *
 * @returns proposals by parent and, for each parent without one, the reason; or all problems of the input
 */
export function proposeWeights(
  framework: Framework,
  dataset: Dataset,
  aid: WeightAid,
): Outcome<WeightProposal> {
  const ofInput = validate(framework, dataset);
  if (ofInput.length > 0) return failure(ofInput);
  const ofAid = aidProblems(aid, framework, 'aid');
  if (ofAid.length > 0) return failure(ofAid);
  const tree = countedTree(framework, dataset);
  const groups: (ComponentWeights | TargetWeights)[] = [];
  const refusals: AuditRefusal[] = [];
  for (const parent of parentsFor(tree, aid)) {
    const found =
      aid.method === 'target_correlation'
        ? targetWeights(tree, parent, aid.target)
        : componentWeights(tree, parent, aid.loadings ?? 'plain');
    if ('code' in found) refusals.push(found);
    else groups.push(found);
  }
  return success({ engineVersion: ENGINE_VERSION, recipe: framework, groups, refusals });
}

/** The parents asked for, in the order of the framework; one that does not take part has no children that do. */
function parentsFor(tree: CountedTree, { nodes }: WeightAid): readonly number[] {
  if (nodes === undefined) return countingParents(tree);
  return tree.plan.nodes.map(({ index }) => index).filter((index) => nodes.includes(codeAt(tree, index)));
}
