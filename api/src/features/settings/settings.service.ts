import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import type { SettingDefinition } from './setting-definition.js';
import type { SettingDto, SettingRequest } from './setting.dto.js';
import type { OperatorSetting } from './setting.entity.js';
import { isSettingCode, SETTINGS, type SettingCode, type SettingValue } from './setting-list.js';
import { SettingsRepository } from './settings.repository.js';

/** What the operator decides where the documents say nothing; every decision is kept with its reason. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly repository: SettingsRepository,
    private readonly audit: AuditLog,
  ) {}

  /** What holds now: the latest decision, or the proposal. One that no longer fits the shape is passed over. */
  async value<C extends SettingCode>(code: C): Promise<SettingValue<C>> {
    const definition: SettingDefinition<SettingValue<C>> = SETTINGS[code];
    const latest = await this.repository.latest(code);
    const parsed = latest === null ? null : definition.schema.safeParse(latest.value);
    return parsed?.success === true ? parsed.data : definition.proposal;
  }

  /** Whether nobody has decided: the proposal holds. */
  async isProposed(code: SettingCode): Promise<boolean> {
    return (await this.repository.latest(code)) === null;
  }

  async list(): Promise<SettingDto[]> {
    const rows = await this.repository.all();
    return (Object.keys(SETTINGS) as SettingCode[]).map((code) => settingDto(code, rows));
  }

  /** @throws Problem SETTING_NOT_FOUND */
  async detail(code: string): Promise<SettingDto> {
    return settingDto(known(code), await this.repository.all());
  }

  /** Decides. @throws Problem SETTING_NOT_FOUND, SETTING_INVALID */
  async decide(code: string, request: SettingRequest, actor: string): Promise<SettingDto> {
    const own = known(code);
    const parsed = (SETTINGS[own] as SettingDefinition<unknown>).schema.safeParse(request.value);
    if (!parsed.success) {
      throw new Problem(
        422,
        'SETTING_INVALID',
        'The value does not fit the setting',
        undefined,
        parsed.error.issues.map(({ path, message }) => ({
          code: 'FIELD_INVALID',
          path: ['value', ...path].map(String).join('.'),
          message,
        })),
      );
    }
    await this.repository.together(async (manager) => {
      const before = await this.repository.latest(own, manager);
      const row = { code: own, value: parsed.data, reason: request.reason, setBy: actor };
      await this.repository.append(row, manager);
      await this.audit.record(
        {
          action: 'setting.decide',
          object: `setting:${own}`,
          before: before === null ? null : { value: before.value },
          after: { value: parsed.data, reason: request.reason },
        },
        manager,
      );
    });
    return this.detail(own);
  }
}

function known(code: string): SettingCode {
  if (!isSettingCode(code)) throw notFound('SETTING', code);
  return code;
}

function settingDto(code: SettingCode, rows: readonly OperatorSetting[]): SettingDto {
  const { name, why, proposal, schema }: SettingDefinition<unknown> = SETTINGS[code];
  const own = rows.filter((row) => row.code === code);
  const latest = own[0];
  const parsed = latest === undefined ? null : schema.safeParse(latest.value);
  return {
    code,
    nameVi: name.vi,
    nameEn: name.en,
    whyVi: why.vi,
    whyEn: why.en,
    shape: z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
    value: parsed?.success === true ? parsed.data : proposal,
    proposal,
    proposed: latest === undefined,
    history: own.map(({ value, reason, setBy, setAt }) => ({
      value,
      reason,
      setBy,
      setAt: setAt.toISOString(),
    })),
  };
}
