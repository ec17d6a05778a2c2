import { Injectable } from '@nestjs/common';
import { RowScope } from '../../platform/access/row-scope.js';
import { today } from '../../platform/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { paginate } from '../../platform/http/page.js';
import { searchKey } from '../units/name-key.js';
import { DatabaseReferenceService } from './database-reference.service.js';
import { inventoryDue, nextInventoryDue } from './inventory-flow.js';
import { InventoryRepository } from './inventory.repository.js';
import type {
  DatabaseDetail,
  DatabaseRegister,
  DatabaseSummary,
  RegisterFilters,
  RegisterQuery,
  RegisterSummary,
} from './register.dto.js';
import { databaseSummary, entryFields, inventorySummary } from './register.mapper.js';
import { RegisterRepository } from './register.repository.js';
import { SharingService } from './sharing.service.js';

const SENT = ['sent', 'verified', 'remedied', 'reported'];
const VERIFIED = ['verified', 'remedied', 'reported'];
const INVENTORY_STATES = [
  'none',
  'assessed',
  'sent',
  'returned',
  'verified',
  'remedied',
  'reported',
] as const;

/** Reads the registers that units keep of their databases. */
@Injectable()
export class RegisterService {
  constructor(
    private readonly repository: RegisterRepository,
    private readonly inventories: InventoryRepository,
    private readonly sharing: SharingService,
    private readonly words: DatabaseReferenceService,
    private readonly scope: RowScope,
  ) {}

  async page(query: RegisterQuery): Promise<DatabaseRegister> {
    const [found, sample] = await Promise.all([this.find(query), this.words.isSample(query.dataSet)]);
    return {
      ...paginate(found, query),
      dataSet: query.dataSet,
      sample,
      period: query.period ?? thisYear(),
    };
  }

  /** Entries that fit every filter, by unit and name. */
  async find(query: RegisterFilters): Promise<DatabaseSummary[]> {
    const period = query.period ?? thisYear();
    const rows = await this.repository.rows(query.dataSet, period, today());
    const wanted = query.q === undefined ? null : searchKey(query.q);
    return rows
      .map((row) => databaseSummary(row, period))
      .filter(
        (entry) =>
          (query.unit === undefined || entry.unitId === query.unit) &&
          (query.class === undefined || entry.class === query.class) &&
          (query.mark === undefined || entry.marks.includes(query.mark)) &&
          (query.state === undefined || entry.state === query.state) &&
          (query.inventory === undefined || entry.inventory.state === query.inventory) &&
          (wanted === null || textOf(entry).includes(wanted)),
      );
  }

  async summary(dataSet: string, period: string = thisYear()): Promise<RegisterSummary> {
    const [all, terms, sample] = await Promise.all([
      this.find({ dataSet, period }),
      this.words.terms(),
      this.words.isSample(dataSet),
    ]);
    const open = all.filter(({ state }) => state === 'open');
    const inState = (states: readonly string[]) =>
      open.filter(({ inventory }) => states.includes(inventory.state)).length;
    return {
      dataSet,
      sample,
      period,
      dueOn: inventoryDue(period),
      open: open.length,
      closed: all.length - open.length,
      units: new Set(open.map(({ unitId }) => unitId)).size,
      byClass: terms.classes.map(({ code }) => ({
        class: code,
        count: open.filter((entry) => entry.class === code).length,
      })),
      byMark: terms.marks.map(({ code }) => ({
        mark: code,
        count: open.filter(({ marks }) => marks.includes(code)).length,
      })),
      byInventory: INVENTORY_STATES.map((state) => ({ state, count: inState([state]) })),
      sent: inState(SENT),
      verified: inState(VERIFIED),
      sentLate: open.filter(({ inventory }) => inventory.late).length,
      openObstacles: open.reduce((sum, entry) => sum + entry.openObstacles, 0),
      services: open.reduce((sum, entry) => sum + entry.services, 0),
    };
  }

  /** @throws Problem DATABASE_NOT_FOUND */
  async detail(id: string, period: string = thisYear()): Promise<DatabaseDetail> {
    const row = await this.repository.row(id, period, today());
    if (row === null) throw notFound('DATABASE', id);
    const [versions, stored, obstacles, sharingServices, sample] = await Promise.all([
      this.repository.versions(id),
      this.inventories.stepsOf(id),
      this.sharing.obstacles(row),
      this.sharing.services(row),
      this.words.isSample(row.dataSet),
    ]);
    const steps = await this.scope.seen(stored, () => [row.unitId]);
    const years = [...new Set(steps.map((step) => step.period))].sort().reverse();
    const assessed = steps.filter(({ action }) => action === 'assess').map(({ doneOn }) => doneOn);
    return {
      ...databaseSummary(row, period),
      sample,
      versions: versions.map((version) => ({
        version: version.version,
        state: version.state,
        ...entryFields(version),
        changeNote: version.changeNote,
        writtenAt: version.writtenAt.toISOString(),
        writtenBy: version.writtenBy,
      })),
      inventories: years.map((year) => {
        const own = steps.filter((step) => step.period === year);
        const sent = own.filter(({ action }) => action === 'send').map(({ doneOn }) => doneOn);
        return inventorySummary(
          year,
          own.map(({ action }) => action),
          sent.sort()[0] ?? null,
        );
      }),
      nextInventoryOn: nextInventoryOn(assessed),
      obstacles,
      sharingServices,
    };
  }
}

function thisYear(): string {
  return today().slice(0, 4);
}

function nextInventoryOn(assessedOn: readonly string[]): string | null {
  const last = [...assessedOn].sort().at(-1);
  return last === undefined ? null : nextInventoryDue(last);
}

function textOf(entry: DatabaseSummary): string {
  return searchKey(
    [entry.nameVi, entry.nameEn, entry.unitNameVi, entry.informationSystem, entry.description]
      .filter((text) => text !== null)
      .join(' \n '),
  );
}
