#!/usr/bin/env node
/**
 * Published, this package comes built. In a checkout, where its sources are, it is brought up to date first
 * by the launcher that builds the rest as well; that is TypeScript, which the Node of `npx` runs as it is.
 */
import { existsSync } from 'node:fs';

const built = new URL('../dist/main.js', import.meta.url);
const launcher = new URL('../../../launcher/src/build-scoring-cli.ts', import.meta.url);

let status = 0;
if (existsSync(launcher) && process.features.typescript) {
  status = await (await import(launcher.href)).buildScoringCli();
}
if (status === 0 && !existsSync(built)) {
  process.stderr.write('dti-score is not built: run `npm run build`, or call it as `npx dti-score`.\n');
  status = 2;
}
if (status === 0) {
  const { runCommandLine, terminal } = await import(built.href);
  status = await runCommandLine(process.argv.slice(2), terminal());
}
process.exitCode = status;
