import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { sha256 } from '../platform/digest.js';
import { readSeed } from './seed-document.js';
import { filesBelow, SEEDS } from './seed-folder.js';

export { filesBelow, SEEDS } from './seed-folder.js';

/** A seed file's content, checked by the schema that it names. @throws Problem SEED_FILE_INVALID */
export function readYaml<T>(path: string): T {
  return readSeed<T>(path).value;
}

/** One hash of all that the seeds say, so that an unchanged load is recognised at once. */
export function seedsHash(): string {
  const files = filesBelow(SEEDS, ['.yaml', '.csv']);
  return sha256(files.map((path) => `${relative(SEEDS, path)} ${sha256(readFileSync(path))}`).join('\n'));
}
