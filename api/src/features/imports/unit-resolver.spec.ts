import { describe, expect, it } from '@jest/globals';
import { NAMES, provinceResolver } from './import-spec.fixture.js';
import { UnitResolver, type ResolvedUnit } from './unit-resolver.js';

function told(found: ResolvedUnit): unknown {
  return found.ok ? found.unitId : [found.code, found.expected()];
}

describe('UnitResolver', () => {
  it.each([
    ['its name', 'Thừa Thiên Huế', 'hue'],
    ['an alias', 'Huế', 'hue'],
    ['its own id', 'da-nang', 'da-nang'],
    ['decomposed letters', 'Đà Nẵng'.normalize('NFD'), 'da-nang'],
    ['capitals and odd spaces', ' ĐÀ\u00a0 NẴNG ', 'da-nang'],
    ['the newer place of a tone mark', 'Hoà Bình', 'hoa-binh'],
  ])('finds a unit by %s', (_how, written, unit) => {
    expect(told(provinceResolver().resolve(written))).toBe(unit);
  });

  it('takes a name that two units bore one after the other as that of the day', () => {
    expect(told(provinceResolver('2025-06-30').resolve('Đà Nẵng'))).toBe('da-nang');
    expect(told(provinceResolver('2025-07-01').resolve('Đà Nẵng'))).toBe('da-nang-2025');
  });

  it.each([
    ['Đa Nẵng', 'Đà Nẵng'],
    ['Hòa Bìn', 'Hòa Bình'],
    ['Thua Thien Hue', 'Thừa Thiên Huế'],
    ['Atlantis', 'province 2022-12-31'],
    ['=cmd|’/c calc’!A1', 'province 2022-12-31'],
  ])('does not know %j and expects %j', (written, expected) => {
    expect(told(provinceResolver().resolve(written))).toEqual(['UNIT_UNKNOWN', expected]);
  });

  it('says when a unit known by the name is of another level', () => {
    expect(told(provinceResolver().resolve('Bộ Nội vụ'))).toEqual(['UNIT_WRONG_LEVEL', 'province']);
  });

  it('says from when to when a unit bears the name, when not on the day', () => {
    expect(told(provinceResolver('2025-01-01').resolve('Thừa Thiên Huế'))).toEqual([
      'UNIT_NOT_VALID',
      '… – 2024-12-31',
    ]);
  });

  it('does not choose between two units of one name', () => {
    const twice = [...NAMES, { ...NAMES[1]!, unitId: 'other' }];
    expect(told(new UnitResolver(twice, 'province', '2022-12-31').resolve('Huế'))).toEqual([
      'UNIT_AMBIGUOUS',
      'hue | other',
    ]);
  });

  it('does not compare a text of a megabyte with names', () => {
    const started = performance.now();
    expect(told(provinceResolver().resolve('Huế '.repeat(250_000)))).toEqual([
      'UNIT_UNKNOWN',
      'province 2022-12-31',
    ]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
