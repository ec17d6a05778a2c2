import { mergeArcs } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import type { Merger, Province } from './province-register.ts';

/** What every province geometry of the map says of itself; its `id` is our unit id. */
export interface ProvinceProperties {
  readonly name: string;
}

export type ProvinceGeometry = Polygon<ProvinceProperties> | MultiPolygon<ProvinceProperties>;

/**
 * Builds the object of a later roster out of the arcs of an earlier one: a merged province is the union of its
 * predecessors, every other province keeps its own geometry. No arc is added, so borders stay shared exactly.
 * @throws Error when a province of the later roster has neither an outline nor predecessors that have one
 */
export function mergeRoster(
  topology: Topology,
  earlier: readonly ProvinceGeometry[],
  later: readonly Province[],
  mergers: readonly Merger[],
): GeometryCollection<ProvinceProperties> {
  const outlineOf = new Map(earlier.map((geometry) => [geometry.id, geometry]));
  const outline = (id: string): ProvinceGeometry => {
    const geometry = outlineOf.get(id);
    if (!geometry) throw new Error(`no outline of ${id} to build the later roster from`);
    return geometry;
  };
  const geometries = later.map(({ id, shortName }): ProvinceGeometry => {
    const merger = mergers.find((candidate) => candidate.successor === id);
    if (!merger) return { ...outline(id), properties: { name: shortName } };
    const { arcs } = mergeArcs(topology, merger.predecessors.map(outline));
    return { type: 'MultiPolygon', id, properties: { name: shortName }, arcs };
  });
  return { type: 'GeometryCollection', geometries };
}
