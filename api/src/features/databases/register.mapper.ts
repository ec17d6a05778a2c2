import { inventoryDue, stateAfter } from './inventory-flow.js';
import type { InventoryAction } from './inventory-flow.js';
import type { InventorySummary } from './inventory.dto.js';
import type { DatabaseSummary } from './register.dto.js';
import type { RegisterRow } from './register.repository.js';
import type { RegisteredDatabaseVersion } from './registered-database.entity.js';

/** An entry of the register as the API tells it. */
export function databaseSummary(row: RegisterRow, period: string): DatabaseSummary {
  return {
    id: row.id,
    dataSet: row.dataSet,
    unitId: row.unitId,
    unitNameVi: row.unitNameVi,
    unitNameEn: row.unitNameEn,
    version: row.version,
    state: row.state,
    ...entryFields(row),
    inventory: inventorySummary(period, row.actions, row.sentOn),
    openObstacles: row.openObstacles,
    services: row.services,
    changedAt: row.writtenAt.toISOString(),
  };
}

export function entryFields(
  version: Omit<RegisteredDatabaseVersion, 'databaseId' | 'changeNote' | 'writtenBy' | 'writtenAt'>,
) {
  return {
    nameVi: version.nameVi,
    nameEn: version.nameEn,
    description: version.description,
    class: version.class,
    marks: version.marks,
    specialReason: version.specialReason,
    specialApprover: version.specialApprover,
    informationSystem: version.informationSystem,
    nationalDatabase: version.nationalDatabaseId,
    reference: version.reference,
    inUseSince: version.inUseSince,
    closedOn: version.closedOn,
  };
}

/** How far the inventory of a year is, and whether it was sent in time: the first sending counts. */
export function inventorySummary(
  period: string,
  actions: readonly InventoryAction[],
  sentOn: string | null,
): InventorySummary {
  const dueOn = inventoryDue(period);
  return { period, state: stateAfter(actions), dueOn, sentOn, late: sentOn !== null && sentOn > dueOn };
}
