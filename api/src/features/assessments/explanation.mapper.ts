import type { NodeExplanation, UnitResult } from '@dti-monitor/scoring';
import type { Observation } from '../observations/observation.entity.js';
import type { NodeContributionDto, UsedFigureDto } from './assessment.dto.js';
import type { StoredResult } from './assessments.repository.js';

/**
 * The result that the steps are told of, with the rank that the unit had among all. A rank that was
 * published, or taken on a published total, did not come about by these steps and is not among them.
 */
export function rankedAsStored(result: UnitResult, { unit }: Pick<StoredResult, 'unit'>): UnitResult {
  const { computedRank, totalBasis, total, tied, groupCode } = unit;
  if (computedRank === null || total === null || totalBasis !== 'computed') return { ...result, rank: null };
  return { ...result, group: groupCode, rank: { rank: computedRank, tied, compared: total } };
}

export function contributionDto(node: NodeExplanation): NodeContributionDto {
  const { code, toParent, toWhole, scale, lost, peers } = node;
  return { node: code, toParent, toWhole, scale, lost, peers };
}

export function usedFigureDto(figure: Observation): UsedFigureDto {
  const { id, dataElement, period, value, textValue, status, sourceIds, confidence, note } = figure;
  return {
    observationId: id,
    dataElement,
    period,
    value,
    text: textValue,
    status,
    sourceIds,
    confidence,
    note,
  };
}
