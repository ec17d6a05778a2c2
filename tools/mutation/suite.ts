/**
 * The specs of one file as a tree, and how a chosen part of it is run. It knows what the specs of
 * `scoring` use of jest (`describe`, `it`, `each`, the four hooks), and nothing of mutants.
 */
export type Body = () => unknown;

export interface Spec {
  /** Unique among the specs of all files, and the same in every load of the same text. */
  readonly id: string;
  readonly run: Body;
}

export interface Block {
  readonly name: string;
  readonly entries: (Block | Spec)[];
  readonly hooks: Record<HookName, Body[]>;
}

export type HookName = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

export interface SpecResult {
  readonly id: string;
  readonly milliseconds: number;
  /** `null`: passed. */
  readonly failure: string | null;
}

/** What the runner is told while specs run: before each, and after each whether to go on. */
export interface Watcher {
  readonly chosen: (id: string) => boolean;
  readonly starts: (id: string) => void;
  /** `false` ends the run. */
  readonly ends: (result: SpecResult) => boolean;
}

export function emptyBlock(name: string): Block {
  return { name, entries: [], hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] } };
}

export function isBlock(entry: Block | Spec): entry is Block {
  return 'entries' in entry;
}

/** Every spec below a block, in the order of the text. */
export function specsOf(block: Block): readonly Spec[] {
  return block.entries.flatMap((entry) => (isBlock(entry) ? specsOf(entry) : [entry]));
}

/**
 * Runs what `watcher` chooses, with the hooks around it; a block without a chosen spec is passed over,
 * hooks and all. A hook that fails fails the spec it was run for.
 *
 * @returns `false` when the watcher ended it
 */
export async function runBlock(
  block: Block,
  watcher: Watcher,
  around: readonly Block[] = [],
): Promise<boolean> {
  const chosen = specsOf(block).filter(({ id }) => watcher.chosen(id));
  if (chosen.length === 0) return true;
  const refusal = await failureOf(block.hooks.beforeAll);
  const path = [...around, block];
  let goesOn = true;
  for (const entry of block.entries) {
    if (!goesOn) break;
    if (isBlock(entry)) goesOn = await runBlock(entry, watcher, path);
    else if (watcher.chosen(entry.id)) goesOn = await runSpec(entry, path, watcher, refusal);
  }
  await failureOf(block.hooks.afterAll);
  return goesOn;
}

async function runSpec(
  spec: Spec,
  path: readonly Block[],
  watcher: Watcher,
  refusal: string | null,
): Promise<boolean> {
  watcher.starts(spec.id);
  const started = performance.now();
  const before = path.flatMap(({ hooks }) => hooks.beforeEach);
  const after = path.toReversed().flatMap(({ hooks }) => hooks.afterEach);
  const failure = refusal ?? (await failureOf([...before, spec.run]));
  const afterwards = await failureOf(after);
  return watcher.ends({
    id: spec.id,
    milliseconds: performance.now() - started,
    failure: failure ?? afterwards,
  });
}

async function failureOf(bodies: readonly Body[]): Promise<string | null> {
  try {
    for (const body of bodies) await body();
    return null;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
