import type { DatabaseTerms } from '../../api-client/models/database-terms.js';
import type { Inventory } from '../../api-client/models/inventory.js';
import type { InventoryAction } from '../../api-client/models/inventory-action.js';
import type { InventoryStep } from '../../api-client/models/inventory-step.js';
import type { Wording } from '../../shared/language/wording.js';
import { termName } from './databases-view.js';

/** The steps that the flow goes through; a return goes back and is no station of its own. */
const STATIONS: readonly InventoryAction[] = ['assess', 'send', 'verify', 'remedy', 'report'];

export interface Station {
  readonly action: InventoryAction;
  readonly name: string;
  readonly role: string;
  readonly state: 'done' | 'next' | 'ahead';
  readonly word: string;
  /** The step that is in force, where it is done. */
  readonly step: InventoryStep | null;
}

/**
 * The five stations of an inventory. A station is done when its step was taken and nothing before it was
 * taken again since: after a return the owner's assessment and all that follows are ahead again.
 */
export function stations(inventory: Inventory, terms: DatabaseTerms, wording: Wording): readonly Station[] {
  const standing = stepsInForce(inventory.steps);
  const next = inventory.allowed.find((action) => STATIONS.includes(action) && !standing.has(action));
  return STATIONS.map((action) => {
    const step = standing.get(action) ?? null;
    const state = step !== null ? 'done' : action === next ? 'next' : 'ahead';
    const actor = terms.steps.find(({ code }) => code === action)?.actor ?? 'owner';
    return {
      action,
      name: termName(terms.steps, action, wording),
      role: wording.t(`db.role.${actor}`),
      state,
      word: wording.t(`db.station.${state}`),
      step,
    };
  });
}

/** The step of each station that still stands: what was returned, or gone back behind, stands no more. */
export function stepsInForce(steps: readonly InventoryStep[]): ReadonlyMap<InventoryAction, InventoryStep> {
  const standing = new Map<InventoryAction, InventoryStep>();
  for (const step of steps) {
    if (step.action === 'return') {
      // A report goes back to be assessed again, a result to be remedied again.
      const dropped = standing.has('report') ? ['remedy', 'report'] : ['assess', 'send'];
      for (const action of dropped) standing.delete(action as InventoryAction);
    } else {
      standing.set(step.action, step);
    }
  }
  return standing;
}

export interface FindingRow {
  readonly assessment: string;
  /** Said once for the aspects of an assessment. */
  readonly first: boolean;
  readonly span: number;
  readonly aspect: string;
  readonly code: string;
  readonly reported: Inventory['findings'][number]['reported'];
  readonly verified: Inventory['findings'][number]['verified'];
  /** Both are known and say another thing. */
  readonly differs: boolean;
}

/** The aspects of the five assessments, reported beside verified. */
export function findingRows(
  inventory: Inventory,
  terms: DatabaseTerms,
  wording: Wording,
): readonly FindingRow[] {
  return inventory.findings.map(({ assessment, aspect, reported, verified }, index, all) => ({
    assessment: termName(terms.assessments, assessment, wording),
    first: all[index - 1]?.assessment !== assessment,
    span: all.filter((other) => other.assessment === assessment).length,
    aspect: termName(terms.assessmentAspects, aspect, wording),
    code: aspect,
    reported,
    verified,
    differs:
      reported !== null &&
      verified !== null &&
      (reported.state !== verified.state || reported.figure !== verified.figure),
  }));
}

/** What is said when the inventory of a year is looked at. */
export function inventorySentence(inventory: Inventory, { t, formats }: Wording): string {
  const { sentOn, late, period, dueOn } = inventory;
  const day = formats.date(sentOn ?? dueOn);
  if (sentOn === null) return t('db.inventory.due', { period, day });
  return t(late ? 'db.inventory.sentLate' : 'db.inventory.sentInTime', { period, day });
}
