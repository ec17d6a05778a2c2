import { ofDataSet } from '../../platform/http/data-set.js';
import type { UnitSummary } from '../units/unit.dto.js';
import type { AssessmentDto, AssessmentSummary, NodeResultDto, UnitResultDto } from './assessment.dto.js';
import type { Assessment, AssessmentFigure, AssessmentNode } from './assessment.entity.js';
import type { StoredResult } from './assessments.repository.js';

export function assessmentSummary(assessment: Assessment): AssessmentSummary {
  const { id, frameworkVersion, level, period, rosterDate, basis, unitCount, scoredCount } = assessment;
  const { inputHash, engineVersion, createdAt, createdBy } = assessment;
  return {
    id,
    frameworkVersion,
    level,
    period,
    rosterDate,
    basis,
    unitCount,
    scoredCount,
    inputHash,
    engineVersion,
    createdAt: createdAt.toISOString(),
    createdBy,
    ...ofDataSet(assessment.dataSet),
  };
}

export function assessmentDto(assessment: Assessment): AssessmentDto {
  return { ...assessmentSummary(assessment), recipe: { ...assessment.recipe } };
}

/** @param elements data elements behind each leaf, by its code */
export function unitResultDto(
  { unit, nodes, figures }: StoredResult,
  summary: UnitSummary | undefined,
  elements: ReadonlyMap<string, readonly string[]>,
): UnitResultDto {
  const { assessmentId: _, position: __, ...own } = unit;
  return {
    ...own,
    nameVi: summary?.nameVi ?? unit.unitId,
    shortNameVi: summary?.shortNameVi ?? unit.unitId,
    nameEn: summary?.nameEn ?? unit.unitId,
    nodes: nodes.map((node) => nodeResultDto(node, figures, elements.get(node.nodeCode) ?? [])),
  };
}

function nodeResultDto(
  node: AssessmentNode,
  figures: readonly AssessmentFigure[],
  elements: readonly string[],
): NodeResultDto {
  const { assessmentId: _, unitId: __, position: ___, nodeCode, ...own } = node;
  const observationIds = figures
    .filter(({ dataElement }) => elements.includes(dataElement))
    .map(({ observationId }) => observationId);
  return { code: nodeCode, ...own, observationIds };
}
