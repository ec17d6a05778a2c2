/**
 * The engine as it is delivered: `dist`, which `npm run bench -w scoring` has just built. The types come
 * from the source, so that this folder can be checked before anything is built.
 */
import type * as Door from '../src/index.js';
import type * as Random from '../src/numeric/random.js';

export const engine = (await fromDist('index.js')) as typeof Door;
/** The engine's own seeded generator, for the data: the same numbers on every machine. */
export const { randomGenerator } = (await fromDist('numeric/random.js')) as typeof Random;

function fromDist(path: string): Promise<unknown> {
  return import(new URL(`../dist/${path}`, import.meta.url).href);
}
