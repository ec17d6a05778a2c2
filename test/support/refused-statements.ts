import type { DataSource } from 'typeorm';

/** Runs a statement and returns the SQLSTATE by which the database refused it, or `done`. Nothing stays. */
export async function outcomeOf(database: DataSource, statement: string): Promise<string> {
  const runner = database.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(statement);
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

/** How many rows each table has that an import, a scoring run or an edition writes. */
export async function rowCounts(database: DataSource): Promise<Readonly<Record<string, number>>> {
  const tables = [
    'data_import',
    'observation',
    'source',
    'assessment',
    'assessment_unit',
    'assessment_node',
    'edition',
  ];
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`);
  const [row] = await database.query<Record<string, number>[]>(`SELECT ${counts.join(', ')}`);
  return row ?? {};
}
