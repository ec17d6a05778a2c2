import { Injectable } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import { RowScope } from '../../platform/access/row-scope.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { UnitsService } from '../units/units.service.js';
import { DatabaseReferenceRepository } from './database-reference.repository.js';
import { DatabaseReferenceService } from './database-reference.service.js';
import type {
  AssertionRequest,
  NationalDatabaseDto,
  NationalDetailDto,
  NationalListDto,
  NationalQuery,
  OwnerRequest,
  OwnerUnitDto,
} from './national.dto.js';
import type { NationalDatabase } from './national-database.entity.js';
import { assertionDto, nationalDto, type NationalRecord } from './national.mapper.js';
import { NationalDatabasesRepository } from './national-databases.repository.js';

/** The national databases to be completed first, and the state of their conditions year by year. */
@Injectable()
export class NationalDatabasesService {
  constructor(
    private readonly repository: NationalDatabasesRepository,
    private readonly reference: DatabaseReferenceRepository,
    private readonly words: DatabaseReferenceService,
    private readonly units: UnitsService,
    private readonly access: AccessService,
    private readonly scope: RowScope,
    private readonly audit: AuditLog,
  ) {}

  async list(query: NationalQuery): Promise<NationalListDto> {
    const [databases, terms, periods, sample] = await Promise.all([
      this.reference.nationalDatabases(),
      this.words.terms(),
      this.repository.periods(query.dataSet),
      this.words.isSample(query.dataSet),
    ]);
    const period = query.period ?? periods[0] ?? today().slice(0, 4);
    const record = await this.record(databases, query.dataSet, period);
    const items = databases.map((database) => nationalDto(database, terms, record));
    return {
      dataSet: query.dataSet,
      sample,
      period,
      periods,
      count: items.length,
      meetingAll: items.filter(({ meetsAll }) => meetsAll).length,
      withData: items.filter(({ conditions }) => conditions.every(({ state }) => state !== 'no_data')).length,
      conditions: terms.conditions,
      conditionAspects: terms.conditionAspects,
      qualities: terms.qualities,
      bases: await this.words.bases([
        ...terms.conditions.flatMap(({ legalBasis }) => legalBasis),
        ...terms.qualities.flatMap(({ legalBasis }) => legalBasis),
        ...items.flatMap(({ legalBasis, owner }) => [...legalBasis, ...owner.legalBasis]),
      ]),
      items,
    };
  }

  /** @throws Problem NATIONAL_DATABASE_NOT_FOUND */
  async detail(id: string, query: NationalQuery): Promise<NationalDetailDto> {
    const list = await this.list(query);
    const database = list.items.find((item) => item.id === id);
    if (database === undefined) throw notFound('NATIONAL_DATABASE', id);
    const [stored, owners] = await Promise.all([
      this.repository.history(query.dataSet, id),
      this.repository.owners(),
    ]);
    const history = await this.scope.seen(stored, () => []);
    const own = owners.filter((owner) => owner.databaseId === id);
    const names = await this.units.summaries(
      own.map(({ unitId }) => unitId),
      today(),
    );
    return {
      ...database,
      dataSet: list.dataSet,
      sample: list.sample,
      period: list.period,
      conditionTerms: list.conditions,
      conditionAspects: list.conditionAspects,
      qualityTerms: list.qualities,
      bases: list.bases.filter(({ reference }) => ownBases(database, list).has(reference)),
      history: history.map(assertionDto),
      owners: own.map(({ unitId, reference, reason, writtenAt, writtenBy }) => ({
        unitId,
        nameVi: names.get(unitId)?.nameVi ?? unitId,
        nameEn: names.get(unitId)?.nameEn ?? unitId,
        reference,
        reason,
        writtenAt: writtenAt.toISOString(),
        writtenBy,
      })),
    };
  }

