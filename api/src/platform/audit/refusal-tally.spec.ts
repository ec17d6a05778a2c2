import { describe, expect, it } from '@jest/globals';
import { RefusalTally, THE_REST } from './refusal-tally.js';

const MINUTE = 60_000;

describe('refusals', () => {
  it('are told at once the first time, and as one number when they are repeated', () => {
    const tally = new RefusalTally<string>();
    expect([1, 2, 3].map((now) => tally.note('an edition.publish', `at ${now}`, now))).toEqual([
      true,
      false,
      false,
    ]);
    expect(tally.note('an setting.decide', 'another', 4)).toBe(true);
    expect(tally.close(MINUTE)).toEqual([]);
    expect(tally.close(MINUTE + 4)).toEqual([{ key: 'an edition.publish', first: 'at 1', repeated: 2 }]);
    expect(tally.note('an edition.publish', 'later', MINUTE + 5)).toBe(true);
  });

  it('of any number of callers write no more than so many rows a minute', () => {
    const tally = new RefusalTally<number>();
    const told = Array.from({ length: 10_000 }, (_, caller) => tally.note(`address ${caller}`, caller, 1));
    expect(told.filter(Boolean)).toHaveLength(60);
    expect(tally.close(MINUTE + 1)).toEqual([{ key: THE_REST, first: 60, repeated: 9_940 }]);
  });

  it('are told to the end when the server stops', () => {
    const tally = new RefusalTally<string>();
    tally.note('a', 'first', 1);
    tally.note('a', 'second', 2);
    expect(tally.close(3, true)).toEqual([{ key: 'a', first: 'first', repeated: 1 }]);
    expect(tally.close(4, true)).toEqual([]);
  });
});
