import type { Unit } from '../../model/dataset.js';
import type { Problem } from '../../model/outcome.js';
import type { SuccessionLink } from '../../model/succession.js';

/** Where a unit's values come from: a row of the data, nobody, or several put together. */
export type Origin =
  | { readonly kind: 'unit'; readonly unit: string; readonly row: number }
  | { readonly kind: 'absent'; readonly unit: string }
  | { readonly kind: 'merged'; readonly unit: string; readonly parts: readonly OriginPart[] };

export interface OriginPart {
  readonly origin: Origin;
  /** What the link says of how much of it was taken over; 1 where it says nothing. */
  readonly share: number;
}

/** Data units and who they went into, ready to be asked for any unit. */
export interface Lineage {
  /** What stands in the way of an answer for anybody; with any, `originOf` is not to be asked. */
  readonly problems: readonly Problem[];
  readonly originOf: (code: string) => Origin;
  /** Units of the data that are no more: they went into others. */
  readonly ended: ReadonlySet<string>;
  /** Units that the links lead to and that went into nobody else, in the order of the links. */
  readonly formed: readonly string[];
}

/** Of a chain of mergers; a bound that keeps hostile links from taking for ever. */
const LONGEST_CHAIN = 16;

/** Shares that make up 1 in decimal may miss it in the last binary digits. */
const SHARE_TOLERANCE = 1e-9;

/**
 * Reads the links for a data set. Links count where they lead from a unit of the data; a chain
 * A → B → C is followed step by step, so that C is worked out from B as B is from A, and restating
 * twice is the same as restating once.
 *
 * A unit of the data that others of the data went into must link to itself, as otherwise nobody can
 * tell whether it is one of the parts; nor can one both take others in and give parts of itself away,
 * as nobody can tell of what: `SUCCESSION_AMBIGUOUS`. A predecessor of several units needs
 * shares, which sum to 1 at most: `PREDECESSOR_USED_TWICE`, `SHARES_ABOVE_ONE`. `SUCCESSION_CYCLE`
 * for links that lead back, `SUCCESSION_TOO_LONG` for more than 16 steps.
 *
 * @param links that `linksProblems` finds nothing in
 * @param units of the data
 */
export function lineageOf(links: readonly SuccessionLink[], units: readonly Unit[]): Lineage {
  const rows = new Map(units.map(({ code }, row) => [code, row] as const));
  const into = linksBy('successor', links);
  const endless = endlessWay(into);
  if (endless !== null) return { problems: [endless], originOf: absent, ended: new Set(), formed: [] };
  const reached = reachedFrom(into, rows);
  const counted = links.filter(({ predecessor }) => rows.has(predecessor) || reached.has(predecessor));
  const outOf = linksBy('predecessor', counted);
  const problems = [...splitProblems(outOf), ...ambiguousUnits(into, rows, reached)];
  const successors = [...new Set(counted.map(({ successor }) => successor))].filter((code) =>
    reached.has(code),
  );
  const gone = (code: string): boolean =>
    (outOf.get(code) ?? []).every(({ successor }) => successor !== code) && outOf.has(code);
  const ownOrigin = (code: string): Origin => {
    const row = rows.get(code);
    return row === undefined ? absent(code) : { kind: 'unit', unit: code, row };
  };
  const originOf = (code: string): Origin => {
    if (!reached.has(code)) return ownOrigin(code);
    const parts = (into.get(code) ?? []).map(({ predecessor, share = 1 }): OriginPart => {
      // Of a unit that was split and lives on, each part is one of what it was before.
      const asItWas = predecessor === code || keptShare(into, predecessor) < 1;
      return { origin: asItWas ? ownOrigin(predecessor) : originOf(predecessor), share };
    });
    return { kind: 'merged', unit: code, parts };
  };
  return {
    problems,
    originOf,
    ended: new Set([...rows.keys()].filter(gone)),
    formed: successors.filter((code) => !gone(code)),
  };
}

/** The units of the data that an origin goes back to, each once, with those that are not in the data. */
export function leavesOf(origin: Origin): readonly Exclude<Origin, { kind: 'merged' }>[] {
  if (origin.kind !== 'merged') return [origin];
  const leaves = new Map(
    origin.parts.flatMap((part) => leavesOf(part.origin)).map((leaf) => [leaf.unit, leaf]),
  );
  return [...leaves.values()];
}

