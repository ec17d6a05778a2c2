import { Injectable } from '@nestjs/common';
import { SettingsService } from '../settings/settings.service.js';
import { DUTY_SETTINGS, type DutySettingCode } from './duty-settings.js';
import type { DutySettingDto } from './duty.dto.js';
import type { SettingReader } from './schedule.js';
import type { TimelinessRule } from './submission-state.js';

/** What holds now where a duty's clause says nothing. */
export interface DutySettingValues {
  readonly all: ReadonlyMap<string, DutySettingDto>;
  readonly read: SettingReader;
  readonly clock: 'restarts' | 'once';
  readonly timeliness: TimelinessRule;
}

/** Reads the operator's settings about duties, all at once. */
@Injectable()
export class DutySettingsService {
  constructor(private readonly settings: SettingsService) {}

  async values(): Promise<DutySettingValues> {
    const codes = Object.keys(DUTY_SETTINGS) as DutySettingCode[];
    const entries = await Promise.all(codes.map(async (code) => [code, await this.setting(code)] as const));
    const all = new Map<string, DutySettingDto>(entries);
    const read: SettingReader = (code) => all.get(code)?.value ?? null;
    return {
      all,
      read,
      clock: read('dataset_update_clock') as 'restarts' | 'once',
      timeliness: read('resubmission_timeliness') as TimelinessRule,
    };
  }

  private async setting(code: DutySettingCode): Promise<DutySettingDto> {
    const { name, why } = DUTY_SETTINGS[code];
    const [value, proposed] = await Promise.all([this.settings.value(code), this.settings.isProposed(code)]);
    return {
      code,
      value,
      proposed,
      nameVi: name.vi,
      nameEn: name.en,
      whyVi: why.vi,
      whyEn: why.en,
    };
  }
}
