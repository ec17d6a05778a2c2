import { inject, Injectable } from '@angular/core';
import type { DatabaseRegister } from '../../api-client/models/database-register.js';
import type { DatabaseRegisterSummary } from '../../api-client/models/database-register-summary.js';
import type { DatabaseTerms } from '../../api-client/models/database-terms.js';
import type { NationalDatabaseList } from '../../api-client/models/national-database-list.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { DatabasesClient, type RegisterQuestion } from './databases-client.js';

/** What the screen begins with: the answer, in figures, and the words that it is told with. */
export interface DatabasesOverview {
  readonly national: NationalDatabaseList;
  readonly summary: DatabaseRegisterSummary;
  readonly terms: DatabaseTerms;
}

/** The national databases and the registers of units. */
@Injectable()
export class DatabasesStore {
  private readonly client = inject(DatabasesClient);
  private readonly overviewOf = new Loaded<DatabasesOverview>();
  private readonly registerOf = new Loaded<DatabaseRegister>((register) => register.total === 0);
  private readonly unitList = new Loaded<readonly UnitSummary[]>();

  readonly overview = this.overviewOf.state;
  readonly overviewStale = this.overviewOf.stale;
  readonly terms = () => this.overviewOf.value()?.terms ?? null;
  readonly register = this.registerOf.state;
  readonly registerStale = this.registerOf.stale;
  readonly units = this.unitList.value;

  async open(dataSet: string, period: string, nationalPeriod: string | undefined): Promise<void> {
    await this.overviewOf.load(async () => {
      const [national, summary, terms] = await Promise.all([
        this.client.national(dataSet, nationalPeriod),
        this.client.summary(dataSet, period),
        this.client.terms(),
      ]);
      return { national, summary, terms };
    });
  }

  async find(question: RegisterQuestion): Promise<void> {
    const units =
      this.unitList.value() === null ? this.unitList.load(() => this.client.units()) : Promise.resolve();
    await Promise.all([units, this.registerOf.load(() => this.client.register(question))]);
  }

  tableAddress(question: RegisterQuestion, kind: 'csv' | 'xlsx', lang: 'vi' | 'en'): string {
    return this.client.tableAddress(question, kind, lang);
  }
}
