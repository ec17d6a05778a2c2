import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Level, RegionDto, SuccessionDto, UnitSummary } from './unit.dto.js';
import { MinistryInCharge, ReportRecipient } from './succession.entity.js';
import {
  OrganisationUnit,
  Region,
  UnitAlias,
  UnitCode,
  UnitKindPeriod,
  UnitName,
  UnitRegion,
} from './unit.entity.js';

/** One way in which a unit may be written, and when. */
export interface WrittenName {
  readonly unitId: string;
  readonly level: Level;
  readonly text: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** A unit with all that is dated about it. */
export interface UnitRecord {
  readonly unit: OrganisationUnit;
  readonly names: readonly UnitName[];
  readonly kinds: readonly UnitKindPeriod[];
  readonly codes: readonly UnitCode[];
  readonly regions: readonly UnitRegion[];
  readonly aliases: readonly UnitAlias[];
}

const VALID_ON = (table: string): string =>
  `(${table}.valid_from IS NULL OR ${table}.valid_from <= $1) AND (${table}.valid_to IS NULL OR ${table}.valid_to >= $1)`;

const SUMMARY = `
  SELECT u.id, u.level, k.kind, n.name_vi AS "nameVi", n.short_name_vi AS "shortNameVi", n.name_en AS "nameEn",
         r.region_id AS "regionId", u.valid_from AS "validFrom", u.valid_to AS "validTo"
  FROM organisation_unit u
  JOIN unit_name n ON n.unit_id = u.id AND ${VALID_ON('n')}
  JOIN unit_kind k ON k.unit_id = u.id AND ${VALID_ON('k')}
  LEFT JOIN unit_region r ON r.unit_id = u.id AND ${VALID_ON('r')}`;

const SUCCESSION = `
  SELECT s.change, s.effective_date AS "effectiveDate", s.predecessor_id AS "predecessorId",
         s.successor_id AS "successorId", s.legal_basis AS "legalBasis", s.confidence, s.note,
         s.source_ids AS "sourceIds",
         p.name_vi AS "predecessorNameVi", p.name_en AS "predecessorNameEn",
         q.name_vi AS "successorNameVi", q.name_en AS "successorNameEn"
  FROM succession s
  JOIN LATERAL (SELECT name_vi, name_en FROM unit_name WHERE unit_id = s.predecessor_id
                AND (valid_from IS NULL OR valid_from < s.effective_date)
                ORDER BY valid_from DESC NULLS LAST LIMIT 1) p ON true
  JOIN LATERAL (SELECT name_vi, name_en FROM unit_name WHERE unit_id = s.successor_id
                AND (valid_to IS NULL OR valid_to >= s.effective_date)
                ORDER BY valid_from ASC NULLS FIRST LIMIT 1) q ON true`;

@Injectable()
export class UnitsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Units that exist on the day, nation first, then ministries, then provinces, each in Vietnamese order. */
  async roster(on: string, manager: EntityManager = this.dataSource.manager): Promise<UnitSummary[]> {
    return manager.query(
      `${SUMMARY} WHERE ${VALID_ON('u')}
       ORDER BY array_position(ARRAY['nation', 'ministry', 'province'], u.level),
                n.short_name_vi COLLATE "vi-VN-x-icu"`,
      [on],
    );
  }

