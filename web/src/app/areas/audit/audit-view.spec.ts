import { describe, expect, it } from '@jest/globals';
import { auditQuestion } from './audit-question.js';
import { differences, timeText } from './audit-view.js';

describe('a change in the trail', () => {
  it('is told field by field, what was and what is', () => {
    expect(differences({ state: 'draft' }, { state: 'published', day: '2026-11-22', n: null })).toEqual([
      { field: 'state', before: 'draft', after: 'published' },
      { field: 'day', before: null, after: '2026-11-22' },
      { field: 'n', before: null, after: '–' },
    ]);
    expect(differences(null, null)).toEqual([]);
    expect(differences(null, [1])).toEqual([{ field: 'value', before: null, after: '[1]' }]);
  });

  it('stands at the clock of Viet Nam', () => {
    expect(timeText('2026-11-22T17:00:01.123456Z')).toBe('23/11/2026 00:00:01');
  });
});

describe('an address', () => {
  it('asks what it can mean, and leaves out the rest', () => {
    expect(
      auditQuestion({ from: '2026-11-22', to: 'x', outcome: 'maybe', q: ' a ', page: '0', person: 'y' }),
    ).toEqual({
      from: '2026-11-22',
      to: undefined,
      action: undefined,
      outcome: undefined,
      q: 'a',
      person: undefined,
      page: 1,
      size: 50,
    });
  });
});
