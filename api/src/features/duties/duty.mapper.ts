import type { LegalBasisDto } from '../law/law.dto.js';
import type { UnitSummary } from '../units/unit.dto.js';
import type { DutySettingDto, DutyDto, RecipientDto } from './duty.dto.js';
import type { Duty } from './duty.entity.js';
import { isTracked } from './duty-rules.js';
import type { Schedule } from './schedule.js';

/** What is looked up about a duty beside its row. */
export interface DutyContext {
  readonly today: string;
  readonly units: readonly UnitSummary[];
  readonly recipients: readonly RecipientDto[];
  readonly bases: ReadonlyMap<string, LegalBasisDto>;
  readonly settings: ReadonlyMap<string, DutySettingDto>;
  readonly nextDueOn: string | null;
}

/** Puts a duty into the shape of the API. */
export function dutyDto(duty: Duty, context: DutyContext): DutyDto {
  const { position: _, who, legalBasis, recipients: _asWritten, schedule, ...own } = duty;
  const levels = 'levels' in who ? [...who.levels] : [];
  const one = levels.length === 0 ? context.units[0] : undefined;
  return {
    ...own,
    act: duty.act as DutyDto['act'],
    lapsed: duty.validTo !== null && duty.validTo < context.today,
    levels,
    unitId: one?.id ?? null,
    unitNameVi: one?.nameVi ?? null,
    unitNameEn: one?.nameEn ?? null,
    outside: 'outside' in who,
    tracked: isTracked(duty),
    schedule: scheduleDto(schedule, context.settings),
    nextDueOn: context.nextDueOn,
    recipients: [...context.recipients],
    bases: legalBasis.flatMap((reference) => context.bases.get(reference) ?? []),
  };
}

function scheduleDto(schedule: Schedule, settings: ReadonlyMap<string, DutySettingDto>): DutyDto['schedule'] {
  const code = settingCode(schedule);
  return {
    type: schedule.type,
    month: schedule.type === 'yearly_before' ? schedule.month : null,
    day: schedule.type === 'yearly_before' ? schedule.day : null,
    months: 'months' in schedule ? schedule.months : null,
    period: 'period' in schedule ? schedule.period : null,
    setting: code === null ? null : (settings.get(code) ?? null),
  };
}

/** The setting that a schedule names, if any. */
export function settingCode(schedule: Schedule): string | null {
  if ('setting' in schedule) return schedule.setting;
  if ('anchor_setting' in schedule) return schedule.anchor_setting;
  return 'clock_setting' in schedule ? schedule.clock_setting : null;
}
