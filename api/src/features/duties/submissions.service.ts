import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccessService } from '../../platform/access/access.service.js';
import { RowScope } from '../../platform/access/row-scope.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { notFound } from '../../platform/http/problem.js';
import { DataSetsService } from '../data-sets/data-sets.service.js';
import type { UnitSummary } from '../units/unit.dto.js';
import { addMonths, dayInVietNam } from './calendar.js';
import { DueDatesService } from './due-dates.service.js';
import { DutiesRepository, type NewSubmission } from './duties.repository.js';
import type { Duty, DutySubmission } from './duty.entity.js';
import { DutyPartiesService } from './duty-parties.service.js';
import { allPeriods, byUnit, countStandings, isTracked, shownPeriod } from './duty-rules.js';
import { DutySettingsService } from './duty-settings.service.js';
import type { Occurrence } from './schedule.js';
import { standingOf, type TimelinessRule } from './submission-state.js';
import type {
  RecordedDto,
  ReturnRequest,
  SubmissionRequest,
  SubmissionsDto,
  SubmissionsQuery,
} from './submission.dto.js';
import { submissionEventDto, unitSubmissionDto } from './submission.mapper.js';
import { notTracked, refuseOutOfOrder, refuseUnowed, unknownPeriod } from './submission-rules.js';

