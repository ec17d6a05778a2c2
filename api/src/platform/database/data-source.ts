import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { ENTITIES } from './entities.js';
import { ScopedPool } from './scoped-pool.js';
import { SnakeNamingStrategy } from './snake-naming.strategy.js';

const DATE_TYPE = 1082;
// A calendar day stays the text it is; as a JavaScript Date it would move with the time zone.
pg.types.setTypeParser(DATE_TYPE, (text: string) => text);

/** How every part of the product opens the database. The schema changes by migrations alone. */
export function dataSourceOptions(databaseUrl: string): DataSourceOptions {
  return {
    type: 'postgres',
    url: databaseUrl,
    driver: { ...pg, Pool: ScopedPool },
    entities: [...ENTITIES],
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    namingStrategy: new SnakeNamingStrategy(),
    synchronize: false,
    // Its loggers write to standard output, which is the result's alone; who catches a failure logs it.
    logging: false,
    connectTimeoutMS: 5_000,
    applicationName: 'dti-monitor',
  };
}

/** A connection pool of its own, to be closed with `destroy()`. */
export async function openDataSource(databaseUrl: string): Promise<DataSource> {
  return new DataSource(dataSourceOptions(databaseUrl)).initialize();
}
