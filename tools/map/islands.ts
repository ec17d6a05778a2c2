import { readFileSync } from 'node:fs';
import type { GeometryCollection, Point, Topology } from 'topojson-specification';
import { parse } from 'yaml';

/** An archipelago as `seeds/map/islands.yaml` tells it. */
export interface Archipelago {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly label: { readonly vi: string; readonly en: string };
  readonly extent: {
    readonly south: number;
    readonly north: number;
    readonly west: number;
    readonly east: number;
  };
  readonly provinces: readonly { readonly unit: string; readonly from?: string; readonly to?: string }[];
  readonly features: readonly { readonly name: string; readonly lat: number; readonly lon: number }[];
}

export interface IslandProperties {
  readonly archipelago: string;
  readonly name: string;
}

export interface ArchipelagoProperties {
  readonly name: { readonly vi: string; readonly en: string };
  readonly label: { readonly vi: string; readonly en: string };
  /** Roster object of the map → id of the unit whose colour the archipelago takes. */
  readonly provinces: Readonly<Record<string, string>>;
}

/** One roster object of the map and the day it stands for. */
export interface RosterObject {
  readonly object: string;
  readonly day: string;
}

export function readArchipelagos(path: string): Archipelago[] {
  return (parse(readFileSync(path, 'utf8')) as { archipelagos: Archipelago[] }).archipelagos;
}

/** Puts a point onto the grid of the topology; points may lie outside the box of the provinces. */
function onGrid(topology: Topology, lon: number, lat: number): [number, number] {
  if (!topology.transform) throw new Error('the topology is not quantised');
  const { scale, translate } = topology.transform;
  return [Math.round((lon - translate[0]) / scale[0]), Math.round((lat - translate[1]) / scale[1])];
}

/** Every feature of the archipelagos as a point with its name. */
export function islandPoints(
  topology: Topology,
  archipelagos: readonly Archipelago[],
): GeometryCollection<IslandProperties> {
  const geometries = archipelagos.flatMap(({ id, features }) =>
    features.map(({ name, lat, lon }): Point<IslandProperties> => ({
      type: 'Point',
      coordinates: onGrid(topology, lon, lat),
      properties: { archipelago: id, name },
    })),
  );
  return { type: 'GeometryCollection', geometries };
}

function provinceOn(archipelago: Archipelago, day: string): string {
  const province = archipelago.provinces.find(
    ({ from, to }) => (from ?? '') <= day && day <= (to ?? '9999-12-31'),
  );
  if (!province) throw new Error(`${archipelago.id} belongs to no province on ${day}`);
  return province.unit;
}

/** Above the features, where a label meets none of them: the extent's northern edge over the features' middle. */
function labelPoint({ features, extent }: Archipelago): [number, number] {
  const lons = features.map(({ lon }) => lon);
  return [(Math.min(...lons) + Math.max(...lons)) / 2, extent.north];
}

/** One point for each archipelago, where its label stands, with the label and the province by roster. */
export function archipelagoPoints(
  topology: Topology,
  archipelagos: readonly Archipelago[],
  rosters: readonly RosterObject[],
): GeometryCollection<ArchipelagoProperties> {
  const geometries = archipelagos.map((archipelago): Point<ArchipelagoProperties> => {
    const { id, name, label } = archipelago;
    const provinces = Object.fromEntries(
      rosters.map(({ object, day }) => [object, provinceOn(archipelago, day)]),
    );
    return {
      type: 'Point',
      id,
      coordinates: onGrid(topology, ...labelPoint(archipelago)),
      properties: { name, label, provinces },
    };
  });
  return { type: 'GeometryCollection', geometries };
}
