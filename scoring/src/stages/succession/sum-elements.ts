import { STATE } from '../../model/column.js';
import {
  OBSERVATION_STATUSES,
  type DataColumn,
  type Dataset,
  type EarlierPeriod,
  type ObservationStatus,
  type Unit,
} from '../../model/dataset.js';
import type { FrameworkNode } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import type { SuccessionRule } from '../../model/succession.js';
import { sum } from '../../numeric/sum.js';
import { elementSource, type ElementSource } from '../indicators/element-source.js';
import { elementsOf } from '../indicators/indicator.js';
import type { Origin } from './lineage.js';

type SumRule = Extract<SuccessionRule, { readonly method: 'sum_of_elements' }>;

/** A sum is no firmer than the weakest of its parts; the order is that of an indicator's status. */
const WEAKEST_FIRST: readonly ObservationStatus[] = ['I', 'E', 'V', 'P', 'B', 'A'];

/** Refuses by name what the leaves are worked out from and the rule does not allow to be summed. */
export function notSummable(leaves: readonly FrameworkNode[], rule: SumRule): readonly Problem[] {
  const allowed = new Set(rule.elements);
  const asked = new Set(leaves.flatMap((leaf) => elementsOf(leaf)));
  return [...asked]
    .filter((element) => !allowed.has(element))
    .map((element) => ({ code: 'ELEMENT_NOT_SUMMABLE', path: 'rule.elements', params: { element } }));
}

/**
 * The data set under another roster: a unit of the data with its own values, a merged one with the sums
 * of its predecessors' data elements, each by the share of it that was taken over; in every period.
 *
 * By `of_those_present` a predecessor without one of several elements that an indicator is made of is
 * left out of all of them, as a numerator of two must not stand over a denominator of three: elements
 * that indicators tie together, directly or by way of others, are summed over the same predecessors.
 *
 * @param origins of `units`, in their order
 * @returns the data set, or the sums that leave the range of doubles
 */
export function summed(
  dataset: Dataset,
  units: readonly Unit[],
  origins: readonly Origin[],
  leaves: readonly FrameworkNode[],
  rule: SumRule,
): { readonly dataset: Dataset; readonly problems: readonly Problem[] } {
  const source = elementSource(dataset);
  const tied = tiedElements(leaves);
  const problems: Problem[] = [];
  const terms = origins.map((origin) => (origin.kind === 'merged' ? termsOf(origin) : null));
  const restated = (period: EarlierPeriod, back: number): readonly DataColumn[] =>
    elementsIn(period).map((element) => {
      const values: (number | null)[] = [];
      const statuses: ObservationStatus[] = [];
      const own = source.element(element, back);
      const ownStatuses = source.statusesOf(element, back);
      origins.forEach((origin, u) => {
        const parts = terms[u] ?? null;
        const row = origin.kind === 'unit' ? origin.row : -1;
        const cell =
          parts === null
            ? cellAt(own.values[row], own.states[row], ownStatuses[row])
            : summedCell({ element, back, tied: tied.get(element) ?? [element] }, parts, source, rule);
        if (cell === null) {
          problems.push(beyondNumbers(units[u] as Unit, element, back));
        }
        values.push(cell?.value ?? null);
        statuses.push(cell?.status ?? 'O');
      });
      return { element, values, statuses };
    });
  const earlier = dataset.earlier?.map((period, index) => ({ columns: restated(period, index + 1) }));
  const columns = restated(dataset, 0);
  return { dataset: { units, columns, ...(earlier === undefined ? {} : { earlier }) }, problems };
}

interface ElementCell {
  readonly value: number | null;
  readonly status: ObservationStatus;
}

function cellAt(
  value: number | undefined,
  state: number | undefined,
  status: number | undefined,
): ElementCell {
  const word = OBSERVATION_STATUSES[status ?? -1] ?? 'L';
  return { value: state === STATE.scored ? (value ?? null) : null, status: word };
}

/** A row of the data, or nobody (−1), and how much of it is taken. */
interface Term {
  readonly row: number;
  readonly share: number;
}

/** What a merged unit is the sum of: each unit of the data once, by its shares along every way to it. */
function termsOf(origin: Origin, share = 1): readonly Term[] {
  if (origin.kind === 'absent') return [{ row: -1, share }];
  if (origin.kind === 'unit') return [{ row: origin.row, share }];
  const byRow = new Map<number, number>();
  for (const part of origin.parts) {
    for (const term of termsOf(part.origin, share * part.share)) {
      byRow.set(term.row, (byRow.get(term.row) ?? 0) + term.share);
    }
  }
  return [...byRow].map(([row, whole]) => ({ row, share: whole }));
}

interface Asked {
  readonly element: string;
  readonly back: number;
  readonly tied: readonly string[];
}

/** `null`: beyond the range of doubles. */
function summedCell(
  { element, back, tied }: Asked,
  terms: readonly Term[],
  source: ElementSource,
  { elements, withoutValue }: SumRule,
): ElementCell | null {
  // What no indicator asks for and nobody declared summable is not carried over.
  if (!elements.includes(element)) return { value: null, status: 'L' };
  const column = source.element(element, back);
  const statuses = source.statusesOf(element, back);
  const has = (code: string, row: number): boolean => source.element(code, back).states[row] === STATE.scored;
  const complete = terms.filter(({ row }) =>
    withoutValue === 'no_value' ? has(element, row) : tied.every((code) => has(code, row)),
  );
  if (complete.length === 0 || (complete.length < terms.length && withoutValue === 'no_value')) {
    return { value: null, status: gapOf(terms, statuses) };
  }
  const value = sum(complete.map(({ row, share }) => share * (column.values[row] as number)));
  if (!Number.isFinite(value)) return null;
  const present = complete.map(({ row }) => OBSERVATION_STATUSES[statuses[row] as number]);
  return { value, status: WEAKEST_FIRST.find((status) => present.includes(status)) ?? 'A' };
}

/** The reason that all share, else missing: a unit of the data with a value does not share any. */
function gapOf(terms: readonly Term[], statuses: Uint8Array): ObservationStatus {
  const reasons = terms.map(({ row }) => OBSERVATION_STATUSES[statuses[row] ?? -1] ?? 'L');
  const [first = 'O'] = reasons;
  const shared = reasons.every((reason) => reason === first) && ['M', 'L', 'O'].includes(first);
  return shared ? first : 'O';
}

function elementsIn({ cells = [], columns = [] }: EarlierPeriod): readonly string[] {
  return [...new Set([...columns, ...cells].map(({ element }) => element))];
}

/** For each element those that indicators tie it to, itself among them. */
function tiedElements(leaves: readonly FrameworkNode[]): ReadonlyMap<string, readonly string[]> {
  const tied = new Map<string, Set<string>>();
  for (const leaf of leaves) {
    const family = new Set(elementsOf(leaf));
    for (const element of [...family]) for (const other of tied.get(element) ?? []) family.add(other);
    for (const element of family) tied.set(element, family);
  }
  return new Map([...tied].map(([element, family]) => [element, [...family]]));
}

function beyondNumbers({ code }: Unit, element: string, back: number): Problem {
  return {
    code: 'SUM_NOT_FINITE',
    path: 'rule.elements',
    params: { unit: code, element, periodsBack: back },
  };
}
