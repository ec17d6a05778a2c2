import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Generates the web's client once more beside the committed one and fails when they differ: the client
 * is never edited, and never behind api/openapi.json.
 */
const HELP = `Usage: npm run client:check
Compares web/src/app/api-client with a fresh generation (npm run client:generate makes it anew).`;

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLIENT = join(ROOT, 'web/src/app/api-client');

function main(): number {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'dti-monitor-client-'));
  try {
    const fresh = join(folder, 'api-client');
    cpSync(CLIENT, fresh, { recursive: true });
    const generator = join(ROOT, 'node_modules/ng-openapi-gen/lib/index.js');
    const made = spawnSync(
      process.execPath,
      [generator, '--config', 'ng-openapi-gen.json', '--output', fresh],
      {
        cwd: join(ROOT, 'web'),
        stdio: 'inherit',
      },
    );
    if (made.status !== 0) return 1;
    const different = differences(fresh);
    for (const path of different)
      console.error(`web/src/app/api-client/${path} is not what the generator makes`);
    if (different.length > 0) console.error('Run npm run client:generate and commit what it makes.');
    return different.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function differences(fresh: string): readonly string[] {
  const paths = new Set([...filesBelow(fresh), ...filesBelow(CLIENT)]);
  return [...paths].sort().filter((path) => textOf(join(fresh, path)) !== textOf(join(CLIENT, path)));
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function textOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

process.exitCode = main();
