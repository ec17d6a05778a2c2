import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { emailKey } from '../identity/secret-token.js';
import { emailTaken, linkNotValid } from './sign-in.errors.js';

const UNIQUE_VIOLATION = '23505';
const BY = 'first-operator-link';

@Injectable()
export class FirstOperatorRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Whether somebody can sign in as operator today, or will be able to; accounts for trying out apart. */
  async exists(manager: EntityManager = this.dataSource.manager): Promise<boolean> {
    const rows = await manager.query<{ found: boolean }[]>(
      `SELECT EXISTS (
         SELECT 1 FROM role_grant g JOIN person p ON p.id = g.person_id
         WHERE g.role = 'operator' AND g.revoked_at IS NULL AND NOT p.demo AND p.suspended_at IS NULL
           AND (g.valid_to IS NULL OR g.valid_to >= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
       ) AS found`,
    );
    return rows[0]?.found === true;
  }

  /**
   * Makes a person who is operator from today on, where there is none.
   * @throws Problem LINK_NOT_VALID when somebody has become operator meanwhile, EMAIL_TAKEN
   */
  async create(
    { name, email }: { readonly name: string; readonly email: string },
    manager: EntityManager,
  ): Promise<string> {
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:first-operator'))`);
    if (await this.exists(manager)) throw linkNotValid();
    try {
      const rows = await manager.query<{ id: string }[]>(
        `WITH made AS (
           INSERT INTO person (name, email, email_key, created_by) VALUES ($1, $2, $3, $4) RETURNING id)
         SELECT id FROM made`,
        [name, email, emailKey(email), BY],
      );
      const id = rows[0]?.id ?? '';
      await manager.query(
        `INSERT INTO role_grant (person_id, role, valid_from, reason, granted_by)
         VALUES ($1, 'operator', (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, $2, $2)`,
        [id, BY],
      );
      return id;
    } catch (error) {
      const code = error instanceof QueryFailedError && (error.driverError as { code?: unknown }).code;
      throw code === UNIQUE_VIOLATION ? emailTaken() : error;
    }
  }
}
