/** One part of the product that is built into `<name>/dist`. */
export interface Part {
  /** Also its folder, from the checkout's root. */
  readonly name: 'scoring' | 'scoring/cli' | 'api' | 'web';
  /** What the build reads, as paths from the checkout's root. */
  readonly sources: readonly string[];
  /** Parts whose results the build reads: they come first, and their change is a change here. */
  readonly needs: readonly Part['name'][];
  /** A file in dist without which the part was not built. */
  readonly result: string;
}

const COMPILER_SETTINGS = ['tsconfig.base.json', 'package-lock.json'];

/** The parts, each after those that it needs. */
export const PARTS: readonly Part[] = [
  {
    name: 'scoring',
    sources: [...COMPILER_SETTINGS, 'scoring/package.json', 'scoring/tsconfig.json', 'scoring/src'],
    needs: [],
    result: 'index.js',
  },
  {
    name: 'scoring/cli',
    sources: [
      ...COMPILER_SETTINGS,
      ...['scoring/cli/package.json', 'scoring/cli/tsconfig.json', 'scoring/cli/src'],
    ],
    needs: ['scoring'],
    result: 'main.js',
  },
  {
    name: 'api',
    sources: [...COMPILER_SETTINGS, 'api/package.json', 'api/tsconfig.json', 'api/src'],
    needs: ['scoring'],
    result: 'launch.js',
  },
  {
    name: 'web',
    // The map is an asset of it.
    sources: [...COMPILER_SETTINGS, 'web', 'seeds/map'],
    needs: ['scoring'],
    result: 'index.html',
  },
];
