import { groupBy } from '../../platform/group-by.js';
import type { CriterionAnswerDto, MaturityDto } from './guidance.dto.js';
import type { MaturityCriterion, MaturitySelfAssessment } from './guidance.entity.js';

type Criterion = Pick<MaturityCriterion, 'code' | 'level'>;
type Answer = Pick<MaturitySelfAssessment, 'criterionCode' | 'met' | 'evidence' | 'assessedOn' | 'writtenBy'>;

/** The latest answer to each criterion; one that nobody answered is null and not "no". */
export function latestAnswers(
  criteria: readonly Criterion[],
  answers: readonly Answer[],
): CriterionAnswerDto[] {
  const byCriterion = groupBy(answers, ({ criterionCode }) => criterionCode);
  return criteria.map(({ code, level }) => {
    const own = byCriterion.get(code) ?? [];
    const latest = own.at(-1);
    return {
      criterion: code,
      level,
      met: latest?.met ?? null,
      evidence: latest?.evidence ?? null,
      assessedOn: latest?.assessedOn ?? null,
      writtenBy: latest?.writtenBy ?? null,
      answers: own.length,
    };
  });
}

/** How many criteria of each level are met. Which level that makes, no document says, so none is told. */
export function countByLevel(items: readonly CriterionAnswerDto[]): MaturityDto['levels'] {
  return [...groupBy(items, ({ level }) => level)].map(([level, own]) => ({
    level,
    criteria: own.length,
    met: own.filter(({ met }) => met === true).length,
    notMet: own.filter(({ met }) => met === false).length,
    unanswered: own.filter(({ met }) => met === null).length,
  }));
}
