import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often somebody failed to sign in, shared by all replicas. The columns are those that the library
 * writes; keys are hashes, so that the table names neither accounts nor addresses.
 */
export class SignInThrottle1764000000020 implements MigrationInterface {
  readonly name = 'SignInThrottle1764000000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sign_in_throttle (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        -- Milliseconds since 1970; an hour after it the row is deleted.
        expire bigint
      )`);
    await db.query(`CREATE INDEX sign_in_throttle_expire ON sign_in_throttle (expire)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE sign_in_throttle`);
  }
}
