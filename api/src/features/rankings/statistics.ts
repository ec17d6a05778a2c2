import { mean, quantile } from '@dti-monitor/scoring';
import type { z } from 'zod';
import type { rankingStatisticsSchema } from './ranking.dto.js';

/** Statistics of the totals that are there; all null for none. Unrounded. */
export function statisticsOf(totals: readonly number[]): z.infer<typeof rankingStatisticsSchema> {
  return {
    count: totals.length,
    mean: mean(totals),
    median: quantile(totals, 0.5),
    highest: quantile(totals, 1),
    lowest: quantile(totals, 0),
    q1: quantile(totals, 0.25),
    q3: quantile(totals, 0.75),
  };
}
