import type { Position } from 'geojson';

/** ECharts writes coordinates as whole steps of 1/1024 degree. */
export const STEPS_PER_DEGREE = 1024;

const CODE_OF_ZERO = 64;

/** Undoes zigzag: 0, 1, 2, 3, 4 … stand for 0, -1, 1, -2, 2 … */
function signed(zigzag: number): number {
  return (zigzag >> 1) ^ -(zigzag & 1);
}

/**
 * Decodes one ring of ECharts' delta encoding: each pair of characters is a step east and a step north
 * from the point before, the first from `start` (in steps).
 * @returns points as [longitude, latitude] in degrees
 * @throws RangeError when the text does not hold whole pairs
 */
export function decodeRing(encoded: string, start: readonly [number, number]): Position[] {
  if (encoded.length % 2 !== 0) throw new RangeError('an encoded ring holds pairs of characters');
  const points: Position[] = [];
  let [east, north] = start;
  for (let at = 0; at < encoded.length; at += 2) {
    east += signed(encoded.charCodeAt(at) - CODE_OF_ZERO);
    north += signed(encoded.charCodeAt(at + 1) - CODE_OF_ZERO);
    points.push([east / STEPS_PER_DEGREE, north / STEPS_PER_DEGREE]);
  }
  return points;
}
