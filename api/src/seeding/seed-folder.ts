import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `seeds/` of the checkout; this file lies equally deep in `src` and in `dist`. */
export const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));

/** Every file below a folder with one of the endings, in order of path. */
export function filesBelow(folder: string, endings: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
