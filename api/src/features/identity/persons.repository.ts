import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Role } from '../../platform/access/permission-table.js';
import { Person } from './person.entity.js';
import { TotpCredential } from './proof.entity.js';

/** An account for trying out. */
export interface DemoPerson {
  readonly id: string;
  /** The local part of its address. */
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly unitId: string | null;
}

@Injectable()
export class PersonsRepository {
  constructor(private readonly dataSource: DataSource) {}

  async one(id: string): Promise<Person | null> {
    return this.dataSource.manager.findOne(Person, { where: { id } });
  }

  async hasSecondFactor(id: string): Promise<boolean> {
    const found = await this.dataSource.manager.findOne(TotpCredential, { where: { personId: id } });
    return found?.confirmedAt != null;
  }

  /** Names of who delegated grants, by the id of the grant that came of it. */
  async delegators(grantIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (grantIds.length === 0) return new Map();
    const rows = await this.dataSource.query<{ id: string; name: string }[]>(
      `SELECT g.id::text, p.name
       FROM role_grant g JOIN role_grant o ON o.id = g.delegated_from JOIN person p ON p.id = o.person_id
       WHERE g.id = ANY ($1::bigint[])`,
      [grantIds],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Accounts for trying out, each with the first role it holds. */
  async demoPeople(): Promise<readonly DemoPerson[]> {
    return this.dataSource.query<DemoPerson[]>(
      `SELECT p.id, split_part(p.email_key, '@', 1) AS account, p.name, g.role, g.unit_id AS "unitId"
       FROM person p
       CROSS JOIN LATERAL (
         SELECT id, role, unit_id FROM role_grant
         WHERE person_id = p.id AND revoked_at IS NULL AND delegated_from IS NULL ORDER BY id LIMIT 1) g
       WHERE p.demo AND p.suspended_at IS NULL
       ORDER BY g.id`,
    );
  }
}
