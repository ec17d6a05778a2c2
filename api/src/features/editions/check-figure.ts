import { mean, roundHalfUp } from '@dti-monitor/scoring';
import type { CheckFigureDto } from './edition.dto.js';
import type { PeerGroup } from '../frameworks/framework.entity.js';
import type { CheckFigure } from './edition.entity.js';

/**
 * Sets a published aggregate beside the totals held. It is worked out again only when every member of
 * the group is held; a mean of some of them would be a mean of something else.
 */
export function checkFigureDto(
  figure: CheckFigure,
  totals: readonly number[],
  group: Pick<PeerGroup, 'nameVi' | 'nameEn' | 'expected'> | null,
): CheckFigureDto {
  const expected = group?.expected ?? null;
  const own = expected !== null && totals.length === expected ? mean(totals) : null;
  const recomputed = own === null ? null : roundHalfUp(own, figure.decimals);
  return {
    frameworkVersion: figure.frameworkVersion,
    groupCode: figure.groupCode,
    groupNameVi: group?.nameVi ?? null,
    groupNameEn: group?.nameEn ?? null,
    statistic: figure.statistic,
    published: figure.value,
    decimals: figure.decimals,
    recomputed,
    held: totals.length,
    expected,
    agrees: recomputed === null ? null : recomputed === figure.value,
    confidence: figure.confidence,
    sourceIds: figure.sourceIds,
  };
}
