import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { sha256 } from '../platform/digest.js';

/** `seeds/` of the checkout; this file lies equally deep in `src` and in `dist`. */
export const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));

/** Every file below a folder with one of the endings, in order of path. */
export function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Reads YAML without its dates turning into anything but the text they are. */
export function readYaml<T>(path: string): T {
  return parse(readFileSync(path, 'utf8'), { schema: 'core' }) as T;
}

/** One hash of all that the seeds say, so that an unchanged load is recognised at once. */
export function seedsHash(): string {
  const files = filesBelow(SEEDS, ['.yaml', '.csv']);
  return sha256(files.map((path) => `${relative(SEEDS, path)} ${sha256(readFileSync(path))}`).join('\n'));
}
