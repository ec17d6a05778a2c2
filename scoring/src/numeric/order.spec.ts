import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { averageRanks, median, medianOfSorted, minimumRanks, orderOf, sortedValues } from './order.js';

const GAP = Number.NaN;

const column = fc.array(
  fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ noNaN: true }), fc.constantFrom(GAP, 0, -0)),
  { maxLength: 100 },
);

describe('sortedValues', () => {
  it('are ascending, without gaps, by number and not by text', () => {
    expect([...sortedValues([10, 9, GAP, -1, 100])]).toEqual([-1, 9, 10, 100]);
    expect([...sortedValues([])]).toEqual([]);
  });

  it('are fresh: the input stays as it is', () => {
    const values = Float64Array.of(3, 1, 2);
    sortedValues(values)[0] = 9;
    expect([...values]).toEqual([3, 1, 2]);
  });
});

describe('orderOf', () => {
  it.each([
    [[], []],
    [[GAP], []],
    [[5], [0]],
    [
      [3, 1, 2],
      [1, 2, 0],
    ],
    [
      [3, GAP, 1, GAP, 2],
      [2, 4, 0],
    ],
    [
      [1, 1, 0, 1, 0],
      [2, 4, 0, 1, 3],
    ],
    [
      [0, -0, 0],
      [0, 1, 2],
    ],
  ])('of %p is %p', (values, expected) => {
    expect([...orderOf(values)]).toEqual(expected);
  });

  it('is the stable order of the values that are there, at any length', () => {
    fc.assert(
      fc.property(column, (values) => {
        const places = values.map((_, at) => at).filter((at) => !Number.isNaN(values[at]));
        // The sort of arrays is stable; -0 and 0 are equal by subtraction.
        places.sort((a, b) =>
          (values[a] as number) < (values[b] as number)
            ? -1
            : (values[a] as number) > (values[b] as number)
              ? 1
              : 0,
        );
        expect([...orderOf(Float64Array.from(values))]).toEqual(places);
      }),
    );
  });

  it('keeps the order of the input among equal values, however many', () => {
    const places = Array.from({ length: 200 }, (_, at) => at);
    expect([...orderOf(places.map(() => 7))]).toEqual(places);
    const odd = places.filter((at) => at % 2 === 1);
    const even = places.filter((at) => at % 2 === 0);
    expect([...orderOf(places.map((at) => (at % 2 === 0 ? 2 : 1)))]).toEqual([...odd, ...even]);
  });

  it('holds for long columns in any order', () => {
    // 37 and 1009 have no common divisor: every number from 0 to 1008 comes once.
    const values = Float64Array.from({ length: 1009 }, (_, at) => (at * 37) % 1009);
    const order = orderOf(values);
    order.forEach((place, at) => expect(values[place]).toBe(at));
  });

  it.each([11, 12, 13, 24, 25, 48, 49, 1000])(
    'holds where runs meet: %p values in falling order',
    (length) => {
      const falling = Float64Array.from({ length }, (_, at) => -at);
      expect([...orderOf(falling)]).toEqual(Array.from({ length }, (_, at) => length - 1 - at));
    },
  );
});

describe('ranks', () => {
  it.each([
    [
      [10, 20, 20, 30],
      [1, 2.5, 2.5, 4],
      [1, 2, 2, 4],
    ],
    [
      [7, 7, 7],
      [2, 2, 2],
      [1, 1, 1],
    ],
    [
      [3, GAP, 1],
      [2, GAP, 1],
      [2, GAP, 1],
    ],
    [
      [0, -0],
      [1.5, 1.5],
      [1, 1],
    ],
    [[], [], []],
  ])('of %p are %p by average, %p by minimum', (values, average, minimum) => {
    expect([...averageRanks(values)]).toEqual(average);
    expect([...minimumRanks(values)]).toEqual(minimum);
  });

  it('by average add up to n(n + 1)/2; the minimum is one more than the number that is lower', () => {
    fc.assert(
      fc.property(column, (values) => {
        const there = values.filter((value) => !Number.isNaN(value));
        const total = averageRanks(values).reduce((all, rank) => all + (Number.isNaN(rank) ? 0 : rank), 0);
        expect(total).toBe((there.length * (there.length + 1)) / 2);
        minimumRanks(values).forEach((rank, at) => {
          const value = values[at] as number;
          if (Number.isNaN(value)) expect(rank).toBeNaN();
          else expect(rank).toBe(1 + there.filter((other) => other < value).length);
        });
      }),
    );
  });
});

describe('median', () => {
  it.each([
    [[], null],
    [[GAP, GAP], null],
    [[4], 4],
    [[4, 1], 2.5],
    [[9, GAP, 1, 5], 5],
    [[1, 2, 10, 20], 6],
    [[-0], 0],
    [[-0, -0], 0],
    [[1.7e308, 1.7e308], 1.7e308],
  ])('of %p is %p', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('of sorted values is the same', () => {
    expect(medianOfSorted(Float64Array.of(1, 2, 10))).toBe(2);
    expect(medianOfSorted(new Float64Array(0))).toBeNull();
  });
});
