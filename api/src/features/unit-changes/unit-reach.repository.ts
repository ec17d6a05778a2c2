import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Level } from '../units/unit.dto.js';
import type { TouchedDto } from './unit-change.dto.js';

export interface RoleCount {
  readonly unitId: string;
  readonly role: string;
  readonly people: number;
}

/** What rests on units: people and their roles, and counts of what was stored about them. */
@Injectable()
export class UnitReachRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** People by unit and role on a day. */
  async people(units: readonly string[], on: string): Promise<RoleCount[]> {
    return this.dataSource.query(
      `SELECT unit_id AS "unitId", role, count(DISTINCT person_id)::int AS people
       FROM role_grant
       WHERE unit_id = ANY ($1) AND revoked_at IS NULL AND daterange(valid_from, valid_to, '[]') @> $2::date
       GROUP BY unit_id, role ORDER BY unit_id, role`,
      [[...units], on],
    );
  }

  /** What of periods from the year of the day on, or of a roster of the day or later, is of the units. */
  async touched(units: readonly string[], levels: readonly Level[], on: string): Promise<TouchedDto> {
    const [counts]: TouchedDto[] = await this.dataSource.query(
      `SELECT
         (SELECT count(*)::int FROM observation
          WHERE data_set = 'official' AND unit_id = ANY ($1) AND left(period, 4) >= left($3, 4)) AS figures,
         (SELECT count(*)::int FROM duty_submission
          WHERE data_set = 'official' AND unit_id = ANY ($1) AND left(period, 4) >= left($3, 4)) AS "dutySubmissions",
         (SELECT count(*)::int FROM peer_group g JOIN framework_version f ON f.code = g.framework_version
          WHERE f.level = ANY ($2) AND left(g.period, 4) >= left($3, 4)) AS "peerGroups",
         (SELECT coalesce(array_agg(code ORDER BY code), '{}') FROM framework_version
          WHERE level = ANY ($2) AND status = 'in_use'
            AND (period_to IS NULL OR left(period_to, 4) >= left($3, 4))) AS frameworks,
         (SELECT count(*)::int FROM assessment a
          WHERE a.data_set = 'official' AND a.level = ANY ($2) AND a.roster_date >= $3::date
            AND NOT EXISTS (SELECT 1 FROM edition_assessment p
                            JOIN edition e ON e.code = p.edition_code AND e.revision = p.revision
                            WHERE p.assessment_id = a.id AND e.status = 'published')) AS assessments,
         (SELECT count(*)::int FROM edition
          WHERE data_set = 'official' AND status = 'draft' AND roster_date >= $3::date) AS "draftEditions"`,
      [[...units], [...levels], on],
    );
    if (counts === undefined) throw new Error('a count without an answer');
    return counts;
  }
}
