import type { ObservationStatus } from './model/dataset.js';
import type { Framework, FrameworkNode } from './model/framework.js';
import type { RandomGenerator } from './numeric/random.js';

/* The data that frameworks drawn from a seed ask for: of every kind that arithmetic is afraid of. */

export interface ValueOptions {
  /** Values that break careless arithmetic: 1e308, subnormals, −0, constants, zeros. Default `true`. */
  readonly hostile?: boolean;
  /** Gaps and their statuses. Default `true`. */
  readonly gaps?: boolean;
}

/** What is observed of one data element, in the order of the units. */
export interface ElementTable {
  readonly element: string;
  readonly values: readonly (number | null)[];
  readonly statuses: readonly ObservationStatus[];
}

export function pick<const List extends readonly unknown[]>(
  random: RandomGenerator,
  list: List,
): List[number] {
  return list[random.below(list.length)];
}

const KINDS: Readonly<Record<string, ElementKind>> = {
  count: 'count',
  yes: 'answer',
  day: 'day',
  share: 'share',
};

type ElementKind = 'any' | 'count' | 'answer' | 'day' | 'share';

/** The data elements that a drawn framework asks for; their names say what they may hold. */
export function elementKinds({ root }: Framework): ReadonlyMap<string, ElementKind> {
  const kinds = new Map<string, ElementKind>();
  const add = (element: string): void => {
    kinds.set(element, KINDS[element.split('-')[1] ?? ''] ?? 'any');
  };
  const visit = (node: FrameworkNode): void => {
    node.children?.forEach(visit);
    if (node.children !== undefined) return;
    const own: unknown = node.formula;
    if (own === undefined) add(node.code);
    else for (const name of JSON.stringify(own).match(/"n\d+-[a-z0-9-]+"/g) ?? []) add(name.slice(1, -1));
  };
  visit(root);
  return kinds;
}

const WITHOUT_VALUE = ['M', 'L', 'O'] as const;
const WITH_VALUE = ['A', 'A', 'A', 'E', 'I', 'P', 'V', 'B'] as const;

export function drawnTable(
  random: RandomGenerator,
  element: string,
  kind: ElementKind,
  size: number,
  { hostile = true, gaps = true }: ValueOptions,
): ElementTable {
  const value = kind === 'any' ? anyValue(random, hostile) : MAKERS[kind](random);
  const odds = gaps ? pick(random, [0, 0, 0.3, 0.9, 1]) : 0;
  const values: (number | null)[] = [];
  const statuses: ObservationStatus[] = [];
  for (let u = 0; u < size; u++) {
    const absent = random.uniform() < odds;
    values.push(absent ? null : value());
    statuses.push(absent ? pick(random, WITHOUT_VALUE) : pick(random, WITH_VALUE));
  }
  return { element, values, statuses };
}

const MAKERS = {
  count: (random: RandomGenerator) => () => pick(random, [0, 1, 2, 5, 10, 100]),
  answer: (random: RandomGenerator) => () => random.below(2),
  day: (random: RandomGenerator) => () => 19_000 + random.below(1100),
  share: (random: RandomGenerator) => () => pick(random, [0, -0, 0.25, 0.5, 0.999, 1]),
};

/** A maker of values of one kind: a column is of a kind, as real ones are. */
function anyValue(random: RandomGenerator, hostile: boolean): () => number {
  const benign: readonly (() => number)[] = [
    () => 50 + 10 * random.normal(),
    () => Math.exp(2 * random.normal()),
    () => random.uniform(),
    () => random.below(4) * 20,
    () => 100 * random.normal(),
  ];
  const dangerous: readonly (() => number)[] = [
    () => 7,
    () => 0,
    () => -0,
    () => pick(random, [1e308, -1e308, 1.7e308, 0, 1]),
    () => pick(random, [5e-324, -5e-324, 2.3e-308, 0]),
    () => pick(random, [0, -0, 1, -1, 1e-300, 1e300, 0.1 + 0.2, 0.3]),
    () => 1e16 + random.below(4),
    () => (random.below(8) === 0 ? 1e6 : random.below(3)),
  ];
  const makers = hostile ? [...benign, ...dangerous] : benign;
  return makers[random.below(makers.length)] ?? ((): number => 1);
}
