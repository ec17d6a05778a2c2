import type { ChangedUnit } from '../../api-client/models/changed-unit.js';
import type { SuccessionLink } from '../../api-client/models/succession-link.js';

/** A unit with what it came from, nested. */
export interface TreeNode {
  readonly id: string;
  readonly isNew: boolean;
  /** How it became a part of what stands above it; null at the top. */
  readonly link: SuccessionLink | null;
  readonly parts: readonly TreeNode[];
}

/**
 * The succession around a change as trees: at the top what is there in the end, beneath what each came from.
 * A unit that became several stands beneath each of them.
 */
export function successionTrees(
  links: readonly SuccessionLink[],
  units: readonly ChangedUnit[],
): readonly TreeNode[] {
  const made = new Set(units.filter(({ isNew }) => isNew).map(({ id }) => id));
  const gone = new Set(links.map(({ predecessorId }) => predecessorId));
  const tops = [...new Set(links.map(({ successorId }) => successorId))].filter((id) => !gone.has(id));
  const node = (id: string, link: SuccessionLink | null, above: ReadonlySet<string>): TreeNode => ({
    id,
    link,
    isNew: made.has(id),
    parts: links
      .filter(({ successorId, predecessorId }) => successorId === id && !above.has(predecessorId))
      .map((one) => node(one.predecessorId, one, new Set([...above, id]))),
  });
  return tops.map((id) => node(id, null, new Set()));
}
