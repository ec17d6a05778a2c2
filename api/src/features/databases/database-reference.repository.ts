import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DatabaseTerm, NationalDatabase, NationalDatabaseFact } from './national-database.entity.js';

/** What the documents say about databases, as loaded from the seeds. */
@Injectable()
export class DatabaseReferenceRepository {
  constructor(private readonly dataSource: DataSource) {}

  async terms(): Promise<DatabaseTerm[]> {
    return this.dataSource.manager.find(DatabaseTerm, { order: { kind: 'ASC', position: 'ASC' } });
  }

  async nationalDatabases(): Promise<NationalDatabase[]> {
    return this.dataSource.manager.find(NationalDatabase, { order: { position: 'ASC' } });
  }

  async facts(): Promise<NationalDatabaseFact[]> {
    return this.dataSource.manager.find(NationalDatabaseFact, {
      order: { databaseId: 'ASC', position: 'ASC' },
    });
  }
}
