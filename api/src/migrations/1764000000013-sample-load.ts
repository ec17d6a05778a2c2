import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which sample is loaded, and that it is loaded whole: a load that was cut short leaves no row. */
export class SampleLoad1764000000013 implements MigrationInterface {
  readonly name = 'SampleLoad1764000000013';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE sample_load (
        data_set text PRIMARY KEY REFERENCES data_set,
        seed bigint NOT NULL,
        content_hash text NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now()
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE sample_load`);
  }
}
