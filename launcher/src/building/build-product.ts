import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../checkout.ts';
import { withExclusiveLock } from '../embedded/exclusive-lock.ts';
import { Interrupted } from '../interrupted.ts';
import type { Progress } from '../progress.ts';
import { Refusal } from '../refusal.ts';
import { runBuildTool } from './build-tool.ts';
import { PARTS, type Part } from './parts.ts';
import { endAbandonedTools } from './running-tools.ts';
import { fingerprintSources } from './source-fingerprint.ts';

type PartName = Part['name'];

const LOCK_PATIENCE_MS = 300_000;

/** Builds what changed since it was last built, each part as soon as those that it needs are there. */
export async function buildProduct(
  names: readonly PartName[],
  progress: Progress,
  signal: AbortSignal,
): Promise<readonly PartName[]> {
  const wanted = PARTS.filter((part) => names.includes(part.name));
  if (outdated(wanted).length === 0) return [];
  mkdirSync(join(CHECKOUT, '.data'), { recursive: true });
  const wait = {
    patience: LOCK_PATIENCE_MS,
    onWait: (holder: { pid: number }) =>
      progress.note(`  waiting for process ${holder.pid}, which is building`),
  };
  return withExclusiveLock(join(CHECKOUT, '.data', 'build.lock'), wait, async () => {
    endAbandonedTools();
    // Looked at again: the one we waited for may have built it.
    const parts = outdated(wanted);
    await buildInOrder(parts, progress, signal);
    return parts.map((part) => part.name);
  });
}

/** The folder with the built web application's index.html. */
export function webRoot(): string {
  const folder = join(CHECKOUT, 'web', 'dist');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new Refusal('The web application is not built: run `npm run build`.');
}

async function buildInOrder(parts: readonly Part[], progress: Progress, signal: AbortSignal): Promise<void> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const builds = new Map<PartName, Promise<void>>();
  for (const part of parts) {
    const needed = part.needs.map((name) => builds.get(name) ?? Promise.resolve());
    builds.set(part.name, buildPart(part, needed, progress, either));
  }
  try {
    await Promise.all(builds.values());
  } catch (error) {
    // One failed: the others are not left running behind our back.
    stop.abort(new Interrupted('another build failed'));
    await Promise.allSettled(builds.values());
    throw error;
  }
}

async function buildPart(
  part: Part,
  needed: readonly Promise<void>[],
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  await Promise.all(needed);
  // Taken before the build: an edit made meanwhile shows as a change at the next start.
  const fingerprint = fingerprintOf(part);
  await progress.step(`building ${part.name}`, () => runBuildTool(part, signal));
  writeFileSync(markerOf(part), `${fingerprint}\n`);
}

/** Parts without sources came built, as in a container image. */
function outdated(wanted: readonly Part[]): readonly Part[] {
  return wanted.filter((part) => existsSync(join(CHECKOUT, part.name, 'src')) && !isBuilt(part));
}

function isBuilt(part: Part): boolean {
  if (!existsSync(join(CHECKOUT, part.name, 'dist', part.result))) return false;
  try {
    return readFileSync(markerOf(part), 'utf8').trim() === fingerprintOf(part);
  } catch {
    return false;
  }
}

function fingerprintOf(part: Part): string {
  const needed = PARTS.filter((other) => part.needs.includes(other.name));
  return fingerprintSources(CHECKOUT, [...part.sources, ...needed.flatMap((other) => other.sources)]);
}

function markerOf(part: Part): string {
  return join(CHECKOUT, part.name, 'dist', '.fingerprint');
}

/** Forgets what was built, so that the next build makes everything anew. */
export function forgetBuilds(): void {
  for (const part of PARTS) rmSync(markerOf(part), { force: true });
}
