import type { AuditFinding, AuditRefusal, AuditThresholds, IndicatorStatistics } from '../model/audit.js';
import { STATE, type Column } from '../model/column.js';
import { columnShape, mean, standardDeviation } from '../numeric/moments.js';
import { medianOfSorted, sortedValues } from '../numeric/order.js';
import { quantileOfSorted } from '../numeric/quantile.js';

/** Values that a statistic needs at least. */
const NEEDED = { mean: 1, deviation: 2, skewness: 3, kurtosis: 4 } as const;

/**
 * Statistics of one indicator over all units (COINr's `get_stats`). What cannot exist for a unit is no gap.
 * Cost: n log n.
 */
export function indicatorStatistics(node: string, { values, states }: Column): IndicatorStatistics {
  const units = values.length;
  const sorted = sortedValues(values);
  const available = sorted.length;
  let notApplicable = 0;
  for (let u = 0; u < units; u += 1) if (states[u] === STATE.not_applicable) notApplicable += 1;
  const missing = units - notApplicable - available;
  const { unique, same, commonest } = repetitions(sorted);
  let nonZero = 0;
  for (const value of sorted) if (value !== 0) nonZero += 1;
  const ofUnits = (count: number): number | null => share(count, units - notApplicable);
  const ofValues = (count: number): number | null => share(count, available);
  return {
    node,
    units,
    notApplicable,
    available,
    missing,
    nonZero,
    unique,
    same,
    commonest,
    availableShare: ofUnits(available),
    missingShare: ofUnits(missing),
    nonZeroShare: ofValues(nonZero),
    zeroShare: ofValues(available - nonZero),
    uniqueShare: ofValues(unique),
    sameShare: ofValues(same),
    minimum: quantileOfSorted(sorted, 0),
    maximum: quantileOfSorted(sorted, 1),
    mean: mean(sorted),
    median: medianOfSorted(sorted),
    lowerQuartile: quantileOfSorted(sorted, 0.25),
    upperQuartile: quantileOfSorted(sorted, 0.75),
    deviation: standardDeviation(sorted),
    ...columnShape(sorted),
  };
}

/** One refusal for an indicator without any value; else one for each statistic that is not defined. */
export function statisticsRefusals(statistics: IndicatorStatistics): readonly AuditRefusal[] {
  const { node, available } = statistics;
  if (available === 0) {
    return [{ step: 'statistics', code: 'TOO_FEW_VALUES', nodes: [node], params: { available, needed: 1 } }];
  }
  const refusals: AuditRefusal[] = [];
  for (const statistic of ['mean', 'deviation', 'skewness', 'kurtosis'] as const) {
    if (statistics[statistic] !== null) continue;
    const needed = NEEDED[statistic];
    const params = { statistic, available, needed };
    const spread = statistics.minimum !== statistics.maximum;
    const code = available < needed ? 'TOO_FEW_VALUES' : spread ? 'OUT_OF_RANGE' : 'NO_SPREAD';
    refusals.push({ step: 'statistics', code, nodes: [node], params });
  }
  return refusals;
}

/** What the statistics of an indicator draw attention to, by the thresholds (COINr's flags). */
export function statisticsFindings(
  statistics: IndicatorStatistics,
  thresholds: AuditThresholds,
): readonly AuditFinding[] {
  const { node, availableShare, nonZeroShare, uniqueShare, skewness, kurtosis } = statistics;
  const findings: AuditFinding[] = [];
  const below = (code: AuditFinding['code'], value: number | null, threshold: number): void => {
    if (value !== null && value < threshold) {
      findings.push({ code, nodes: [node], params: { share: value, threshold } });
    }
  };
  below('LOW_AVAILABILITY', availableShare, thresholds.availability);
  below('FEW_NON_ZERO', nonZeroShare, thresholds.nonZero);
  below('FEW_UNIQUE', uniqueShare, thresholds.unique);
  if (skewness !== null && kurtosis !== null) {
    const skewed = Math.abs(skewness) > thresholds.skewness;
    if (skewed && kurtosis > thresholds.kurtosis) {
      findings.push({ code: 'OUTLIERS', nodes: [node], params: { skewness, kurtosis } });
    }
  }
  return findings;
}

function share(count: number, of: number): number | null {
  return of === 0 ? null : count / of;
}

/** Of ascending values: how many differ, the most that are equal, and the lowest value that so many have. */
function repetitions(sorted: Float64Array): {
  readonly unique: number;
  readonly same: number;
  readonly commonest: number | null;
} {
  let unique = 0;
  let same = 0;
  let commonest: number | null = null;
  let run = 0;
  for (let at = 0; at < sorted.length; at += 1) {
    const value = sorted[at] as number;
    const repeats = value === sorted[at - 1];
    run = repeats ? run + 1 : 1;
    if (!repeats) unique += 1;
    if (run > same) {
      same = run;
      // Never -0.
      commonest = value + 0;
    }
  }
  return { unique, same, commonest };
}
