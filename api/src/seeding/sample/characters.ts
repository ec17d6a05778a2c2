import type { DrawsFor } from './draws.js';
import type { SampleUnit, SampleWorld } from './sample-world.js';

/** How well units do and how large they are; a unit made of others continues what those were. */
export interface Characters {
  /** The units of the first year that a unit comes from; itself where it comes from nobody. */
  roots(unitId: string): readonly SampleUnit[];
  /** Log-odds of doing well at a data element in a year, before chance; rises with the years. */
  strength(unitId: string, element: string, yearIndex: number): number;
  /** Relative to a middling unit of its level, 1; of a root. */
  size(root: SampleUnit): number;
}

/** Log-odds that a middling unit gains in a year. */
const GROWTH = 0.42;
const SPREAD = { ability: 0.75, component: 0.45, element: 0.55, size: 0.55 } as const;

export function charactersOf(world: SampleWorld, drawsFor: DrawsFor): Characters {
  const first = new Map((world.years[0]?.units ?? []).map((unit) => [unit.id, unit]));
  const all = new Map(world.years.flatMap(({ units }) => units.map((unit) => [unit.id, unit] as const)));
  const before = new Map<string, string[]>();
  for (const { predecessorId, successorId } of world.successions) {
    if (predecessorId === successorId) continue;
    before.set(successorId, [...(before.get(successorId) ?? []), predecessorId]);
  }
  const roots = remembered((unitId: string): readonly SampleUnit[] => {
    const own = first.get(unitId);
    const earlier = (before.get(unitId) ?? []).flatMap((id) => roots(id));
    const found = [...new Map([...(own ? [own] : []), ...earlier].map((unit) => [unit.id, unit])).values()];
    const unit = all.get(unitId);
    return found.length === 0 && unit !== undefined ? [unit] : found;
  });
  const standing = remembered((label: string): number => {
    const [kind = 'ability', ...rest] = label.split('|');
    return SPREAD[kind as keyof typeof SPREAD] * drawsFor(kind, ...rest).normal();
  });
  const ofRoot = ({ id }: SampleUnit, element: string): number =>
    standing(`ability|${id}`) +
    standing(`component|${id}|${componentOf(element)}`) +
    standing(`element|${id}|${element}`);
  return {
    roots,
    strength: (unitId, element, yearIndex) =>
      mean(roots(unitId).map((root) => ofRoot(root, element))) + GROWTH * yearIndex,
    size: (root) => Math.exp(standing(`size|${root.id}`)) * (root.kind === 'city' ? 2 : 1),
  };
}

/** `data.open.datasets` is of `data.open`; targets are each a component of their own. */
export function componentOf(element: string): string {
  return element.split('.').slice(0, 2).join('.');
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

function remembered<T>(work: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = work(key);
    known.set(key, made);
    return made;
  };
}
