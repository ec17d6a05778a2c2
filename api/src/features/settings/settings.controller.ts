import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import { currentActor } from '../../platform/access/request-context.js';
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
  @Permit('published.read')
  @ApiOperation({ summary: 'What the operator decides where the documents say nothing, with the history' })
  @Answers(settingListSchema, 'Settings')
  listSettings(): Promise<SettingDto[]> {
    return this.settings.list();
  }

  @Get(':code')
  @Permit('published.read')
  @ApiOperation({ summary: 'One setting' })
  @Answers(settingSchema, 'The setting')
  getSetting(@Param('code') code: string): Promise<SettingDto> {
    return this.settings.detail(code);
  }

  @Put(':code')
  @Permit('setting.decide')
  @ApiOperation({ summary: 'Decide a setting, with the reason; what was decided before stays on record' })
  @Answers(settingSchema, 'The setting')
  decideSetting(
    @Param('code') code: string,
    @Body({ schema: settingRequestSchema }) request: SettingRequest,
  ): Promise<SettingDto> {
    return this.settings.decide(code, request, currentActor());
  }
}
