import { Injectable } from '@nestjs/common';
import { today } from '../../platform/clock.js';
import { paginate, type Page } from '../../platform/http/page.js';
import { notFound } from '../../platform/http/problem.js';
import type { LegalBasisDto } from '../law/law.dto.js';
import { LawService } from '../law/law.service.js';
import { addMonths } from './calendar.js';
import { DutiesRepository } from './duties.repository.js';
import type { DutyDto, DutyQuery } from './duty.dto.js';
import type { Duty } from './duty.entity.js';
import { dutyDto } from './duty.mapper.js';
import { DutyPartiesService, type DutyParties } from './duty-parties.service.js';
import { dueTimes } from './duty-rules.js';
import { DutySettingsService, type DutySettingValues } from './duty-settings.service.js';

const AHEAD_IN_MONTHS = 120;

/** The duties of measuring and reporting: who, what, when, to whom, on what basis. */
@Injectable()
export class DutiesService {
  constructor(
    private readonly repository: DutiesRepository,
    private readonly parties: DutyPartiesService,
    private readonly settings: DutySettingsService,
    private readonly law: LawService,
  ) {}

  /** In the order of the documents; those that have lapsed or are history among them, marked. */
  async list(query: DutyQuery): Promise<Page<DutyDto>> {
    const duties = (await this.repository.all()).filter(
      (duty) =>
        (query.standing === undefined || duty.standing === query.standing) &&
        (query.act === undefined || duty.act === query.act) &&
        (query.counted === undefined || duty.counted === query.counted) &&
        (query.level === undefined || concerns(duty, query.level)),
    );
    const page = paginate(duties, query);
    return { ...page, items: await this.described(page.items) };
  }

  /** @throws Problem DUTY_NOT_FOUND */
  async detail(code: string): Promise<DutyDto> {
    const duty = await this.repository.find(code);
    const [described] = duty === null ? [] : await this.described([duty]);
    if (described === undefined) throw notFound('DUTY', code);
    return described;
  }

  private async described(duties: readonly Duty[]): Promise<DutyDto[]> {
    const [settings, bases] = await Promise.all([
      this.settings.values(),
      this.law.bases([...new Set(duties.flatMap(({ legalBasis }) => legalBasis))]),
    ]);
    const parties = this.parties.parties();
    return Promise.all(duties.map((duty) => describe(duty, parties, settings, bases)));
  }
}

async function describe(
  duty: Duty,
  parties: DutyParties,
  settings: DutySettingValues,
  bases: ReadonlyMap<string, LegalBasisDto>,
): Promise<DutyDto> {
  const on = today();
  const ahead = { from: on, to: addMonths(on, AHEAD_IN_MONTHS) };
  const nextDueOn = dueTimes(duty, ahead, settings.read)[0]?.dueOn ?? null;
  // Of what is to come, the recipients are those known today.
  const [units, recipients] = await Promise.all([
    parties.unitsOf(duty, lastDay(duty, on)),
    parties.recipientsOf(duty, lastDay(duty, on)),
  ]);
  return dutyDto(duty, { today: on, units, recipients, bases, settings: settings.all, nextDueOn });
}

/** Today, or the last day of a duty that has ended. */
function lastDay({ validTo }: Duty, on: string): string {
  return validTo !== null && validTo < on ? validTo : on;
}

/** Whether units of a level have the duty; the single bodies named are all of the ministry level. */
export function concerns({ who }: Pick<Duty, 'who'>, level: 'nation' | 'ministry' | 'province'): boolean {
  if ('levels' in who) return who.levels.includes(level);
  return !('outside' in who) && level === 'ministry';
}
