import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { explainMissingLibraries } from './missing-libraries.ts';

const root = join(import.meta.dirname, '../../..');
const unpackScript = `import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())`;

/**
 * The path of the Chromium that runs the journeys: BROWSER_PATH where it is set, else the one that came
 * with the packages, unpacked once for each version.
 * @throws an error with one line that says what to do, when there is none that can start
 */
export function browserBinary(): string {
  const chosen = process.env['BROWSER_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (existsSync(chosen)) return chosen;
    throw new Error(`BROWSER_PATH is ${chosen}, which is not there.`);
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The packaged browser is for Linux x64: set BROWSER_PATH to a Chromium of this system.');
  }
  const binary = join(unpacked(), 'chromium');
  const ldd = spawnSync('ldd', [binary], { encoding: 'utf8' });
  const missing = explainMissingLibraries(ldd.stdout ?? '');
  if (missing !== undefined) throw new Error(missing);
  return binary;
}

/**
 * The folder of the unpacked browser. It is made under another name and then renamed, so that a run that
 * was cut off leaves nothing that looks complete; its name carries the version, so that a newer package
 * is unpacked anew.
 */
function unpacked(): string {
  const manifest = join(root, 'node_modules/@sparticuz/chromium/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const cache = join(root, 'node_modules/.cache');
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const partial = mkdtempSync(join(cache, 'unpacking-'));
  try {
    // The package unpacks into the folder for temporary files: this one, for the process that unpacks.
    const env = { ...process.env, TMPDIR: partial, NODE_OPTIONS: '' };
    const run = spawnSync(process.execPath, ['-e', unpackScript], { cwd: root, env, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`The browser could not be unpacked: ${run.stderr.trim()}`);
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}
