import type { Audit, AuditOptions } from '../model/audit.js';
import type { Dataset } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';
import { failure, success, type Outcome } from '../model/outcome.js';
import type { LeafColumns } from '../stages/evaluate.js';
import { validate } from '../stages/validate/validate.js';
import { ENGINE_VERSION } from '../version.js';
import { auditProblems, resolvedOptions } from './audit-options.js';
import { groupConsistency } from './consistency.js';
import {
  correlationRefusals,
  correlationsAcrossLevels,
  correlationsWithinGroups,
  indexFindings,
  pairFindings,
} from './correlations.js';
import { codeAt, countedTree } from './counted-tree.js';
import { indicatorStatistics, statisticsFindings, statisticsRefusals } from './indicator-statistics.js';
import { removalEffects, removalFindings } from './removals.js';

/**
 * What the data say of a framework: statistics of the indicators as worked out from the data; on the
 * normalised and combined values, correlations within and across levels, consistency of each group, and
 * what becomes of the ranks without each node. Whatever has no answer is among the refusals with the
 * reason.
 *
 * Nothing is changed by it. Cost: units × indicators, twice the pairs within groups, and one ranking for
 * each node.
 *
 * @returns the audit with its recipe and thresholds, or all problems of the input at once
 */
export function audit(framework: Framework, dataset: Dataset, options: AuditOptions = {}): Outcome<Audit> {
  const problems = [...auditProblems(options, 'options'), ...validate(framework, dataset)];
  if (problems.length > 0) return failure(problems);
  const { correlation, thresholds } = resolvedOptions(options);
  const tree = countedTree(framework, dataset);
  const indicators = tree.plan.leaves.map((leaf) => {
    const { raw } = tree.evaluation.leaves.get(leaf) as LeafColumns;
    return indicatorStatistics(codeAt(tree, leaf), raw);
  });
  const withinGroups = correlationsWithinGroups(tree, correlation);
  const acrossLevels = correlationsAcrossLevels(tree, correlation);
  const { groups, refusals: ofGroups } = groupConsistency(tree);
  const { effects: removals, refusals: ofRemovals } = removalEffects(tree);
  return success({
    engineVersion: ENGINE_VERSION,
    recipe: framework,
    correlation,
    thresholds,
    leftOut: tree.evaluation.exclusions.leftOut,
    indicators,
    withinGroups,
    acrossLevels,
    groups,
    removals,
    findings: [
      ...indicators.flatMap((statistics) => statisticsFindings(statistics, thresholds)),
      ...pairFindings(withinGroups, thresholds),
      ...indexFindings(tree, acrossLevels, thresholds),
      ...removalFindings(tree, removals),
    ],
    refusals: [
      ...indicators.flatMap(statisticsRefusals),
      ...correlationRefusals(tree, [...withinGroups, ...acrossLevels]),
      ...ofGroups,
      ...ofRemovals,
    ],
  });
}
