import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { ApiConfiguration } from '../../api-client/api-configuration.js';
import { getDatabaseSummary } from '../../api-client/fn/databases/get-database-summary.js';
import { getDatabasesCsv } from '../../api-client/fn/databases/get-databases-csv.js';
import { getDatabasesWorkbook } from '../../api-client/fn/databases/get-databases-workbook.js';
import { listDatabaseTerms } from '../../api-client/fn/databases/list-database-terms.js';
import { listDatabases, type ListDatabases$Params } from '../../api-client/fn/databases/list-databases.js';
import { listNationalDatabases } from '../../api-client/fn/databases/list-national-databases.js';
import { listUnits } from '../../api-client/fn/units/list-units.js';
import type { DatabaseRegister } from '../../api-client/models/database-register.js';
import type { DatabaseRegisterSummary } from '../../api-client/models/database-register-summary.js';
import type { DatabaseTerms } from '../../api-client/models/database-terms.js';
import type { NationalDatabaseList } from '../../api-client/models/national-database-list.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';

export type RegisterQuestion = ListDatabases$Params & { readonly dataSet: string; readonly period: string };

/** Reads national databases and registers over HTTP. */
@Injectable({ providedIn: 'root' })
export class DatabasesClient {
  private readonly api = inject(Api);
  private readonly root = inject(ApiConfiguration).rootUrl;

  terms(): Promise<DatabaseTerms> {
    return this.api.invoke(listDatabaseTerms);
  }

  national(dataSet: string, period: string | undefined): Promise<NationalDatabaseList> {
    return this.api.invoke(listNationalDatabases, { dataSet, period });
  }

  summary(dataSet: string, period: string): Promise<DatabaseRegisterSummary> {
    return this.api.invoke(getDatabaseSummary, { dataSet, period });
  }

  register(question: RegisterQuestion): Promise<DatabaseRegister> {
    return this.api.invoke(listDatabases, question);
  }

  /** Today's units, for a choice of one. */
  async units(): Promise<readonly UnitSummary[]> {
    return (await this.api.invoke(listUnits, { size: 500 })).items;
  }

  /** Where the register is as a file, with the same filters. */
  tableAddress(
    { page: _page, size: _size, ...filters }: RegisterQuestion,
    kind: 'csv' | 'xlsx',
    lang: 'vi' | 'en',
  ): string {
    const given = Object.entries({ ...filters, lang }).filter(([, value]) => value !== undefined);
    const path = kind === 'csv' ? getDatabasesCsv.PATH : getDatabasesWorkbook.PATH;
    return `${this.root}${path}?${new URLSearchParams(given as [string, string][]).toString()}`;
  }
}
