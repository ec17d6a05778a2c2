import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { Source } from '../features/observations/observation.entity.js';
import { MinistryInCharge, ReportRecipient, Succession } from '../features/units/succession.entity.js';
import {
  OrganisationUnit,
  Region,
  UnitAlias,
  UnitCode,
  UnitKindPeriod,
  UnitName,
  UnitRegion,
} from '../features/units/unit.entity.js';
import { filesBelow, readYaml, SEEDS } from './seed-files.js';
import type {
  RegionsFile,
  ResponsibleFile,
  SeedUnit,
  SourcesFile,
  SuccessionFile,
  UnitsFile,
} from './seed-formats.js';

const days = (valid: { from?: string; to?: string }) => ({
  validFrom: valid.from ?? null,
  validTo: valid.to ?? null,
});

/** Units that are left as they are: an operator changed them, and what was entered stays. */
interface Kept {
  readonly units: ReadonlySet<string>;
  /** Who is in charge was changed by an operator. */
  readonly inCharge: boolean;
}

/**
 * Loads sources, regions, units, succession and who is responsible; what is there is brought up to date.
 * A unit that an operator has changed is left as it stands, with every line of descent it is part of: the
 * files know less of it than whoever entered the change.
 *
 * @returns how many units were loaded, and how many were left
 */
export async function loadUnits(manager: EntityManager): Promise<{ loaded: number; kept: number }> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:units'))`);
  const kept = await keptUnits(manager);
  const { sources } = readYaml<SourcesFile>(join(SEEDS, 'sources.yaml'));
  await manager.upsert(
    Source,
    sources.map(({ id, title, kind, ...own }) => ({
      id,
      titleVi: title.vi,
      titleEn: title.en ?? title.vi,
      kind,
      url: own.url ?? null,
      note: own.note ?? null,
      retrieved: own.retrieved ?? null,
    })),
    ['id'],
  );
  const { regions } = readYaml<RegionsFile>(join(SEEDS, 'units/regions.yaml'));
  await manager.upsert(
    Region,
    regions.map(({ id, name, valid, source }, position) => ({
      id,
      nameVi: name.vi,
      nameEn: name.en,
      position,
      sourceIds: [...source],
      ...days(valid),
    })),
    ['id'],
  );
  const all = filesBelow(join(SEEDS, 'units/roster'), ['.yaml']).flatMap(
    (path) => readYaml<UnitsFile>(path).units,
  );
  const units = all.filter(({ id }) => !kept.units.has(id));
  await loadRoster(manager, units, kept);
  await loadSuccession(manager, kept);
  await loadResponsible(manager, kept);
  return { loaded: units.length, kept: all.length - units.length };
}

async function keptUnits(manager: EntityManager): Promise<Kept> {
  const changed: { id: string; charge: boolean }[] = await manager.query(
    `SELECT unnest(unit_ids) AS id, kind = 'ministry-in-charge' AS charge FROM unit_change`,
  );
  return {
    units: new Set(changed.map(({ id }) => id)),
    inCharge: changed.some(({ charge }) => charge),
  };
}

async function loadRoster(manager: EntityManager, units: readonly SeedUnit[], kept: Kept): Promise<void> {
  await manager.upsert(
    OrganisationUnit,
    units.map((unit) => ({
      id: unit.id,
      level: unit.level,
      ...days(unit.valid),
      legalBasis: unit.legal_basis ?? null,
      confidence: unit.confidence,
      note: unit.note ?? null,
      sourceIds: [...unit.source],
    })),
    ['id'],
  );
  for (const table of [UnitName, UnitKindPeriod, UnitCode, UnitRegion, UnitAlias]) {
    await manager
      .createQueryBuilder()
      .delete()
      .from(table)
      .where('NOT (unit_id = ANY (:kept))', { kept: [...kept.units] })
      .execute();
  }
  await loadDated(manager, units);
}

async function loadDated(manager: EntityManager, units: readonly SeedUnit[]): Promise<void> {
  const of = <T, R extends object>(list: (unit: SeedUnit) => readonly T[] | undefined, row: (item: T) => R) =>
    units.flatMap((unit) => (list(unit) ?? []).map((item) => ({ unitId: unit.id, ...row(item) })));
  await manager.insert(
    UnitName,
    of(
      (unit) => unit.names,
      (n) => ({ nameVi: n.vi, shortNameVi: n.short_vi ?? n.vi, nameEn: n.en, ...days(n) }),
    ),
  );
  await manager.insert(
    UnitKindPeriod,
    of(
      (unit) => unit.kinds,
      (k) => ({ kind: k.kind, ...days(k) }),
    ),
  );
  await manager.insert(
    UnitCode,
    of(
      (unit) => unit.codes,
      (c) => ({
        scheme: c.scheme,
        code: c.code,
        verified: c.verified,
        confidence: c.confidence ?? null,
        sourceIds: [...c.source],
        ...days(c),
      }),
    ),
  );
  await manager.insert(
    UnitRegion,
    of(
      (unit) => unit.regions,
      (r) => ({ regionId: r.region, sourceIds: [...r.source], ...days(r) }),
    ),
  );
  await manager.insert(
    UnitAlias,
    of(
      (unit) => unit.aliases,
      (a) => ({ text: a.text, ...days(a) }),
    ),
  );
}

async function loadSuccession(manager: EntityManager, kept: Kept): Promise<void> {
  const rows = filesBelow(join(SEEDS, 'units/succession'), ['.yaml'])
    .flatMap((path) => readYaml<SuccessionFile>(path).succession)
    .filter(({ predecessor, successor }) => !kept.units.has(predecessor) && !kept.units.has(successor));
  await manager
    .createQueryBuilder()
    .delete()
    .from(Succession)
    .where('NOT (predecessor_id = ANY (:kept) OR successor_id = ANY (:kept))', { kept: [...kept.units] })
    .execute();
  await manager.insert(
    Succession,
    rows.map((row) => ({
      change: row.change,
      effectiveDate: row.effective_date,
      predecessorId: row.predecessor,
      successorId: row.successor,
      legalBasis: row.legal_basis ?? null,
      confidence: row.confidence,
      note: row.note ?? null,
      sourceIds: [...row.source],
    })),
  );
}

async function loadInCharge(manager: EntityManager, file: ResponsibleFile): Promise<void> {
  await manager.createQueryBuilder().delete().from(MinistryInCharge).execute();
  await manager.insert(
    MinistryInCharge,
    file.ministry_in_charge.map(({ unit, abbreviation, valid, confidence, source }) => ({
      unitId: unit,
      abbreviation,
      ...days(valid),
      confidence,
      sourceIds: [...source],
    })),
  );
}

async function loadResponsible(manager: EntityManager, kept: Kept): Promise<void> {
  const file = readYaml<ResponsibleFile>(join(SEEDS, 'units/responsible.yaml'));
  if (!kept.inCharge) await loadInCharge(manager, file);
  await manager.upsert(
    ReportRecipient,
    file.report_recipients.map((recipient, position) => ({
      id: recipient.id,
      nameVi: recipient.name.vi,
      nameEn: recipient.name.en,
      position,
      ...days(recipient.valid),
      toBeVerifiedFrom: recipient.to_be_verified_from ?? null,
      legalBasis: recipient.legal_basis ?? null,
      confidence: recipient.confidence,
      note: recipient.note ?? null,
      sourceIds: [...recipient.source],
    })),
    ['id'],
  );
}
