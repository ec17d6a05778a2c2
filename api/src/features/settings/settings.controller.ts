import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AllowAccess } from '../../platform/access/access.js';
import { Answers } from '../../platform/openapi/answers.js';
import {
  settingListSchema,
  settingRequestSchema,
  settingSchema,
  type SettingDto,
  type SettingRequest,
} from './setting.dto.js';
import { SettingsService } from './settings.service.js';

@ApiTags('settings')
@Controller('settings')
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Get()
  @AllowAccess('read')
  @ApiOperation({ summary: 'What the operator decides where the documents say nothing, with the history' })
  @Answers(settingListSchema, 'Settings')
  listSettings(): Promise<SettingDto[]> {
    return this.settings.list();
  }

  @Get(':code')
  @AllowAccess('read')
  @ApiOperation({ summary: 'One setting' })
  @Answers(settingSchema, 'The setting')
  getSetting(@Param('code') code: string): Promise<SettingDto> {
    return this.settings.detail(code);
  }

  @Put(':code')
  @AllowAccess('write-local')
  @ApiOperation({ summary: 'Decide a setting, with the reason; what was decided before stays on record' })
  @Answers(settingSchema, 'The setting')
  decideSetting(
    @Param('code') code: string,
    @Body({ schema: settingRequestSchema }) request: SettingRequest,
  ): Promise<SettingDto> {
    return this.settings.decide(code, request, 'http');
  }
}
