import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Hold results and packages; what begins with a dot belongs to tools. */
const NO_SOURCES = /^(\..*|node_modules|dist|coverage|.*\.spec\.ts)$/;

/**
 * A digest of the paths, sizes and modification times below the given files and folders.
 * It is equal as long as nothing there was edited, added or removed; contents are not read.
 * Specs do not count, as nothing built comes from them; a path that is missing counts as such.
 */
export function fingerprintSources(root: string, paths: readonly string[]): string {
  const digest = createHash('sha256');
  for (const path of paths) {
    for (const line of describe(root, join(root, path))) digest.update(`${line}\n`);
  }
  return digest.digest('hex');
}

function* describe(root: string, path: string): Generator<string> {
  const found = lstatSync(path, { throwIfNoEntry: false });
  const name = relative(root, path).split(sep).join('/');
  if (found === undefined) yield `${name} missing`;
  else if (!found.isDirectory()) yield `${name} ${found.size} ${Math.trunc(found.mtimeMs)}`;
  else {
    for (const entry of readdirSync(path).sort()) {
      if (!NO_SOURCES.test(entry)) yield* describe(root, join(path, entry));
    }
  }
}