  /** Units as they stood on the day that counts for each: `on`, or the last day of one that has ended. */
  async summaries(ids: readonly string[], on: string): Promise<Map<string, UnitSummary>> {
    const rows: UnitSummary[] = await this.dataSource.query(
      `SELECT u.id, u.level, k.kind, n.name_vi AS "nameVi", n.short_name_vi AS "shortNameVi", n.name_en AS "nameEn",
              r.region_id AS "regionId", u.valid_from AS "validFrom", u.valid_to AS "validTo"
       FROM organisation_unit u
       CROSS JOIN LATERAL (SELECT GREATEST(LEAST($1::date, COALESCE(u.valid_to, $1)), COALESCE(u.valid_from, $1)) AS day) d
       JOIN unit_name n ON n.unit_id = u.id AND daterange(n.valid_from, n.valid_to, '[]') @> d.day
       JOIN unit_kind k ON k.unit_id = u.id AND daterange(k.valid_from, k.valid_to, '[]') @> d.day
       LEFT JOIN unit_region r ON r.unit_id = u.id AND daterange(r.valid_from, r.valid_to, '[]') @> d.day
       WHERE u.id = ANY($2)`,
      [on, [...ids]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async record(id: string): Promise<UnitRecord | null> {
    const { manager } = this.dataSource;
    const unit = await manager.findOneBy(OrganisationUnit, { id });
    if (unit === null) return null;
    const order = { validFrom: { direction: 'ASC', nulls: 'FIRST' } } as const;
    const where = { unitId: id };
    const [names, kinds, codes, regions, aliases] = await Promise.all([
      manager.find(UnitName, { where, order }),
      manager.find(UnitKindPeriod, { where, order }),
      manager.find(UnitCode, { where, order: { scheme: 'ASC', ...order } }),
      manager.find(UnitRegion, { where, order }),
      manager.find(UnitAlias, { where, order: { text: 'ASC' } }),
    ]);
    return { unit, names, kinds, codes, regions, aliases };
  }

  async predecessorsOf(id: string): Promise<SuccessionDto[]> {
    return this.dataSource.query(
      `${SUCCESSION} WHERE s.successor_id = $1 AND s.predecessor_id <> $1
       ORDER BY s.effective_date, p.name_vi COLLATE "vi-VN-x-icu"`,
      [id],
    );
  }

  /**
   * What it became, its own changes of name and kind included; of a merger every part, so that one sees
   * with whom.
   */
  async successorsOf(id: string): Promise<SuccessionDto[]> {
    return this.dataSource.query(
      `${SUCCESSION}
       WHERE EXISTS (SELECT 1 FROM succession own
                     WHERE own.predecessor_id = $1 AND own.successor_id = s.successor_id
                       AND own.effective_date = s.effective_date AND own.change = s.change)
       ORDER BY s.effective_date, s.change, s.successor_id, p.name_vi COLLATE "vi-VN-x-icu"`,
      [id],
    );
  }

  /** What units became when they ended: each with its direct successors, as they are called now. */
  async heirs(
    ids: readonly string[],
  ): Promise<{ id: string; successorId: string; nameVi: string; nameEn: string }[]> {
    return this.dataSource.query(
      `SELECT DISTINCT s.predecessor_id AS id, s.successor_id AS "successorId", n.name_vi AS "nameVi", n.name_en AS "nameEn"
       FROM succession s
       JOIN LATERAL (SELECT name_vi, name_en FROM unit_name WHERE unit_id = s.successor_id
                     ORDER BY valid_from DESC NULLS LAST LIMIT 1) n ON true
       WHERE s.predecessor_id = ANY($1) AND s.successor_id <> s.predecessor_id
       ORDER BY 1, 2`,
      [[...ids]],
    );
  }

  /** Units merged into one by a day, directly or through others. */
  async pastOf(id: string, on: string): Promise<string[]> {
    const rows: { past: string[] }[] = await this.dataSource.query(
      `SELECT past_units_of($1, $2::date) AS past`,
      [id, on],
    );
    return rows[0]?.past ?? [];
  }

  async regionsOn(on: string): Promise<RegionDto[]> {
    return this.dataSource.query(
      `SELECT id, name_vi AS "nameVi", name_en AS "nameEn" FROM region r WHERE ${VALID_ON('r')} ORDER BY position`,
      [on],
    );
  }

  async allRegions(): Promise<Region[]> {
    return this.dataSource.manager.find(Region, { order: { position: 'ASC' } });
  }

  /** Every written form of every unit, full and short names and aliases, for as long as the unit itself lasts. */
  async writtenNames(manager: EntityManager = this.dataSource.manager): Promise<WrittenName[]> {
    return manager.query(
      `SELECT u.id AS "unitId", u.level, w.text,
              GREATEST(w.valid_from, u.valid_from) AS "validFrom", LEAST(w.valid_to, u.valid_to) AS "validTo"
       FROM organisation_unit u
       JOIN (SELECT unit_id, name_vi AS text, valid_from, valid_to FROM unit_name
             UNION SELECT unit_id, short_name_vi, valid_from, valid_to FROM unit_name
             UNION SELECT unit_id, text, valid_from, valid_to FROM unit_alias) w ON w.unit_id = u.id`,
    );
  }

  async ministryInCharge(on: string): Promise<MinistryInCharge | null> {
    return this.dataSource
      .createQueryBuilder(MinistryInCharge, 'm')
      .where(`daterange(m.valid_from, m.valid_to, '[]') @> :on::date`, { on })
      .getOne();
  }

  async recipients(on: string): Promise<ReportRecipient[]> {
    return this.dataSource
      .createQueryBuilder(ReportRecipient, 'r')
      .where(`daterange(r.valid_from, r.valid_to, '[]') @> :on::date`, { on })
      .orderBy('r.position')
      .getMany();
  }

  async allRecipients(): Promise<ReportRecipient[]> {
    return this.dataSource.manager.find(ReportRecipient, { order: { position: 'ASC' } });
  }
}
