/**
 * Loads the specs of a sandbox into this process, again and again where that is needed: each generation
 * has modules of its own, so that nothing of an earlier one is left. What is changed for it: relative
 * imports of `.js` lead to the `.ts` beside it, and `@jest/globals` to the definitions of this runner.
 */
import fastCheck from 'fast-check';
import { type Output, transformSync } from '@swc/core';
import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { collect } from './jest-globals.ts';
import type { Block } from './suite.ts';

const jestGlobals = new URL('./jest-globals.ts', import.meta.url).href;
/** Properties draw the same cases for every mutant, in every run: a score that can be compared. */
const seed = 20_261_104;

export interface SpecFolder {
  /** Specs by their path in the sandbox: those nearest to `source` first, those elsewhere apart. */
  files(source: string): { readonly near: readonly string[]; readonly far: readonly string[] };
  load(file: string): Promise<Block>;
  /** From here on everything is loaded afresh. */
  forget(): void;
}

/**
 * @param sandbox absolute path of the instrumented copy
 * @param patterns globs of the specs, relative to it
 */
export function specFolder(sandbox: string, patterns: readonly string[]): SpecFolder {
  const within = `${pathToFileURL(sandbox).href}/`;
  const files = [...new Set(globSync([...patterns], { cwd: sandbox }))]
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
  let generation = 0;
  let loaded = new Map<string, Block>();
  fastCheck.configureGlobal({ seed });
  registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === '@jest/globals') return { url: jestGlobals, shortCircuit: true };
      const parent = context.parentURL ?? '';
      if (!parent.startsWith(within)) return next(specifier, context);
      // Packages are the workspace's own: the sandbox has none.
      if (!specifier.startsWith('.')) return next(specifier, { ...context, parentURL: import.meta.url });
      const url = new URL(specifier.replace(/\.js$/, '.ts'), parent);
      return { url: `${url.href}?generation=${generation}`, format: 'module', shortCircuit: true };
    },
    load: (url, context, next) =>
      url.startsWith(within)
        ? { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true }
        : next(url, context),
  });
  return {
    files: (source) => {
      const own = relative(sandbox, source).replaceAll('\\', '/').replace(/\.ts$/, '');
      const near = files.filter((file) => nearness(own, file) < 3);
      return {
        near: near.toSorted((a, b) => nearness(own, a) - nearness(own, b)),
        far: files.filter((file) => nearness(own, file) === 3),
      };
    },
    load: async (file) => {
      const known = loaded.get(file);
      if (known !== undefined) return known;
      const url = `${pathToFileURL(join(sandbox, file)).href}?generation=${generation}`;
      const block = await collect(file, () => import(url));
      loaded.set(file, block);
      return block;
    },
    forget: () => {
      generation += 1;
      loaded = new Map();
    },
  };
}

/** 0: the spec of the file itself; 1: one named for it; 2: of the same folder; 3: elsewhere. */
function nearness(own: string, spec: string): number {
  if (spec === `${own}.spec.ts`) return 0;
  if (spec.startsWith(`${own}.`) || spec.startsWith(`${own}-`)) return 1;
  return folderOf(spec) === folderOf(own) ? 2 : 3;
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

const texts = new Map<string, string>();

/** The text as jest compiles it, once for all generations. */
function compiled(path: string): string {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const { code }: Output = transformSync(readFileSync(path, 'utf8'), {
    filename: path,
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  texts.set(path, code);
  return code;
}
