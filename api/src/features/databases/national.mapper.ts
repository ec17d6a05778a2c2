import { conditionState } from './condition-state.js';
import type { TermsDto } from './database-words.dto.js';
import type { AssertionDto, NationalDatabaseDto, OwnerDto, OwnerUnitDto } from './national.dto.js';
import type {
  NationalDatabase,
  NationalDatabaseAssertion,
  NationalDatabaseFact,
  NationalDatabaseOwner,
} from './national-database.entity.js';

/** Everything of a year that the databases are shown with. */
export interface NationalRecord {
  readonly period: string;
  readonly assertions: readonly NationalDatabaseAssertion[];
  readonly facts: readonly NationalDatabaseFact[];
  /** Newest first. */
  readonly owners: readonly NationalDatabaseOwner[];
  readonly units: ReadonlyMap<string, OwnerUnitDto>;
}

export function nationalDto(
  database: NationalDatabase,
  terms: TermsDto,
  record: NationalRecord,
): NationalDatabaseDto {
  const { id } = database;
  const own = new Map(
    record.assertions.filter(({ databaseId }) => databaseId === id).map((one) => [one.aspect, one]),
  );
  const asserted = (aspect: string): AssertionDto => {
    const found = own.get(aspect);
    return found === undefined ? nothingSaid(aspect, record.period) : assertionDto(found);
  };
  const conditions = terms.conditions.map(({ code }) => {
    const aspects = terms.conditionAspects
      .filter(({ parent }) => parent === code)
      .map((aspect) => asserted(aspect.code));
    return { code, state: conditionState(aspects.map(({ state }) => state)), aspects };
  });
  return {
    id,
    nameVi: database.nameVi,
    nameEn: database.nameEn,
    shortNameVi: database.shortNameVi,
    shortNameEn: database.shortNameEn,
    legalBasis: database.legalBasis,
    owner: ownerDto(database, record),
    facts: record.facts
      .filter(({ databaseId }) => databaseId === id)
      .map(({ databaseId: _database, position: _position, ...fact }) => fact),
    conditions,
    qualities: terms.qualities.map(({ code }) => asserted(code)),
    meetsAll: conditions.length > 0 && conditions.every(({ state }) => state === 'yes'),
    confidence: database.confidence,
    sourceIds: database.sourceIds,
  };
}

export function assertionDto(one: NationalDatabaseAssertion): AssertionDto {
  return {
    aspect: one.aspect,
    period: one.period,
    state: one.state,
    figure: one.figure,
    figureUnit: one.figureUnit,
    evidence: one.evidence,
    note: one.note,
    writtenAt: one.writtenAt.toISOString(),
    writtenBy: one.writtenBy,
  };
}

function nothingSaid(aspect: string, period: string): AssertionDto {
  return {
    aspect,
    period,
    state: 'no_data',
    figure: null,
    figureUnit: null,
    evidence: null,
    note: null,
    writtenAt: null,
    writtenBy: null,
  };
}

/** What the operator set counts before what a clause implies; recollection never counts, it is only told. */
function ownerDto(database: NationalDatabase, { owners, units }: NationalRecord): OwnerDto {
  const set = owners.find(({ databaseId }) => databaseId === database.id);
  const unit = (id: string | null) => (id === null ? null : (units.get(id) ?? null));
  return {
    standing: set === undefined ? database.ownerStanding : 'set',
    unit: unit(set?.unitId ?? database.ownerUnitId),
    recollected: set === undefined ? unit(database.recollectedOwnerId) : null,
    unverified: set === undefined && database.ownerConfidence !== 'high',
    legalBasis: set === undefined ? database.ownerLegalBasis : [],
    noteVi: database.ownerNoteVi,
    noteEn: database.ownerNoteEn,
    reference: set?.reference ?? null,
    setAt: set?.writtenAt.toISOString() ?? null,
    setBy: set?.writtenBy ?? null,
  };
}
