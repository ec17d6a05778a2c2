import { describe, expect, it } from '@jest/globals';
import type { Neighbours } from '../model/simulation.js';
import { drawRecord, ranksOfUnit, recordDraw, scoresOfUnit, type DrawRecord } from './draw-record.js';
import { indistinguishable, neighboursOf } from './neighbours.js';

/** A record of ranks, one list for each draw. */
function recordOf(...draws: readonly (readonly number[])[]): DrawRecord {
  const record = drawRecord(draws[0]?.length ?? 0, draws.length);
  draws.forEach((ranks, draw) =>
    recordDraw(
      record,
      draw,
      Float64Array.from(ranks, (rank) => -rank),
      Float64Array.from(ranks),
    ),
  );
  return record;
}

const unit = (code: string, group: string | null = 'g') => ({ code, group });

describe('drawRecord', () => {
  it('has what each unit had in each draw together', () => {
    const record = recordOf([1, 2.5], [NaN, 1]);
    expect([...ranksOfUnit(record, 0)]).toEqual([1, NaN]);
    expect([...ranksOfUnit(record, 1)]).toEqual([2.5, 1]);
    expect([...scoresOfUnit(record, 1)]).toEqual([-2.5, -1]);
  });
});

describe('neighboursOf', () => {
  it('is the share of draws in which the nominal leader leads, ties apart', () => {
    const record = recordOf([1, 2], [1, 2], [1, 2], [1, 2], [1, 1], [2, 1], [2, 1], [2, 1]);
    expect(neighboursOf([unit('a'), unit('b')], Float64Array.of(1, 2), record)).toEqual([
      { group: 'g', ahead: 'a', behind: 'b', draws: 8, probabilityAhead: 0.5, probabilityEqual: 0.125 },
    ]);
  });

  it('goes by the nominal order, the data deciding where that is equal', () => {
    const record = recordOf([3, 1, 1]);
    const pairs = neighboursOf([unit('a'), unit('b'), unit('c')], Float64Array.of(3, 1, 1), record);
    expect(pairs.map(({ ahead, behind }) => [ahead, behind])).toEqual([
      ['b', 'c'],
      ['c', 'a'],
    ]);
  });

  it('compares within groups alone, and nobody who has no group or no nominal rank', () => {
    const units = [
      unit('a', 'g'),
      unit('b', 'h'),
      unit('c', 'g'),
      unit('d', null),
      unit('e', 'h'),
      unit('f', 'h'),
    ];
    const record = recordOf([1, 1, 2, NaN, 2, NaN]);
    const pairs = neighboursOf(units, Float64Array.of(1, 1, 2, NaN, 2, NaN), record);
    expect(pairs.map(({ group, ahead, behind }) => [group, ahead, behind])).toEqual([
      ['g', 'a', 'c'],
      ['h', 'b', 'e'],
    ]);
  });

  it('leaves out draws in which one of the two has no rank, and says when that is all of them', () => {
    const both = [unit('a'), unit('b')];
    const some = neighboursOf(both, Float64Array.of(1, 2), recordOf([1, NaN], [1, 2], [NaN, 1]));
    expect(some).toMatchObject([{ draws: 1, probabilityAhead: 1, probabilityEqual: 0 }]);
    const none = neighboursOf(both, Float64Array.of(1, 2), recordOf([1, NaN]));
    expect(none).toMatchObject([{ draws: 0, probabilityAhead: null, probabilityEqual: null }]);
  });
});

describe('indistinguishable', () => {
  const pair = (ahead: string, behind: string, probabilityAhead: number | null, group = 'g'): Neighbours => {
    return { group, ahead, behind, draws: 10, probabilityAhead, probabilityEqual: 0 };
  };

  it('chains neighbours that are not told apart, the level itself being enough to tell', () => {
    const pairs = [pair('a', 'b', 0.949), pair('b', 'c', 0.5), pair('c', 'd', 0.95), pair('d', 'e', 0.1)];
    expect(indistinguishable(pairs, 0.95)).toEqual([
      { group: 'g', units: ['a', 'b', 'c'] },
      { group: 'g', units: ['d', 'e'] },
    ]);
    expect(indistinguishable(pairs, 0.1)).toEqual([]);
  });

  it('takes neighbours that were never compared as not told apart', () => {
    expect(indistinguishable([pair('a', 'b', null)], 0.5)).toEqual([{ group: 'g', units: ['a', 'b'] }]);
  });

  it('does not chain across groups', () => {
    const pairs = [pair('a', 'b', 0.5, 'g'), pair('x', 'y', 0.5, 'h')];
    expect(indistinguishable(pairs, 0.95)).toEqual([
      { group: 'g', units: ['a', 'b'] },
      { group: 'h', units: ['x', 'y'] },
    ]);
  });
});