/** What units have sent under a duty, and what was returned to them. */
@Injectable()
export class SubmissionsService {
  constructor(
    private readonly repository: DutiesRepository,
    private readonly parties: DutyPartiesService,
    private readonly settings: DutySettingsService,
    private readonly dueDates: DueDatesService,
    private readonly dataSets: DataSetsService,
    private readonly access: AccessService,
    private readonly scope: RowScope,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem DUTY_NOT_FOUND, DUTY_NOT_TRACKED, DUTY_PERIOD_UNKNOWN */
  async ofPeriod(code: string, query: SubmissionsQuery): Promise<SubmissionsDto> {
    const duty = await this.tracked(code);
    const { read, timeliness } = await this.settings.values();
    const periods = allPeriods(duty, read);
    const time =
      query.period === undefined
        ? shownPeriod(periods, today())
        : (periods.find(({ period }) => period === query.period) ?? null);
    if (time === null) throw unknownPeriod(code, query.period ?? '');
    return this.told(duty, time, periods, query.dataSet, timeliness);
  }

  /**
   * Records that a unit has sent it, or sent it again after it was returned. Of published open data the
   * first line is its publication and each later one an update.
   *
   * @throws Problem DUTY_NOT_FOUND, DUTY_NOT_TRACKED, DUTY_PERIOD_UNKNOWN, DUTY_NOT_OF_UNIT,
   * DAY_AHEAD, SUBMISSION_OUT_OF_ORDER, SUBMISSION_STANDS, DATA_SET_NOT_FOUND, OTHER_UNIT
   */
  async send(code: string, request: SubmissionRequest, actor: string): Promise<RecordedDto> {
    const { sentOn, sentAt, unit, period, dataSet } = request;
    await this.access.require('duty-submission.record', unit);
    const at = sentAt === undefined ? null : new Date(sentAt);
    const happenedOn = at === null ? (sentOn ?? '') : dayInVietNam(at);
    return this.record(code, {
      dataSet,
      dutyCode: code,
      unitId: unit,
      period,
      action: 'sent',
      happenedOn,
      happenedAt: at,
      documentNumber: request.documentNumber ?? null,
      reason: null,
      note: request.note ?? null,
      writtenBy: actor,
    });
  }

  /**
   * Records that it was returned, and why: nothing stands until it is sent again.
   *
   * @throws Problem as {@link send}; SUBMISSION_NOTHING_TO_RETURN
   */
  async giveBack(code: string, request: ReturnRequest, actor: string): Promise<RecordedDto> {
    const { unit, period, dataSet, returnedOn, reason } = request;
    await this.access.require('duty-submission.return', unit);
    return this.record(code, {
      dataSet,
      dutyCode: code,
      unitId: unit,
      period,
      action: 'returned',
      happenedOn: returnedOn,
      happenedAt: null,
      documentNumber: null,
      reason,
      note: request.note ?? null,
      writtenBy: actor,
    });
  }

  private async record(code: string, line: NewSubmission): Promise<RecordedDto> {
    const duty = await this.tracked(code);
    const known = await this.dataSets.list();
    if (!known.some((set) => set.code === line.dataSet)) throw notFound('DATA_SET', line.dataSet);
    const { read, timeliness } = await this.settings.values();
    const event = duty.schedule.type === 'after_event';
    const time = allPeriods(duty, read).find(({ period }) => period === line.period);
    if (!event && time === undefined) throw unknownPeriod(code, line.period);
    const owing = await this.parties.parties().unitsOf(duty, time?.dueOn ?? line.happenedOn);
    refuseUnowed(code, line.unitId, owing);
    const lines = await this.repository.exclusively((manager) => this.append(line, event, manager));
    const standing = time === undefined ? null : standingOf(lines, time.dueOn, today(), timeliness);
    return {
      dataSet: line.dataSet,
      sample: await this.dueDates.isSample(line.dataSet),
      duty: code,
      period: line.period,
      unitId: line.unitId,
      dueOn: time?.dueOn ?? null,
      state: standing?.state ?? null,
      returned: standing?.returned ?? false,
      history: lines.map(submissionEventDto),
    };
  }

  /** @returns the unit's lines of the period, the new one among them */
  private async append(
    line: NewSubmission,
    event: boolean,
    manager: EntityManager,
  ): Promise<readonly DutySubmission[]> {
    const { dataSet, dutyCode, period, unitId } = line;
    const filter = { dataSet, duties: [dutyCode], period, unit: unitId };
    refuseOutOfOrder(line, await this.repository.submissions(filter, manager), today(), event);
    await this.repository.append(line, manager);
    const lines = await this.repository.submissions(filter, manager);
    const { action, happenedOn, documentNumber } = line;
    await this.audit.record(
      {
        action: action === 'sent' ? 'duty-submission.record' : 'duty-submission.return',
        object: `duty:${dutyCode}/${period}`,
        unitId,
        after: { action, happenedOn, documentNumber, dataSet },
      },
      manager,
    );
    return lines;
  }

  /** @throws Problem DUTY_NOT_FOUND, DUTY_NOT_TRACKED */
  private async tracked(code: string): Promise<Duty> {
    const duty = await this.repository.find(code);
    if (duty === null) throw notFound('DUTY', code);
    if (!isTracked(duty)) throw notTracked(code);
    return duty;
  }

  private async told(
    duty: Duty,
    time: Occurrence,
    periods: readonly Occurrence[],
    dataSet: string,
    rule: TimelinessRule,
  ): Promise<SubmissionsDto> {
    const on = today();
    const parties = this.parties.parties();
    const [owing, recipients, stored, sample] = await Promise.all([
      parties.unitsOf(duty, time.dueOn),
      parties.recipientsOf(duty, time.dueOn),
      this.repository.submissions({ dataSet, duties: [duty.code], period: time.period }),
      this.dueDates.isSample(dataSet),
    ]);
    const lines = await this.scope.seen(stored, ({ unitId }) => [unitId]);
    const histories = byUnit(lines);
    const items = owing.map((unit: UnitSummary) => {
      const history = histories.get(unit.id) ?? [];
      return unitSubmissionDto(unit, standingOf(history, time.dueOn, on, rule), history);
    });
    return {
      dataSet,
      sample,
      today: on,
      duty: duty.code,
      nameVi: duty.nameVi,
      nameEn: duty.nameEn,
      ...time,
      periods: askedFor(periods, time, on),
      recorded: lines.length > 0,
      recipients: [...recipients],
      counts: countStandings(items),
      items,
    };
  }
}

/** Periods worth asking for, the newest first: what has fallen due, what does within a year, and the one shown. */
function askedFor(periods: readonly Occurrence[], shown: Occurrence, on: string): string[] {
  const ahead = addMonths(on, 12);
  return periods
    .filter(({ period, dueOn }) => dueOn <= ahead || period === shown.period)
    .map(({ period }) => period)
    .reverse();
}
