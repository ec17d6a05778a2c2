import { distance } from 'fastest-levenshtein';
import { nameKey } from '../units/name-key.js';
import type { WrittenName } from '../units/units.repository.js';

export type ResolvedUnit =
  | { readonly ok: true; readonly unitId: string }
  | {
      readonly ok: false;
      readonly code: 'UNIT_UNKNOWN' | 'UNIT_NOT_VALID' | 'UNIT_WRONG_LEVEL' | 'UNIT_AMBIGUOUS';
      readonly expected: () => string | null;
    };

/** Finds units by the names they are written with on a day, at one level. */
export class UnitResolver {
  private readonly byKey = new Map<string, WrittenName[]>();

  constructor(
    names: readonly WrittenName[],
    private readonly level: string,
    private readonly on: string,
  ) {
    for (const name of names) {
      const key = nameKey(name.text);
      this.byKey.set(key, [...(this.byKey.get(key) ?? []), name]);
    }
    for (const id of new Set(names.map((name) => name.unitId))) {
      const own = names.filter((name) => name.unitId === id);
      if (!this.byKey.has(id)) this.byKey.set(id, own);
    }
  }

  resolve(written: string): ResolvedUnit {
    const matches = this.byKey.get(nameKey(written)) ?? [];
    if (matches.length === 0)
      return { ok: false, code: 'UNIT_UNKNOWN', expected: () => this.nearest(written) };
    const atLevel = matches.filter((name) => name.level === this.level);
    if (atLevel.length === 0) return { ok: false, code: 'UNIT_WRONG_LEVEL', expected: () => this.level };
    const valid = [...new Set(atLevel.filter((name) => this.isValid(name)).map((name) => name.unitId))];
    const [unitId] = valid;
    if (unitId === undefined)
      return { ok: false, code: 'UNIT_NOT_VALID', expected: () => validities(atLevel) };
    if (valid.length > 1) return { ok: false, code: 'UNIT_AMBIGUOUS', expected: () => valid.join(' | ') };
    return { ok: true, unitId };
  }

  private isValid({ validFrom, validTo }: WrittenName): boolean {
    return (validFrom === null || validFrom <= this.on) && (validTo === null || validTo >= this.on);
  }

  /** The name most like what was written, when it is like it at all. */
  private nearest(written: string): string | null {
    const key = nameKey(written);
    let best: { name: string; distance: number } | null = null;
    for (const [candidate, names] of this.byKey) {
      const found = names.find(
        (name) => name.level === this.level && this.isValid(name) && nameKey(name.text) === candidate,
      );
      if (found === undefined) continue;
      const far = distance(key, candidate);
      if (far <= Math.max(1, key.length / 4) && (best === null || far < best.distance)) {
        best = { name: found.text, distance: far };
      }
    }
    return best?.name ?? null;
  }
}

function validities(names: readonly WrittenName[]): string {
  return [...new Set(names.map(({ validFrom, validTo }) => `${validFrom ?? '…'} – ${validTo ?? '…'}`))].join(
    ', ',
  );
}
