/**
 * Brings the map of seeds/map to where the builder may read it: assets have to lie within the
 * folder of angular.json. Runs before every build (`prebuild`); the copy is not committed.
 */
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '..', 'seeds', 'map', 'viet-nam.topo.json');
const folder = join(import.meta.dirname, '.assets', 'map');

if (!existsSync(source)) {
  console.error('seeds/map/viet-nam.topo.json is missing: the map cannot be built in.');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
cpSync(source, join(folder, 'viet-nam.topo.json'));
