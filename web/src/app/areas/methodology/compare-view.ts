import type { FrameworkComparison } from '../../api-client/models/framework-comparison.js';
import type { NodeDifference } from '../../api-client/models/node-difference.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';
import { type ChangeRow, changeRows } from './words/change-words.js';

/** One node of two versions, ready to read. */
export interface ComparedRow {
  readonly code: string;
  readonly name: string;
  /** Added, removed, changed, reweighted by others alone, or the same. */
  readonly state: NodeDifference['state'] | 'reweighted';
  /** Shares of the whole; a dash where the node is not there, or carries no weight. */
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly changes: readonly ChangeRow[];
}

/** Node by node; those that are the same on both sides only when all are asked for. */
export function comparedRows(
  comparison: FrameworkComparison,
  all: boolean,
  wording: Wording,
): readonly ComparedRow[] {
  const names = namesOf(comparison, wording);
  return comparison.nodes
    .map((node) => comparedRow(node, names, wording))
    .filter(({ state }) => all || state !== 'same');
}

function comparedRow(
  node: NodeDifference,
  names: ReadonlyMap<string, string>,
  wording: Wording,
): ComparedRow {
  const { formats, t } = wording;
  const share = (side: NodeDifference['before']): string => {
    if (side === null) return '–';
    return side.scored ? formats.percent(side.weightEffective, 2) : t('methodology.tree.descriptive');
  };
  const points = ((node.after?.weightEffective ?? 0) - (node.before?.weightEffective ?? 0)) * 100;
  return {
    code: node.code,
    name: names.get(node.code) ?? node.code,
    state: node.state === 'same' && node.reweighted ? 'reweighted' : node.state,
    before: share(node.before),
    after: share(node.after),
    difference: node.reweighted ? formats.signed(points, 2) : '',
    changes: changeRows(node.changes, names, wording),
  };
}

/** What differs in the versions themselves: periods, rules, names. */
export function versionChanges(comparison: FrameworkComparison, wording: Wording): readonly ChangeRow[] {
  return changeRows(comparison.version, namesOf(comparison, wording), wording);
}

function namesOf({ nodes }: FrameworkComparison, { name }: Wording): ReadonlyMap<string, string> {
  return new Map(
    nodes.flatMap(({ code, before, after }) => {
      const side = after ?? before;
      return side === null ? [] : [[code, name(side)] as const];
    }),
  );
}

/** How much differs, in one sentence. */
export function comparisonFinding({ counts }: FrameworkComparison, { t }: Wording): string {
  const { same, changed, added, removed, reweighted } = counts;
  if (changed + added + removed + reweighted === 0) return t('methodology.compare.same', { count: same });
  return t('methodology.compare.finding', { changed, added, removed, reweighted });
}

export function comparedStateKey(state: ComparedRow['state']): TextKey {
  return `methodology.compared.${state}`;
}
