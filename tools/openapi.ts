import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Writes api/openapi.json from the built API; with --check it only compares, and fails when the
 * committed file says something else than the code.
 */
const HELP = `Usage: npm run openapi:generate | npm run openapi:check
Writes api/openapi.json from the built API (npm run build first), or compares it.`;

const FILE = fileURLToPath(new URL('../api/openapi.json', import.meta.url));

async function main(): Promise<number> {
  if (process.argv.includes('--help')) {
    console.log(HELP);
    return 0;
  }
  const { describeApi } = await import('@dti-monitor/api/launch');
  const current = await describeApi();
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, current);
    return 0;
  }
  const committed = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  if (committed === current) return 0;
  const line = committed.split('\n').findIndex((text, index) => text !== current.split('\n')[index]) + 1;
  console.error(
    `api/openapi.json differs from the code, first at line ${line}: run npm run openapi:generate and commit it.`,
  );
  return 1;
}

process.exitCode = await main();
