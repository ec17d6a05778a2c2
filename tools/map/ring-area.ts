import type { Geometry, Position } from 'geojson';

const EARTH_RADIUS_KM = 6371.0088;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/**
 * The area of a ring on the sphere, in km², whichever way round it runs.
 * Chamberlain and Duquette, "Some Algorithms for Polygons on a Sphere" (2007), equation 9.
 */
function ringArea(ring: readonly Position[]): number {
  let sum = 0;
  for (const [at, [lon = NaN, lat = NaN]] of ring.entries()) {
    const [nextLon = NaN, nextLat = NaN] = ring[(at + 1) % ring.length] ?? [];
    sum += radians(nextLon - lon) * (2 + Math.sin(radians(lat)) + Math.sin(radians(nextLat)));
  }
  return Math.abs((sum * EARTH_RADIUS_KM ** 2) / 2);
}

function polygonArea([outer = [], ...holes]: readonly Position[][]): number {
  return holes.reduce((area, hole) => area - ringArea(hole), ringArea(outer));
}

/** The area of a polygon or of several together, in km²; of any other geometry, 0. */
export function areaOf(geometry: Geometry): number {
  if (geometry.type === 'Polygon') return polygonArea(geometry.coordinates);
  if (geometry.type !== 'MultiPolygon') return 0;
  return geometry.coordinates.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
}
