import { describe, expect, it } from '@jest/globals';
import { cellsOf } from './source.fixture.js';

// 2026-11-01 is day 20,758 after 1970-01-01.
const AGE = { kind: 'age', element: 'x', at: 20_758, future: 'undetermined' } as const;

describe('age', () => {
  it('is the number of days up to the day of the assessment', () => {
    expect(cellsOf(AGE, { x: [20_757, 20_758, 0, -3] })).toEqual([1, 0, 20_758, 20_761]);
  });

  it.each(['not_applicable', 'missing', 'undetermined'] as const)('of a day to come: %s', (future) => {
    expect(cellsOf({ ...AGE, future }, { x: [20_759, 20_758] })).toEqual([`${future} futureDay`, 0]);
  });

  it('of a day to come, held at zero', () => {
    expect(cellsOf({ ...AGE, future: 'zero' }, { x: [20_759, 1e9] })).toEqual(['0 futureDay', '0 futureDay']);
  });

  it('says why a number is absent', () => {
    expect(cellsOf(AGE, { x: ['M', 'O', 'L', Number.NaN] })).toEqual([
      'not_applicable',
      'missing',
      'not_collected',
      'undetermined',
    ]);
  });
});
