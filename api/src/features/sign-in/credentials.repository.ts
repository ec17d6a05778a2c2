import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** Who an address of mail or an id stands for, with what proves it. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'vi' | 'en';
  readonly demo: boolean;
  readonly suspended: boolean;
  /** The argon2id hash; null where no password was ever set. */
  readonly hash: string | null;
  /** Whether a second factor was confirmed. */
  readonly enrolled: boolean;
}

const ACCOUNT = `
  SELECT p.id, p.name, p.email, p.locale, p.demo, p.suspended_at IS NOT NULL AS suspended, c.hash,
         t.confirmed_at IS NOT NULL AS enrolled
  FROM person p
  LEFT JOIN password_credential c ON c.person_id = p.id
  LEFT JOIN totp_credential t ON t.person_id = p.id`;

@Injectable()
export class CredentialsRepository {
  constructor(private readonly dataSource: DataSource) {}

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** Who an address belongs to, as it is compared. */
  async byEmail(emailKey: string): Promise<Account | null> {
    const rows = await this.dataSource.query<Account[]>(`${ACCOUNT} WHERE p.email_key = $1`, [emailKey]);
    return rows[0] ?? null;
  }

  async byId(id: string): Promise<Account | null> {
    const rows = await this.dataSource.query<Account[]>(`${ACCOUNT} WHERE p.id = $1`, [id]);
    return rows[0] ?? null;
  }

  /** Roles that a person holds today in Viet Nam. */
  async roles(personId: string): Promise<readonly string[]> {
    const rows = await this.dataSource.query<{ role: string }[]>(
      `SELECT DISTINCT role FROM role_grant
       WHERE person_id = $1 AND revoked_at IS NULL
         AND daterange(valid_from, valid_to, '[]') @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`,
      [personId],
    );
    return rows.map(({ role }) => role);
  }

  async setPassword(
    personId: string,
    hash: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO password_credential (person_id, hash) VALUES ($1, $2)
       ON CONFLICT (person_id) DO UPDATE SET hash = $2, set_at = now()`,
      [personId, hash],
    );
  }

  /** Replaces a hash by another of the same password, unless the password has changed meanwhile. */
  async replaceHash(personId: string, old: string, hash: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE password_credential SET hash = $3 WHERE person_id = $1 AND hash = $2`,
      [personId, old, hash],
    );
  }

  async rename(
    personId: string,
    change: { readonly name?: string | undefined; readonly locale?: 'vi' | 'en' | undefined },
    manager: EntityManager,
  ): Promise<void> {
    await manager.query(
      `UPDATE person SET name = coalesce($2, name), locale = coalesce($3, locale) WHERE id = $1`,
      [personId, change.name ?? null, change.locale ?? null],
    );
  }
}
