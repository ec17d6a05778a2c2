import { distance } from 'fastest-levenshtein';
import { nameKey } from '../units/name-key.js';
import type { WrittenName } from '../units/units.repository.js';

export type ResolvedUnit =
  | { readonly ok: true; readonly unitId: string }
  | {
      readonly ok: false;
      readonly code: 'UNIT_UNKNOWN' | 'UNIT_NOT_VALID' | 'UNIT_WRONG_LEVEL' | 'UNIT_AMBIGUOUS';
      readonly expected: () => string;
    };

/** No name of a unit is nearly as long; what is longer is not compared with any. */
const LONGEST_NAME = 120;

/** Finds units by the names they are written with on a day, at one level. */
export class UnitResolver {
  private readonly byKey = new Map<string, WrittenName[]>();
  private validKeys: ReadonlyMap<string, string> | null = null;

  constructor(
    names: readonly WrittenName[],
    private readonly level: string,
    private readonly on: string,
  ) {
    const byId = new Map<string, WrittenName[]>();
    for (const name of names) {
      push(this.byKey, nameKey(name.text), name);
      push(byId, name.unitId, name);
    }
    for (const [id, own] of byId) if (!this.byKey.has(id)) this.byKey.set(id, own);
  }

  /** Whose names count: `province 2022-12-31`. */
  get whose(): string {
    return `${this.level} ${this.on}`;
  }

  resolve(written: string): ResolvedUnit {
    const matches = written.length > LONGEST_NAME ? [] : (this.byKey.get(nameKey(written)) ?? []);
    if (matches.length === 0)
      return { ok: false, code: 'UNIT_UNKNOWN', expected: () => this.nearest(written) ?? this.whose };
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
    if (written.length > LONGEST_NAME) return null;
    const key = nameKey(written);
    let best: { name: string; distance: number } | null = null;
    for (const [candidate, name] of this.validNames()) {
      const far = distance(key, candidate);
      if (far <= Math.max(1, key.length / 4) && (best === null || far < best.distance)) {
        best = { name, distance: far };
      }
    }
    return best?.name ?? null;
  }

  /** Names of the level on the day by their keys; worked out when the first name is not known. */
  private validNames(): ReadonlyMap<string, string> {
    this.validKeys ??= new Map(
      [...this.byKey.values()]
        .flat()
        .filter((name) => name.level === this.level && this.isValid(name))
        .map((name) => [nameKey(name.text), name.text]),
    );
    return this.validKeys;
  }
}

function push(map: Map<string, WrittenName[]>, key: string, name: WrittenName): void {
  const own = map.get(key);
  if (own === undefined) map.set(key, [name]);
  else own.push(name);
}

function validities(names: readonly WrittenName[]): string {
  return [...new Set(names.map(({ validFrom, validTo }) => `${validFrom ?? '…'} – ${validTo ?? '…'}`))].join(
    ', ',
  );
}