function absent(unit: string): Origin {
  return { kind: 'absent', unit };
}

type Into = ReadonlyMap<string, readonly SuccessionLink[]>;

/** What a unit kept of itself where it gave parts away; 1 where it did not, or is no more. */
function keptShare(into: Into, code: string): number {
  return (into.get(code) ?? []).find(({ predecessor }) => predecessor === code)?.share ?? 1;
}

function linksBy(end: 'predecessor' | 'successor', links: readonly SuccessionLink[]): Into {
  const by = new Map<string, SuccessionLink[]>();
  for (const link of links) {
    const own = by.get(link[end]) ?? [];
    by.set(link[end], own);
    own.push(link);
  }
  return by;
}

/** A way back to where it began, other than a link to itself, or a longer chain than any real one. */
function endlessWay(into: Into): Problem | null {
  const heights = new Map<string, number>();
  const heightOf = (code: string, way: readonly string[]): number | Problem => {
    const known = heights.get(code);
    if (known !== undefined) return known;
    if (way.includes(code)) return { code: 'SUCCESSION_CYCLE', path: 'links', params: { unit: code } };
    let height = 0;
    for (const { predecessor } of into.get(code) ?? []) {
      if (predecessor === code) continue;
      const below = way.length === LONGEST_CHAIN ? LONGEST_CHAIN : heightOf(predecessor, [...way, code]);
      if (typeof below !== 'number') return below;
      height = Math.max(height, below + 1);
    }
    if (height > LONGEST_CHAIN) {
      return { code: 'SUCCESSION_TOO_LONG', path: 'links', params: { unit: code, steps: LONGEST_CHAIN } };
    }
    heights.set(code, height);
    return height;
  };
  for (const code of into.keys()) {
    const height = heightOf(code, []);
    if (typeof height !== 'number') return height;
  }
  return null;
}

/**
 * The units that are more or less than they were: some other unit of the data went into them, by
 * whatever way, or a part of them went elsewhere.
 */
function reachedFrom(into: Into, rows: ReadonlyMap<string, number>): ReadonlySet<string> {
  const known = new Map<string, boolean>();
  const isReached = (code: string): boolean => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const found = (into.get(code) ?? []).some(({ predecessor, share = 1 }) =>
      predecessor === code ? rows.has(code) && share < 1 : rows.has(predecessor) || isReached(predecessor),
    );
    known.set(code, found);
    return found;
  };
  return new Set([...into.keys()].filter(isReached));
}

function splitProblems(outOf: Into): readonly Problem[] {
  const problems: Problem[] = [];
  for (const [predecessor, links] of outOf) {
    if (links.length === 1) continue;
    const shares = links.map(({ share }) => share);
    const successors = links.map(({ successor }) => successor).join(' ');
    if (shares.includes(undefined)) {
      problems.push({ code: 'PREDECESSOR_USED_TWICE', path: 'links', params: { predecessor, successors } });
      continue;
    }
    const total = shares.reduce<number>((all, share) => all + (share ?? 0), 0);
    if (total <= 1 + SHARE_TOLERANCE) continue;
    problems.push({ code: 'SHARES_ABOVE_ONE', path: 'links', params: { predecessor, total } });
  }
  return problems;
}

function ambiguousUnits(
  into: Into,
  rows: ReadonlyMap<string, number>,
  reached: ReadonlySet<string>,
): readonly Problem[] {
  const livesOn = (code: string): boolean =>
    (into.get(code) ?? []).some(({ predecessor }) => predecessor === code);
  const tookOthersIn = (code: string): boolean =>
    (into.get(code) ?? []).some(
      ({ predecessor }) => predecessor !== code && (rows.has(predecessor) || reached.has(predecessor)),
    );
  return [...reached]
    .filter((code) => (rows.has(code) && !livesOn(code)) || (keptShare(into, code) < 1 && tookOthersIn(code)))
    .map((unit) => ({ code: 'SUCCESSION_AMBIGUOUS', path: 'links', params: { unit } }));
}