  /**
   * Records the state of one aspect for a year; what was recorded before stays.
   * @throws Problem NATIONAL_DATABASE_NOT_FOUND, DATA_SET_NOT_FOUND, DATABASE_ASPECT_UNKNOWN, PERIOD_AHEAD
   */
  async assert(
    id: string,
    request: AssertionRequest,
    dataSet: string,
    actor: string,
  ): Promise<NationalDetailDto> {
    await this.access.require('national-database.assert', null);
    await this.require(id);
    await this.words.requireDataSet(dataSet);
    const { conditionAspects, qualities } = await this.words.terms();
    if (![...conditionAspects, ...qualities].some(({ code }) => code === request.aspect))
      throw new Problem(422, 'DATABASE_ASPECT_UNKNOWN', 'There is no such aspect', request.aspect);
    if (request.period > today().slice(0, 4))
      throw new Problem(422, 'PERIOD_AHEAD', 'The year has not begun', request.period);
    const { period, aspect, state } = request;
    const assertion = {
      dataSet,
      databaseId: id,
      period,
      aspect,
      state,
      figure: request.figure ?? null,
      figureUnit: request.figureUnit ?? null,
      evidence: request.evidence ?? null,
      note: request.note ?? null,
      writtenBy: actor,
    };
    await this.repository.together(async (manager) => {
      await this.repository.assert(assertion, manager);
      const after = { period, aspect, state, figure: assertion.figure, dataSet };
      await this.audit.record(
        { action: 'national-database.assert', object: `national-database:${id}`, after },
        manager,
      );
    });
    return this.detail(id, { dataSet, period: request.period });
  }

  /**
   * Sets who owns a database, by a document: the documents of the Strategy do not say, or imply it only.
   * @throws Problem NATIONAL_DATABASE_NOT_FOUND, UNIT_NOT_FOUND
   */
  async setOwner(id: string, request: OwnerRequest, actor: string): Promise<NationalDetailDto> {
    await this.access.require('national-database.assert', null);
    await this.require(id);
    const known = await this.units.summaries([request.unit], today());
    if (!known.has(request.unit)) throw notFound('UNIT', request.unit);
    const { unit: unitId, reference, reason } = request;
    await this.repository.together(async (manager) => {
      const row = { databaseId: id, unitId, reference, reason, writtenBy: actor };
      await this.repository.setOwner(row, manager);
      const after = { owner: unitId, reference, reason };
      await this.audit.record(
        { action: 'national-database.assert', object: `national-database:${id}`, after },
        manager,
      );
    });
    return this.detail(id, { dataSet: 'official' });
  }

  private async require(id: string): Promise<void> {
    const databases = await this.reference.nationalDatabases();
    if (!databases.some((database) => database.id === id)) throw notFound('NATIONAL_DATABASE', id);
  }

  private async record(
    databases: readonly NationalDatabase[],
    dataSet: string,
    period: string,
  ): Promise<NationalRecord> {
    const [stored, facts, owners] = await Promise.all([
      this.repository.current(dataSet, period),
      this.reference.facts(),
      this.repository.owners(),
    ]);
    const assertions = await this.scope.seen(stored, () => []);
    const ids = [
      ...databases.flatMap(({ ownerUnitId, recollectedOwnerId }) => [ownerUnitId, recollectedOwnerId]),
      ...owners.map(({ unitId }) => unitId),
    ].filter((id) => id !== null);
    const units = await Promise.all([...new Set(ids)].map((id) => this.ownerUnit(id)));
    return {
      assertions,
      facts,
      owners,
      period,
      units: new Map(units.map((unit) => [unit.unitId, unit])),
    };
  }

  /** A body as it is now, or as it was on its last day with who took over from it. */
  private async ownerUnit(id: string): Promise<OwnerUnitDto> {
    const { nameVi, nameEn, validTo, successors } = await this.units.detail(id);
    const ended = validTo !== null && validTo < today();
    const heirs = successors.filter((one) => one.predecessorId === id && one.successorId !== id);
    return {
      unitId: id,
      nameVi,
      nameEn,
      endedOn: ended ? validTo : null,
      successors: ended
        ? heirs.map(({ successorId, successorNameVi, successorNameEn, effectiveDate }) => ({
            unitId: successorId,
            nameVi: successorNameVi,
            nameEn: successorNameEn,
            from: effectiveDate,
          }))
        : [],
    };
  }
}

/** What one database rests on: its own clauses, and those of the conditions and qualities asked of all. */
function ownBases({ legalBasis, owner }: NationalDatabaseDto, list: NationalListDto): ReadonlySet<string> {
  const asked = [...list.conditions, ...list.qualities].flatMap((term) => term.legalBasis);
  return new Set([...legalBasis, ...owner.legalBasis, ...asked]);
}
