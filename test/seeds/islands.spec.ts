import { describe, expect, it } from '@jest/globals';
import { holdsOn, readArchipelagos, readUnits, shiftDay } from './seed-files.ts';

const archipelagos = readArchipelagos();
const units = new Map(readUnits().map((unit) => [unit.id, unit]));

describe('the archipelagos', () => {
  it('are the two that every map of Viet Nam shows', () => {
    expect(archipelagos.map(({ id }) => id)).toEqual(['hoang-sa', 'truong-sa']);
  });

  it.each(archipelagos.map((each) => [each.id, each] as const))(
    '%s: its features lie in its extent, each named once',
    (_id, { extent, features }) => {
      const outside = features.filter(
        ({ lat, lon }) =>
          lat < extent.south || lat > extent.north || lon < extent.west || lon > extent.east,
      );
      expect(outside).toEqual([]);
      expect(new Set(features.map(({ name }) => name)).size).toBe(features.length);
    },
  );

  it.each(archipelagos.map((each) => [each.id, each] as const))(
    '%s: belongs to one existing province on either side of 01/07/2025, without a gap',
    (_id, { provinces }) => {
      for (const day of ['2020-12-31', '2025-06-30', '2025-07-01']) {
        const on = provinces.filter((entry) => holdsOn(entry, day)).map(({ unit }) => units.get(unit));
        expect(on).toHaveLength(1);
        expect(on.every((unit) => unit?.level === 'province' && holdsOn(unit.valid, day))).toBe(true);
      }
      const [before, after] = provinces;
      expect(after?.from).toBe(shiftDay(before?.to ?? '', 1));
    },
  );
});
