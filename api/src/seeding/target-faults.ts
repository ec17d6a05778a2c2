import type { ProblemDetail } from '../platform/http/problem.js';
import { seedFault, type SeedDocument, type SeedPath } from './seed-document.js';
import { formulaElements } from './target-formula.js';
import type { TargetsFile } from './target-format.js';

/** What the codes of a file may name. */
export interface KnownCodes {
  readonly elements: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

/**
 * What the schema cannot see: a code given twice, a group, unit or data element that does not exist, a code
 * of a measure or condition that does not begin with its target's. Legal bases are checked with all others.
 */
export function targetFaults(
  document: SeedDocument<TargetsFile>,
  known: KnownCodes,
): readonly ProblemDetail[] {
  const { groups, targets } = document.value;
  const faults: ProblemDetail[] = [];
  const tell = (path: SeedPath, code: string, message: string) =>
    void faults.push(seedFault(document, code, path, message));
  const codes = new Set<string>();
  const once = (path: SeedPath, code: string) => {
    if (codes.has(code)) tell(path, 'SEED_CODE_TWICE', `the code ${code} is given twice`);
    codes.add(code);
  };
  const listed = new Set(groups.map(({ code }) => code));
  targets.forEach((target, t) => {
    const at = ['targets', t];
    once([...at, 'code'], target.code);
    if (!listed.has(target.group)) {
      tell([...at, 'group'], 'SEED_REFERENCE_UNKNOWN', `there is no group ${target.group}`);
    }
    (target.owners ?? []).forEach(({ unit }, o) => {
      if (!known.units.has(unit)) {
        tell([...at, 'owners', o, 'unit'], 'SEED_REFERENCE_UNKNOWN', `there is no unit ${unit}`);
      }
    });
    const parts = [['conditions', target.conditions ?? []] as const, ['measures', target.measures] as const];
    for (const [name, list] of parts) {
      list.forEach(({ code }, p) => {
        once([...at, name, p, 'code'], code);
        if (!code.startsWith(`${target.code}-`)) {
          tell([...at, name, p, 'code'], 'SEED_CODE_MISPLACED', `${code} does not belong to ${target.code}`);
        }
      });
    }
    target.measures.forEach(({ formula }, m) => {
      for (const element of formulaElements(formula)) {
        if (known.elements.has(element)) continue;
        const path = [...at, 'measures', m, 'formula'];
        tell(path, 'SEED_REFERENCE_UNKNOWN', `there is no data element ${element}`);
      }
    });
  });
  return faults;
}
