import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface TotpRow {
  readonly sealedSecret: Buffer;
  readonly confirmedAt: Date | null;
  readonly lastStep: number | null;
}

@Injectable()
export class SecondFactorRepository {
  constructor(private readonly dataSource: DataSource) {}

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  async totp(personId: string): Promise<TotpRow | null> {
    const rows = await this.dataSource.query<(Omit<TotpRow, 'lastStep'> & { lastStep: string | null })[]>(
      `SELECT sealed_secret AS "sealedSecret", confirmed_at AS "confirmedAt", last_step AS "lastStep"
       FROM totp_credential WHERE person_id = $1`,
      [personId],
    );
    const row = rows[0];
    if (row === undefined) return null;
    return { ...row, lastStep: row.lastStep === null ? null : Number(row.lastStep) };
  }

  /** Keeps a secret that is not confirmed yet. @returns false when one is confirmed already */
  async offer(personId: string, sealedSecret: Buffer): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `WITH kept AS (
         INSERT INTO totp_credential (person_id, sealed_secret) VALUES ($1, $2)
         ON CONFLICT (person_id) DO UPDATE SET sealed_secret = $2, last_step = NULL
         WHERE totp_credential.confirmed_at IS NULL
         RETURNING 1)
       SELECT * FROM kept`,
      [personId, sealedSecret],
    );
    return rows.length > 0;
  }

  /** Confirms by the step of the first code. @returns false when somebody was faster */
  async confirm(personId: string, step: number, manager: EntityManager): Promise<boolean> {
    return happened(
      manager,
      `UPDATE totp_credential SET confirmed_at = now(), last_step = $2
       WHERE person_id = $1 AND confirmed_at IS NULL RETURNING 1`,
      [personId, step],
    );
  }

  /** Uses up a step. @returns false when it, or a later one, was used: of two at once one gets it */
  async useStep(personId: string, step: number, manager: EntityManager): Promise<boolean> {
    return happened(
      manager,
      `UPDATE totp_credential SET last_step = $2
       WHERE person_id = $1 AND confirmed_at IS NOT NULL AND (last_step IS NULL OR last_step < $2) RETURNING 1`,
      [personId, step],
    );
  }

  async useRecoveryCode(personId: string, codeHash: Buffer, manager: EntityManager): Promise<boolean> {
    return happened(
      manager,
      `UPDATE recovery_code SET used_at = now()
       WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL RETURNING 1`,
      [personId, codeHash],
    );
  }

  async recoveryCodesLeft(
    personId: string,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<number> {
    const rows = await manager.query<{ left: number }[]>(
      `SELECT count(*)::int AS left FROM recovery_code WHERE person_id = $1 AND used_at IS NULL`,
      [personId],
    );
    return rows[0]?.left ?? 0;
  }

  /** Replaces every recovery code of a person. */
  async replaceRecoveryCodes(
    personId: string,
    hashes: readonly Buffer[],
    manager: EntityManager,
  ): Promise<void> {
    await manager.query('DELETE FROM recovery_code WHERE person_id = $1', [personId]);
    await manager.query(`INSERT INTO recovery_code (person_id, code_hash) SELECT $1, unnest($2::bytea[])`, [
      personId,
      hashes,
    ]);
  }

  /** Takes second factor and recovery codes away. @returns whether there was a confirmed one */
  async remove(personId: string, manager: EntityManager): Promise<boolean> {
    await manager.query('DELETE FROM recovery_code WHERE person_id = $1', [personId]);
    const rows = await manager.query<{ confirmed: boolean }[]>(
      `WITH gone AS (
         DELETE FROM totp_credential WHERE person_id = $1 RETURNING confirmed_at IS NOT NULL AS confirmed)
       SELECT confirmed FROM gone`,
      [personId],
    );
    return rows[0]?.confirmed === true;
  }

  /** How a session began, so that the one that replaces it says the same. */
  async viaOf(sessionId: string): Promise<'password' | 'link' | 'oidc' | 'demo'> {
    const rows = await this.dataSource.query<{ via: 'password' | 'link' | 'oidc' | 'demo' }[]>(
      'SELECT via FROM person_session WHERE id = $1',
      [sessionId],
    );
    return rows[0]?.via ?? 'password';
  }
}

/** Whether a statement with RETURNING touched a row; the driver answers rows and count for an UPDATE. */
async function happened(manager: EntityManager, sql: string, values: readonly unknown[]): Promise<boolean> {
  const rows = await manager.query<unknown[]>(`WITH done AS (${sql}) SELECT * FROM done`, [...values]);
  return rows.length > 0;
}
