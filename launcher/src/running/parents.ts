import {
  commandLineOf,
  identifyProcess,
  isAlive,
  parentOf,
  type ProcessIdentity,
} from '../embedded/process-identity.ts';

const POLL_MS = 300;
/** npm, the shell that it starts, and us. */
const LEVELS = 3;

/**
 * The npm that runs us and the shell between, if npm runs us. Killed by force it takes
 * nobody with it, so that we have to look after it ourselves. A terminal or a shell above
 * npm does not count: the product may be started in the background and left alone.
 */
export function findParents(): readonly ProcessIdentity[] {
  if (process.env['npm_lifecycle_event'] === undefined) return [];
  const parents: ProcessIdentity[] = [];
  let pid = parentOf(process.pid);
  for (let level = 0; level < LEVELS && pid !== undefined && pid > 1; level += 1) {
    const parent = identifyProcess(pid);
    if (parent === undefined) break;
    parents.push(parent);
    if (/^npm\b|npm-cli\.js/.test(commandLineOf(pid))) return parents;
    pid = parentOf(pid);
  }
  return parents.slice(0, 1);
}

/** Calls back once when one of the parents has ended. Never keeps the process alive. */
export function watchParents(
  parents: readonly ProcessIdentity[],
  onLost: (parent: ProcessIdentity) => void,
): void {
  if (parents.length === 0) return;
  const timer = setInterval(() => {
    const lost = parents.find((parent) => !isAlive(parent));
    if (lost === undefined) return;
    clearInterval(timer);
    onLost(lost);
  }, POLL_MS).unref();
}
