import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { getDueDatesCalendar } from '../../api-client/fn/duties/get-due-dates-calendar.js';
import { getDueDatesCsv } from '../../api-client/fn/duties/get-due-dates-csv.js';
import { getSubmissions } from '../../api-client/fn/duties/get-submissions.js';
import { listDueDates } from '../../api-client/fn/duties/list-due-dates.js';
import { listDuties } from '../../api-client/fn/duties/list-duties.js';
import { getGuidanceFramework } from '../../api-client/fn/guidance/get-guidance-framework.js';
import { getMaturity } from '../../api-client/fn/guidance/get-maturity.js';
import { listUnits } from '../../api-client/fn/units/list-units.js';
import type { DueDates } from '../../api-client/models/due-dates.js';
import type { Duty } from '../../api-client/models/duty.js';
import type { DutySubmissions } from '../../api-client/models/duty-submissions.js';
import type { GuidanceFramework } from '../../api-client/models/guidance-framework.js';
import type { MaturityAssessment } from '../../api-client/models/maturity-assessment.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';

const ALL = 500;
const FRAMEWORK = '2024';

/** What a screen of due dates asks for; without a year the server's own. */
export interface DueDatesQuestion {
  readonly year: number | null;
  readonly dataSet: string;
}

@Injectable({ providedIn: 'root' })
export class DutiesClient {
  private readonly api = inject(Api);

  /** Every duty, history among them. */
  async duties(): Promise<readonly Duty[]> {
    return (await this.api.invoke(listDuties, { size: ALL })).items;
  }

  dueDates({ year, dataSet }: DueDatesQuestion): Promise<DueDates> {
    return this.api.invoke(listDueDates, { ...daysOf(year), dataSet });
  }

  submissions(code: string, period: string | null, dataSet: string): Promise<DutySubmissions> {
    return this.api.invoke(getSubmissions, { code, dataSet, ...(period === null ? {} : { period }) });
  }

  framework(): Promise<GuidanceFramework> {
    return this.api.invoke(getGuidanceFramework, { code: FRAMEWORK });
  }

  maturity(unit: string, dataSet: string): Promise<MaturityAssessment> {
    return this.api.invoke(getMaturity, { code: FRAMEWORK, unit, dataSet });
  }

  /** Units of today that see themselves by the framework: ministries and provinces. */
  async units(): Promise<readonly UnitSummary[]> {
    const { items } = await this.api.invoke(listUnits, { size: ALL });
    return items.filter(({ level }) => level !== 'nation');
  }

  /** Where the files of a year's due dates are. */
  files(year: number, dataSet: string, lang: string): { readonly calendar: string; readonly table: string } {
    const query = new URLSearchParams({ from: `${year}-01-01`, to: `${year}-12-31`, dataSet, lang });
    const at = (path: string) => `${this.api.rootUrl}${path}?${query.toString()}`;
    return { calendar: at(getDueDatesCalendar.PATH), table: at(getDueDatesCsv.PATH) };
  }
}

function daysOf(year: number | null): { readonly from?: string; readonly to?: string } {
  return year === null ? {} : { from: `${year}-01-01`, to: `${year}-12-31` };
}
