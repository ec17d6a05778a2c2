import type { GuidanceActivity } from '../../api-client/models/guidance-activity.js';
import type { GuidanceApplicability } from '../../api-client/models/guidance-applicability.js';
import type { GuidanceFramework } from '../../api-client/models/guidance-framework.js';
import type { GuidanceGroup } from '../../api-client/models/guidance-group.js';
import type { MaturityAssessment } from '../../api-client/models/maturity-assessment.js';
import type { MaturityLevel } from '../../api-client/models/maturity-level.js';
import type { Wording } from '../../shared/language/wording.js';

/** Who may carry an activity out, in the order of the choice. */
export const APPLICANTS: readonly GuidanceApplicability[] = [
  'ministry',
  'province',
  'database_owner',
  'it_unit',
  'data_user',
  'data_provider',
  'platform_operator',
];

export function applicantOf(text: string | undefined): GuidanceApplicability | null {
  return APPLICANTS.find((one) => one === text) ?? null;
}

/** Whether an activity applies; one whose source does not say to whom applies to anyone. */
export function appliesTo(activity: GuidanceActivity, who: GuidanceApplicability | null): boolean {
  return who === null || activity.appliesTo.length === 0 || activity.appliesTo.includes(who);
}

/** Groups with the activities that apply; groups without any are left out. */
export function groupsFor(
  groups: readonly GuidanceGroup[],
  who: GuidanceApplicability | null,
): readonly GuidanceGroup[] {
  return groups
    .map((group) => ({ ...group, activities: group.activities.filter((one) => appliesTo(one, who)) }))
    .filter(({ activities }) => activities.length > 0);
}

/** How many groups and activities there are, and how many rest on a basis that has lapsed. */
export function frameworkFinding({ groups }: GuidanceFramework, { t }: Wording): string {
  const activities = groups.flatMap((group) => group.activities);
  const lapsed = activities.filter(({ bases }) => bases.some((basis) => basis.lapsed)).length;
  return t('guidance.finding', { groups: groups.length, activities: activities.length, lapsed });
}

export type Answer = 'met' | 'notMet' | 'unanswered';

/** One rung of the ladder: a level with its criteria and what the unit says of each. */
export interface Rung {
  readonly level: number;
  readonly name: string;
  readonly headline: string | null;
  /** "2 trên 4 tiêu chí đạt"; null while no unit is chosen. */
  readonly count: string | null;
  readonly criteria: readonly {
    readonly code: string;
    readonly text: string;
    readonly answer: Answer | null;
    readonly evidence: string | null;
  }[];
}

/** The ladder from the lowest level up; no level is told to be the unit's, since no document says how. */
export function ladderOf(
  levels: readonly MaturityLevel[],
  own: MaturityAssessment | null,
  { t, name }: Wording,
): readonly Rung[] {
  const answers = new Map(own?.items.map((item) => [item.criterion, item]) ?? []);
  return levels.map((level) => {
    const counted = own?.levels.find((one) => one.level === level.level);
    return {
      level: level.level,
      name: name(level),
      headline:
        level.headlineVi === null
          ? null
          : name({ nameVi: level.headlineVi, nameEn: level.headlineEn ?? level.headlineVi }),
      count: counted === undefined ? null : countOf(counted, t),
      criteria: level.criteria.map(({ code, textVi, textEn }) => ({
        code,
        text: name({ nameVi: textVi, nameEn: textEn }),
        answer: own === null ? null : answerOf(answers.get(code)?.met),
        evidence: answers.get(code)?.evidence ?? null,
      })),
    };
  });
}

/** What nobody answered is not nought. */
function countOf(
  { met, criteria, unanswered }: MaturityAssessment['levels'][number],
  t: Wording['t'],
): string {
  return unanswered === criteria ? t('guidance.unanswered') : t('guidance.met', { met, criteria });
}

function answerOf(met: boolean | null | undefined): Answer {
  if (met === true) return 'met';
  return met === false ? 'notMet' : 'unanswered';
}
