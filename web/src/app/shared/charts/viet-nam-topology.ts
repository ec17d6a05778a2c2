import { feature } from 'topojson-client';
import type { GeometryCollection, Point, Topology } from 'topojson-specification';

/** The two rosters that the map draws: 63 provinces, and the 34 of 01/07/2025. */
export const ROSTER_MAPS = ['roster-2008-08-01', 'roster-2025-07-01'] as const;
export type RosterMap = (typeof ROSTER_MAPS)[number];

/** The map of seeds/map: boundaries by roster (ids are unit ids), islands, and their archipelagos. */
export type VietNamTopology = Topology<
  Record<RosterMap, GeometryCollection<{ readonly name: string }>> & {
    readonly islands: GeometryCollection<{ readonly archipelago: string; readonly name: string }>;
    readonly archipelagos: GeometryCollection<{
      readonly label: { readonly vi: string; readonly en: string };
      readonly provinces: Readonly<Record<RosterMap, string>>;
    }>;
  }
>;

type Place = readonly [longitude: number, latitude: number];

/** An island group: where its islands lie, what it is called on a map, which province it is of. */
export interface Archipelago {
  readonly id: string;
  readonly label: { readonly vi: string; readonly en: string };
  readonly provinces: Readonly<Record<RosterMap, string>>;
  readonly centre: Place;
  readonly islands: readonly Place[];
}

/** The roster whose boundaries were in force on a day ("2022-12-31" → the 63). */
export function rosterMapOn(day: string): RosterMap {
  return day >= '2025-07-01' ? 'roster-2025-07-01' : 'roster-2008-08-01';
}

/** Boundaries as GeoJSON whose features are named by unit id, which is what ECharts finds them by. */
export function boundariesOf(topology: VietNamTopology, roster: RosterMap): unknown {
  const collection = feature(topology, topology.objects[roster]);
  return {
    ...collection,
    features: collection.features.map((one) => ({ ...one, properties: { name: String(one.id) } })),
  };
}

export function archipelagosOf(topology: VietNamTopology): readonly Archipelago[] {
  const islands = feature(topology, topology.objects.islands).features;
  return feature(topology, topology.objects.archipelagos).features.map((one) => ({
    id: String(one.id),
    label: one.properties.label,
    provinces: one.properties.provinces,
    centre: placeOf(one.geometry as unknown as Point),
    islands: islands
      .filter((island) => island.properties.archipelago === String(one.id))
      .map((island) => placeOf(island.geometry as unknown as Point)),
  }));
}

function placeOf(point: Point): Place {
  const [longitude = 0, latitude = 0] = point.coordinates;
  return [longitude, latitude];
}
