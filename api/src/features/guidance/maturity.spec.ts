import { describe, expect, it } from '@jest/globals';
import { countByLevel, latestAnswers } from './maturity.js';

const criteria = [
  { code: '1.1', level: 1 },
  { code: '3.1', level: 3 },
  { code: '3.2', level: 3 },
];
const answer = (criterionCode: string, met: boolean, assessedOn: string) => ({
  criterionCode,
  met,
  evidence: null,
  assessedOn,
  writtenBy: 'spec',
});

describe('how a unit sees its maturity', () => {
  const items = latestAnswers(criteria, [
    answer('3.1', true, '2025-01-01'),
    answer('3.1', false, '2025-06-01'),
    answer('3.2', true, '2025-06-01'),
  ]);

  it('takes the latest answer, and no answer for none', () => {
    expect(items.map(({ criterion, met, answers }) => [criterion, met, answers])).toEqual([
      ['1.1', null, 0],
      ['3.1', false, 2],
      ['3.2', true, 1],
    ]);
  });

  it('counts by level and derives no level', () => {
    expect(countByLevel(items)).toEqual([
      { level: 1, criteria: 1, met: 0, notMet: 0, unanswered: 1 },
      { level: 3, criteria: 2, met: 1, notMet: 1, unanswered: 0 },
    ]);
  });
});
