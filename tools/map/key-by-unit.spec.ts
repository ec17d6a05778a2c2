import { describe, expect, it } from '@jest/globals';
import { keyByUnit, nameKey } from './key-by-unit.ts';

const geometry = { type: 'Polygon' as const, coordinates: [] };
const province = (id: string, englishName: string) => ({ id, englishName, shortName: id });

describe('nameKey', () => {
  it.each([
    ['An Giang province', 'angiang'],
    ['Gia Lai Province', 'gialai'],
    ['Can Tho City', 'cantho'],
    ['Hanoi', 'hanoi'],
    ['Tỉnh Hải Dương', 'haiduong'],
    ['Thua Thien–Hue province', 'thuathienhue'],
    ['Ba Ria - Vung Tau', 'bariavungtau'],
    ['Đắk Lắk', 'daklak'],
  ])('reads %s as %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});

describe('keyByUnit', () => {
  it('gives each province the outline of its name, in the order of the provinces', () => {
    const outlines = ['Hanoi', 'Tỉnh Hải Dương'].map((name) => ({ name, geometry }));
    const keyed = keyByUnit(outlines, [province('hai-duong', 'Hai Duong'), province('ha-noi', 'Ha Noi')]);
    expect(keyed.map((entry) => entry.province.id)).toEqual(['hai-duong', 'ha-noi']);
  });

  it('names every province without an outline and every outline without a province', () => {
    const outlines = [{ name: 'Atlantis province', geometry }];
    expect(() => keyByUnit(outlines, [province('ha-noi', 'Ha Noi'), province('hue', 'Hue')])).toThrow(
      'provinces without outline: [ha-noi, hue]; outlines without province: [Atlantis province]',
    );
  });

  it('refuses two outlines of one name', () => {
    const outlines = ['Hanoi', 'Ha Noi City'].map((name) => ({ name, geometry }));
    expect(() => keyByUnit(outlines, [province('ha-noi', 'Ha Noi')])).toThrow(
      'two outlines bear the same name',
    );
  });
});
