import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { MapObjects } from './map-topology.ts';
import { MAP_FILE, mapText, rosterObject } from './map-topology.ts';
import type { ProvinceGeometry } from './merge-roster.ts';
import { mergersOn, provincesOn } from './province-register.ts';
import { areaOf } from './ring-area.ts';

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');
const committed = readFileSync(MAP_FILE, 'utf8');
const map = JSON.parse(committed) as Topology<MapObjects>;
const [earlier, later] = ['2008-08-01', '2025-07-01'];

const object = (name: string) =>
  map.objects[name] as GeometryCollection<{ name: string; archipelago?: string }>;
const geometries = (day: string) => object(rosterObject(day)).geometries as ProvinceGeometry[];
const geometryOf = (day: string, id: string) =>
  geometries(day).find((each) => each.id === id) as ProvinceGeometry;

/** The rings of every polygon of a province, as the numbers of its arcs without direction. */
function rings({ type, arcs }: ProvinceGeometry): number[][][] {
  const polygons = type === 'Polygon' ? [arcs] : arcs;
  return polygons.map((polygon) => polygon.map((ring) => ring.map((arc) => (arc < 0 ? ~arc : arc))));
}

const arcsOf = (geometry: ProvinceGeometry): number[] => rings(geometry).flat(2);

describe('the committed map', () => {
  it('is what a fresh build gives, twice the same', () => {
    expect(mapText()).toBe(committed);
    expect(mapText()).toBe(committed);
  });

  it('is small enough to send with a page', () => {
    expect(Buffer.byteLength(committed)).toBeLessThan(60_000);
  });

  it.each([
    [earlier, 63],
    [later, 34],
  ])('holds every province of the roster of %s once, all %i, with its name', (day, count) => {
    const provinces = provincesOn(SEEDS, day);
    const held = geometries(day).map(({ id, properties }) => [id, properties?.name]);
    expect(held).toHaveLength(count);
    expect(held).toEqual(provinces.map(({ id, shortName }) => [id, shortName]));
  });
});

describe('the provinces of the roster of 34', () => {
  const mergers = mergersOn(SEEDS, later);

  it('take the arcs of those before them and no other', () => {
    const before = new Set(geometries(earlier).flatMap(arcsOf));
    expect(
      geometries(later)
        .flatMap(arcsOf)
        .filter((arc) => !before.has(arc)),
    ).toEqual([]);
  });

  it.each(mergers.map((merger) => [merger.successor, merger.predecessors] as const))(
    '%s keeps no border between %j',
    (successor, predecessors) => {
      const borne = predecessors.flatMap((id) => arcsOf(geometryOf(earlier, id)));
      const inner = new Set(borne.filter((arc, at) => borne.indexOf(arc) !== at));
      const outer = borne.filter((arc) => !inner.has(arc));
      expect(inner.size).toBeGreaterThan(0);
      expect(arcsOf(geometryOf(later, successor)).sort()).toEqual(outer.sort());
    },
  );

  it('have no holes, where a sliver would show', () => {
    const withHoles = geometries(later).filter((geometry) =>
      rings(geometry).some((polygon) => polygon.length > 1),
    );
    expect(withHoles).toEqual([]);
  });

  it('have the areas of those before them, so none is lost or counted twice', () => {
    const areas = (day: string) =>
      new Map(
        feature(map, object(rosterObject(day))).features.map((each) => [each.id, areaOf(each.geometry)]),
      );
    const [before, after] = [areas(earlier), areas(later)];
    for (const { successor, predecessors } of mergers) {
      const sum = predecessors.reduce((total, id) => total + (before.get(id) ?? NaN), 0);
      expect(after.get(successor)).toBeCloseTo(sum, 3);
    }
  });
});

describe('areas', () => {
  const areas = new Map(
    feature(map, object(rosterObject(earlier))).features.map((each) => [each.id, areaOf(each.geometry)]),
  );

  // Roughly known areas of land, to see that each outline is the province that it says.
  it.each([
    ['nghe-an', 16_500],
    ['gia-lai', 15_500],
    ['son-la', 14_100],
    ['thanh-hoa', 11_100],
    ['ha-noi', 3_400],
    ['ho-chi-minh', 2_100],
    ['bac-ninh', 800],
  ])('%s has about %i km²', (id, area) => {
    expect(Math.abs((areas.get(id) ?? 0) / area - 1)).toBeLessThan(0.05);
  });

  it('add up to about 331,000 km²', () => {
    expect([...areas.values()].reduce((sum, area) => sum + area, 0) / 331_000).toBeCloseTo(1, 1);
  });
});

describe('the archipelagos', () => {
  const points = (name: string) => feature(map, object(name)).features;
  const islands = points('islands').map(
    ({ properties }) => `${properties.archipelago ?? ''}: ${properties.name}`,
  );

  it('are drawn with all their features', () => {
    expect(islands.filter((name) => name.startsWith('hoang-sa: '))).toHaveLength(8);
    expect(islands.filter((name) => name.startsWith('truong-sa: '))).toHaveLength(12);
    expect(islands).toEqual(expect.arrayContaining(['hoang-sa: Phú Lâm', 'truong-sa: Song Tử Tây']));
  });

  it('are named, with their province', () => {
    const labels = points('archipelagos').map(({ id, properties }) => [id, properties]);
    expect(labels).toEqual([
      [
        'hoang-sa',
        expect.objectContaining({
          label: { vi: 'QĐ. Hoàng Sa (Đà Nẵng)', en: 'Hoang Sa archipelago (Da Nang)' },
          provinces: { [rosterObject(earlier)]: 'da-nang', [rosterObject(later)]: 'da-nang-2025' },
        }),
      ],
      [
        'truong-sa',
        expect.objectContaining({
          label: { vi: 'QĐ. Trường Sa (Khánh Hòa)', en: 'Truong Sa archipelago (Khanh Hoa)' },
          provinces: { [rosterObject(earlier)]: 'khanh-hoa', [rosterObject(later)]: 'khanh-hoa-2025' },
        }),
      ],
    ]);
  });

  it('stand where they are, to the grid of the map, and inside its box', () => {
    const phuLam = points('islands').find(({ properties }) => properties.name === 'Phú Lâm');
    const [lon = 0, lat = 0] = phuLam?.geometry.type === 'Point' ? phuLam.geometry.coordinates : [];
    expect(Math.abs(lon - 112.33)).toBeLessThan(0.003);
    expect(Math.abs(lat - 16.83)).toBeLessThan(0.003);
    const [west, south, east, north] = map.bbox ?? [0, 0, 0, 0];
    expect([west, north].map(Math.round)).toEqual([102, 23]);
    expect([south, east]).toEqual([7.89, 114.65]);
  });
});
