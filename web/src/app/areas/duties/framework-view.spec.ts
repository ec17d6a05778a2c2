import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '../../../testing/wording.js';
import type { GuidanceFramework } from '../../api-client/models/guidance-framework.js';
import type { LegalBasis } from '../../api-client/models/legal-basis.js';
import type { MaturityAssessment } from '../../api-client/models/maturity-assessment.js';
import { applicantOf, frameworkFinding, groupsFor, ladderOf } from './framework-view.js';

type Group = GuidanceFramework['groups'][number];
type Activity = Group['activities'][number];
const activity = (code: string, appliesTo: Activity['appliesTo'], lapsed = false): Activity => ({
  code,
  number: 1,
  nameVi: code,
  nameEn: code,
  agency: null,
  objective: null,
  result: null,
  basisPrinted: null,
  bases: [{ lapsed } as LegalBasis],
  appliesTo,
  textCheck: 'as_printed',
});
const group = (code: string, activities: Activity[]): Group => ({
  code,
  nameVi: code,
  nameEn: code,
  basisPrinted: null,
  bases: [],
  activities,
});
const groups = [
  group('II', [activity('II.1', ['province']), activity('II.2', ['ministry'])]),
  group('V', [activity('V.1', ['ministry', 'province'], true)]),
  group('VII', [activity('VII', [])]),
];
const levels: GuidanceFramework['levels'] = [
  {
    level: 3,
    nameVi: 'Chuẩn hóa',
    nameEn: 'Standardised',
    headlineVi: 'Có chiến lược',
    headlineEn: 'There is a strategy',
    criteria: ['3.1', '3.2', '3.3'].map((code) => ({
      code,
      textVi: `Tiêu chí ${code}`,
      textEn: `Criterion ${code}`,
      textCheck: 'as_printed' as const,
    })),
  },
];

describe('the activities', () => {
  it.each([
    ['province', ['II.1', 'V.1', 'VII']],
    ['ministry', ['II.2', 'V.1', 'VII']],
    ['it_unit', ['VII']],
    ['nobody', ['II.1', 'II.2', 'V.1', 'VII']],
    [undefined, ['II.1', 'II.2', 'V.1', 'VII']],
  ])('of %p, with those that the source names nobody for', (who, codes) => {
    const shown = groupsFor(groups, applicantOf(who)).flatMap(({ activities }) => activities);
    expect(shown.map(({ code }) => code)).toEqual(codes);
  });

  it('are counted, with those whose basis has lapsed', () => {
    expect(frameworkFinding({ groups } as GuidanceFramework, wordingOf('vi'))).toBe(
      '3 nhóm, 4 hoạt động về dữ liệu; 1 hoạt động có căn cứ đã hết hiệu lực',
    );
  });
});

describe('the ladder', () => {
  const answer = (criterion: string, met: boolean | null) =>
    ({
      criterion,
      level: 3,
      met,
      evidence: met === true ? 'Quyết định 12' : null,
    }) as MaturityAssessment['items'][number];
  const own = {
    levels: [{ level: 3, criteria: 3, met: 1, notMet: 1, unanswered: 1 }],
    items: [answer('3.1', true), answer('3.2', false), answer('3.3', null)],
  } as MaturityAssessment;

  it('counts the criteria that a unit meets and names no level as its own', () => {
    const [rung] = ladderOf(levels, own, wordingOf('vi'));
    expect(rung).toMatchObject({ count: '1 trên 3 tiêu chí đạt', headline: 'Có chiến lược' });
    expect(rung?.criteria.map((one) => [one.answer, one.evidence])).toEqual([
      ['met', 'Quyết định 12'],
      ['notMet', null],
      ['unanswered', null],
    ]);
  });

  it('has criteria alone while no unit is chosen', () => {
    const [rung] = ladderOf(levels, null, wordingOf('en'));
    expect(rung).toMatchObject({ name: 'Standardised', count: null });
    expect(rung?.criteria.every((one) => one.answer === null)).toBe(true);
  });
});
