import type { UnitSummary } from '../units/unit.dto.js';
import type { DutySubmission } from './duty.entity.js';
import type { UnitSubmissionDto } from './submission.dto.js';
import type { Standing } from './submission-state.js';

/** One unit's line of a period, with its history. */
export function unitSubmissionDto(
  unit: UnitSummary,
  standing: Standing,
  history: readonly DutySubmission[],
): UnitSubmissionDto {
  const { id: unitId, nameVi, shortNameVi, nameEn, level, regionId } = unit;
  return {
    unitId,
    nameVi,
    shortNameVi,
    nameEn,
    level,
    regionId,
    ...standing,
    documentNumber: history.findLast(({ action }) => action === 'sent')?.documentNumber ?? null,
    history: history.map(submissionEventDto),
  };
}

/** One line of a history. */
export function submissionEventDto(line: DutySubmission): UnitSubmissionDto['history'][number] {
  return {
    id: line.id,
    action: line.action,
    happenedOn: line.happenedOn,
    documentNumber: line.documentNumber,
    reason: line.reason,
    note: line.note,
    writtenAt: line.writtenAt.toISOString(),
    writtenBy: line.writtenBy,
  };
}
