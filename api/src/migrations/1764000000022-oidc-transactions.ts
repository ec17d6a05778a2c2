import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-ins that have left for the identity provider and have not come back. */
export class OidcTransactions1764000000022 implements MigrationInterface {
  readonly name = 'OidcTransactions1764000000022';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE oidc_transaction (
        -- SHA-256 of the browser's token; state, nonce and verifier are derived from the token itself.
        token_hash bytea PRIMARY KEY,
        return_to text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await db.query(`CREATE INDEX oidc_transaction_expired ON oidc_transaction (expires_at)`);
    await db.query(`CREATE INDEX api_key_of ON api_key (person_id)`);
    await db.query(`CREATE INDEX oidc_identity_of ON oidc_identity (person_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE oidc_transaction`);
    await db.query(`DROP INDEX api_key_of, oidc_identity_of`);
  }
}
