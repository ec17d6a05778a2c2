import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archipelagosOf, boundariesOf, rosterMapOn, type VietNamTopology } from './viet-nam-topology.js';

const path = join(import.meta.dirname, '../../../../../seeds/map/viet-nam.topo.json');
const topology = JSON.parse(readFileSync(path, 'utf8')) as VietNamTopology;
const namesOf = (roster: 'roster-2008-08-01' | 'roster-2025-07-01'): string[] => {
  const { features } = boundariesOf(topology, roster) as { features: { properties: { name: string } }[] };
  return features.map((one) => one.properties.name);
};

describe('the roster of a day', () => {
  it.each([
    ['2022-12-31', 'roster-2008-08-01'],
    ['2025-06-30', 'roster-2008-08-01'],
    ['2025-07-01', 'roster-2025-07-01'],
    ['2026-11-22', 'roster-2025-07-01'],
  ])('%s is drawn as %s', (day, roster) => {
    expect(rosterMapOn(day)).toBe(roster);
  });
});

describe('the map that is built in', () => {
  it('has the 63 and the 34, named by unit id', () => {
    expect(new Set(namesOf('roster-2008-08-01')).size).toBe(63);
    expect(new Set(namesOf('roster-2025-07-01')).size).toBe(34);
    expect(namesOf('roster-2008-08-01')).toContain('hue');
    expect(namesOf('roster-2025-07-01')).toContain('da-nang-2025');
  });

  it('has Hoàng Sa of Đà Nẵng and Trường Sa of Khánh Hòa, named, with islands', () => {
    const [hoangSa, truongSa] = archipelagosOf(topology);
    expect(hoangSa?.label.vi).toBe('QĐ. Hoàng Sa (Đà Nẵng)');
    expect(truongSa?.label.vi).toBe('QĐ. Trường Sa (Khánh Hòa)');
    expect(hoangSa?.islands.length).toBeGreaterThan(3);
    expect(truongSa?.islands.length).toBeGreaterThan(3);
  });

  it('gives the archipelagos to provinces that are on it', () => {
    for (const { provinces } of archipelagosOf(topology)) {
      expect(namesOf('roster-2008-08-01')).toContain(provinces['roster-2008-08-01']);
      expect(namesOf('roster-2025-07-01')).toContain(provinces['roster-2025-07-01']);
    }
  });

  it('has the islands where they are', () => {
    for (const [longitude, latitude] of archipelagosOf(topology).flatMap(({ islands }) => islands)) {
      expect(longitude).toBeGreaterThan(110);
      expect(longitude).toBeLessThan(118);
      expect(latitude).toBeGreaterThan(6.5);
      expect(latitude).toBeLessThan(17.5);
    }
  });
});
