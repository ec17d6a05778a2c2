import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccessService } from '../../platform/access/access.service.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { changedFields } from '../../platform/audit/changed-fields.js';
import { today } from '../../platform/clock.js';
import { notFound, Problem, type ProblemDetail } from '../../platform/http/problem.js';
import { nameKey } from '../units/name-key.js';
import { UnitsService } from '../units/units.service.js';
import { DatabaseReferenceRepository } from './database-reference.repository.js';
import { DatabaseReferenceService } from './database-reference.service.js';
import { databaseClosed } from './entry-closed.js';
import { entryFaults } from './entry-rules.js';
import type { Closure, DatabaseDetail, DatabaseEntry, Registration, Revision } from './register.dto.js';
import { RegisterRepository } from './register.repository.js';
import { RegisterService } from './register.service.js';
import type { RegisteredDatabase, RegisteredDatabaseVersion } from './registered-database.entity.js';

type NewVersion = Omit<RegisteredDatabaseVersion, 'writtenAt'>;

/** Writes the registers: an entry is never changed, it gets a new version. */
@Injectable()
export class RegisterEntriesService {
  constructor(
    private readonly repository: RegisterRepository,
    private readonly register: RegisterService,
    private readonly reference: DatabaseReferenceRepository,
    private readonly words: DatabaseReferenceService,
    private readonly units: UnitsService,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Adds a database to a unit's register.
   * @throws Problem DATABASE_ENTRY_REFUSED with each fault, UNIT_NOT_FOUND, DATA_SET_NOT_FOUND,
   *   DATABASE_NAME_TAKEN
   */
  async add({ unit, ...entry }: Registration, dataSet: string, actor: string): Promise<DatabaseDetail> {
    await this.access.require('database.register', unit);
    await this.words.requireDataSet(dataSet);
    await this.refuseFaults(entry, unit, true);
    const id = await this.repository.exclusively(unit, async (manager) => {
      await this.refuseTakenName(entry.nameVi, { dataSet, unitId: unit, id: null }, manager);
      const databaseId = await this.repository.add({ dataSet, unitId: unit, writtenBy: actor }, manager);
      await this.repository.addVersion(
        { ...versionOf(entry), databaseId, version: 1, dataSet, changeNote: null, writtenBy: actor },
        manager,
      );
      await this.audit.record(
        {
          action: 'database.register',
          object: `database:${databaseId}`,
          unitId: unit,
          after: { version: 1, dataSet, ...versionOf(entry) },
        },
        manager,
      );
      return databaseId;
    });
    return this.register.detail(id);
  }

  /**
   * Gives an entry a new version; the earlier ones stay.
   * @throws Problem DATABASE_NOT_FOUND, DATABASE_CLOSED, DATABASE_CHANGED_MEANWHILE, DATABASE_ENTRY_REFUSED,
   *   DATABASE_NAME_TAKEN
   */
  async revise(id: string, revision: Revision, actor: string): Promise<DatabaseDetail> {
    const { basedOn, changeNote, ...entry } = revision;
    const database = await this.require(id, 'database.register');
    await this.refuseFaults(entry, database.unitId, false);
    await this.repository.exclusively(database.unitId, async (manager) => {
      const latest = await this.requireOpen(id, basedOn, manager);
      await this.refuseTakenName(entry.nameVi, database, manager);
      await this.repository.addVersion(
        {
          ...versionOf(entry),
          databaseId: id,
          version: latest.version + 1,
          dataSet: database.dataSet,
          changeNote,
          writtenBy: actor,
        },
        manager,
      );
      await this.recordChange('database.register', database, [latest, versionOf(entry)], manager);
    });
    return this.register.detail(id);
  }

  /**
   * Closes an entry from a day on; it stays in the register, and takes no more changes.
   * @throws Problem DATABASE_NOT_FOUND, DATABASE_CLOSED, DATABASE_CHANGED_MEANWHILE, DAY_AHEAD
   */
  async close(id: string, closure: Closure, actor: string): Promise<DatabaseDetail> {
    const database = await this.require(id, 'database.close');
    if (closure.closedOn > today())
      throw new Problem(422, 'DAY_AHEAD', 'The day has not come', closure.closedOn);
    await this.repository.exclusively(database.unitId, async (manager) => {
      const { writtenAt: _at, ...latest } = await this.requireOpen(id, closure.basedOn, manager);
      await this.repository.addVersion(
        {
          ...latest,
          version: latest.version + 1,
          state: 'closed',
          closedOn: closure.closedOn,
          changeNote: closure.changeNote,
          writtenBy: actor,
        },
        manager,
      );
      const closed = { ...latest, state: 'closed', closedOn: closure.closedOn } as const;
      await this.recordChange('database.close', database, [latest, closed], manager);
    });
    return this.register.detail(id);
  }

  private async require(
    id: string,
    action: 'database.register' | 'database.close',
  ): Promise<RegisteredDatabase> {
    const database = await this.repository.database(id);
    if (database === null) throw notFound('DATABASE', id);
    await this.access.require(action, database.unitId);
    return database;
  }

  /** Records which fields a new version changes. */
  private async recordChange(
    action: 'database.register' | 'database.close',
    { id, unitId }: RegisteredDatabase,
    [latest, next]: readonly [Omit<RegisteredDatabaseVersion, 'writtenAt'>, Partial<NewVersion>],
    manager: EntityManager,
  ): Promise<void> {
    const { before, after } = changedFields(
      Object.fromEntries(Object.keys(next).map((field) => [field, latest[field as keyof NewVersion]])),
      next,
    );
    const version = { before: latest.version, after: latest.version + 1 };
    await this.audit.record(
      {
        action,
        object: `database:${id}`,
        unitId,
        before: { version: version.before, ...before },
        after: { version: version.after, ...after },
      },
      manager,
    );
  }

  private async requireOpen(
    id: string,
    basedOn: number,
    manager: EntityManager,
  ): Promise<RegisteredDatabaseVersion> {
    const [latest] = await this.repository.versions(id, manager);
    if (latest === undefined) throw notFound('DATABASE', id);
    if (latest.state === 'closed') throw databaseClosed();
    if (latest.version !== basedOn) {
      throw new Problem(
        409,
        'DATABASE_CHANGED_MEANWHILE',
        'The entry has a newer version',
        `It is at version ${latest.version}, the request is based on ${basedOn}.`,
      );
    }
    return latest;
  }

  private async refuseFaults(entry: DatabaseEntry, unitId: string, isNew: boolean): Promise<void> {
    const unit = (await this.units.summaries([unitId], today())).get(unitId);
    if (unit === undefined) throw notFound('UNIT', unitId);
    const [{ classes, marks }, national] = await Promise.all([
      this.words.terms(),
      this.reference.nationalDatabases(),
    ]);
    const nationalIds = national.map(({ id }) => id);
    const faults: ProblemDetail[] = [...entryFaults(entry, unit.level, { classes, marks, nationalIds })];
    if (isNew && unit.validTo !== null && unit.validTo < today())
      faults.push({ code: 'UNIT_NOT_VALID', path: 'unit', message: `the unit ended on ${unit.validTo}` });
    if (faults.length === 0) return;
    throw new Problem(
      422,
      'DATABASE_ENTRY_REFUSED',
      'The entry of the register has faults; nothing was stored',
      undefined,
      faults,
    );
  }

  private async refuseTakenName(
    name: string,
    { dataSet, unitId, id }: { dataSet: string; unitId: string; id: string | null },
    manager: EntityManager,
  ): Promise<void> {
    const open = await this.repository.openNames(dataSet, unitId, manager);
    if (open.some((other) => other.id !== id && nameKey(other.nameVi) === nameKey(name)))
      throw new Problem(409, 'DATABASE_NAME_TAKEN', 'The unit has a database of this name', name);
  }
}

function versionOf(
  entry: DatabaseEntry,
): Omit<NewVersion, 'databaseId' | 'version' | 'dataSet' | 'changeNote' | 'writtenBy'> {
  return {
    state: 'open',
    nameVi: entry.nameVi,
    nameEn: entry.nameEn ?? null,
    description: entry.description ?? null,
    class: entry.class,
    marks: [...new Set(entry.marks)].sort(),
    specialReason: entry.specialReason ?? null,
    specialApprover: entry.specialApprover ?? null,
    informationSystem: entry.informationSystem ?? null,
    nationalDatabaseId: entry.nationalDatabase ?? null,
    reference: entry.reference ?? null,
    inUseSince: entry.inUseSince ?? null,
    closedOn: null,
  };
}
