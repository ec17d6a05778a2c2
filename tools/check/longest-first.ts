/** Ends of the paths of spec files that take many times as long as most, the longest of each project first. */
export const LONG: readonly string[] = [
  'test/browser/accessibility.spec.ts',
  'test/browser/sample.spec.ts',
  'test/browser/import.spec.ts',
  'test/browser/methodology.spec.ts',
  'test/integration/sample.spec.ts',
  'test/http/sweep.spec.ts',
  'test/http/import-changes.spec.ts',
  'test/http/import-faults.spec.ts',
  'test/integration/assessments.spec.ts',
  'test/cli/command-line.spec.ts',
  'test/cli/guides.spec.ts',
  'test/faults/interrupt.spec.ts',
  'test/faults/killed-parent.spec.ts',
  'test/faults/command-on-its-own.spec.ts',
  'test/faults/pending-migrations.spec.ts',
  'test/architecture/boundaries.spec.ts',
  'launcher/src/embedded/open-embedded-database.spec.ts',
  'api/src/features/imports/file-reader.spec.ts',
  'api/src/seeding/sample/generate-figures.spec.ts',
  'api/src/features/reports/annual-report/render.spec.ts',
];

/** A spec file as jest knows it. */
interface SpecFile {
  readonly path: string;
}

/**
 * The order in which jest begins with spec files: those first that take longest, so that none of them is
 * left to the end, when one worker runs it and the others have nothing to do. jest goes by how long each
 * took before, which a clean clone does not know.
 */
export default class LongestFirst {
  /** The rest comes by name: in the same order everywhere. */
  sort<T extends SpecFile>(tests: readonly T[]): T[] {
    return tests.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.path < b.path ? -1 : 1));
  }

  /** jest asks for those that failed before; that is not kept here. */
  allFailedTests<T extends SpecFile>(tests: readonly T[]): T[] {
    return this.sort(tests);
  }

  /** jest hands over what came of a run. */
  cacheResults(): void {
    return;
  }
}

function placeOf({ path }: SpecFile): number {
  const at = LONG.findIndex((end) => path.endsWith(`/${end}`));
  return at === -1 ? LONG.length : at;
}
