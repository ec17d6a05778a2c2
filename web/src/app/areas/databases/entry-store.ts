import { inject, Injectable } from '@angular/core';
import type { DatabaseTerms } from '../../api-client/models/database-terms.js';
import type { NationalDatabase } from '../../api-client/models/national-database.js';
import type { RegisteredDatabaseDetail } from '../../api-client/models/registered-database-detail.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { DatabaseClient, type Registration, type Revision } from './database-client.js';
import { thisYear } from './today.js';
import { Writing } from '../../shared/problem/writing.js';

export interface EntryData {
  readonly terms: DatabaseTerms;
  readonly units: readonly UnitSummary[];
  readonly national: readonly NationalDatabase[];
  /** The entry that is revised; null for a new one. */
  readonly entry: RegisteredDatabaseDetail | null;
}

/** What an entry is written with: the words, the units, and the entry itself where it is revised. */
@Injectable()
export class EntryStore {
  private readonly client = inject(DatabaseClient);
  private readonly loaded = new Loaded<EntryData>();
  private readonly writing = new Writing();

  readonly state = this.loaded.state;
  readonly writeState = this.writing.state;

  async open(id: string | null): Promise<void> {
    this.writing.reset();
    await this.loaded.load(async () => {
      const [terms, units, national, entry] = await Promise.all([
        this.client.terms(),
        this.client.units(),
        this.client.national(),
        id === null ? null : this.client.detail(id, thisYear()),
      ]);
      return { terms, units, national, entry };
    });
  }

  /** The id of the new entry, or null where it was refused. */
  async register(dataSet: string, body: Registration): Promise<string | null> {
    return (await this.writing.write(() => this.client.register(dataSet, body)))?.id ?? null;
  }

  async revise(id: string, body: Revision): Promise<string | null> {
    return (await this.writing.write(() => this.client.revise(id, body)))?.id ?? null;
  }
}
