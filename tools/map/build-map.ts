/**
 * Builds seeds/map/viet-nam.topo.json. With --check nothing is written: it fails when the committed file is not
 * what a fresh build gives.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { MAP_FILE, mapText } from './map-topology.ts';

const text = mapText();

if (!process.argv.includes('--check')) {
  writeFileSync(MAP_FILE, text);
  process.stdout.write(`map: ${Buffer.byteLength(text)} bytes written\n`);
} else if (existsSync(MAP_FILE) && readFileSync(MAP_FILE, 'utf8') === text) {
  process.stdout.write('map: the committed file is what a fresh build gives\n');
} else {
  process.stderr.write('map: the committed file differs from a fresh build; run tools/map/build-map.ts\n');
  process.exitCode = 1;
}
