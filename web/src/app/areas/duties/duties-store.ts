import { inject, Injectable } from '@angular/core';
import type { DueDates } from '../../api-client/models/due-dates.js';
import type { Duty } from '../../api-client/models/duty.js';
import type { DutySubmissions } from '../../api-client/models/duty-submissions.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { type DueDatesQuestion, DutiesClient } from './duties-client.js';

/** A report whose submissions are asked for. */
export interface ReportQuestion {
  readonly duty: string;
  readonly period: string | null;
  readonly dataSet: string;
}

/** Due dates of a year, what has come under one report, and the duties themselves: each on its own. */
@Injectable()
export class DutiesStore {
  private readonly client = inject(DutiesClient);
  private readonly dates = new Loaded<DueDates>();
  private readonly report = new Loaded<DutySubmissions>();
  private readonly all = new Loaded<readonly Duty[]>();

  readonly dueDates = this.dates.state;
  readonly year = this.dates.value;
  readonly staleDates = this.dates.stale;
  readonly submissions = this.report.state;
  readonly period = this.report.value;
  readonly staleReport = this.report.stale;
  readonly duties = this.all.state;

  openDates(question: DueDatesQuestion): Promise<void> {
    return this.dates.load(() => this.client.dueDates(question));
  }

  openReport({ duty, period, dataSet }: ReportQuestion): Promise<void> {
    return this.report.load(() => this.client.submissions(duty, period, dataSet));
  }

  openDuties(): Promise<void> {
    return this.all.load(() => this.client.duties());
  }

  /** Where the files of a year's due dates are. */
  files(year: number, dataSet: string, lang: string): ReturnType<DutiesClient['files']> {
    return this.client.files(year, dataSet, lang);
  }
}
