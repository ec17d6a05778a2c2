import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { Answers, AnswersNothing } from '../../platform/openapi/answers.js';
import {
  ownSessionListSchema,
  personSessionPageSchema,
  personSessionQuerySchema,
  sessionsEndedSchema,
  type OwnSessionDto,
  type PersonSessionPageDto,
  type PersonSessionQuery,
  type SessionsEndedDto,
} from './session-list.dto.js';
import { SessionListService } from './session-list.service.js';

const idSchema = z.uuid();

@ApiTags('sessions')
@Controller()
export class SessionListController {
  constructor(private readonly list: SessionListService) {}

  @Get('me/sessions')
  @Permit('self.manage')
  @ApiOperation({ summary: 'The own sessions that hold' })
  @Answers(ownSessionListSchema, 'Sessions, the one last used first')
  listOwnSessions(): Promise<OwnSessionDto[]> {
    return this.list.own();
  }

  @Delete('me/sessions')
  @Permit('self.manage')
  @ApiOperation({ summary: 'End every own session but this one' })
  @Answers(sessionsEndedSchema, 'How many ended')
  endOtherSessions(): Promise<SessionsEndedDto> {
    return this.list.endOthers();
  }

  @Delete('me/sessions/:id')
  @HttpCode(204)
  @Permit('self.manage')
  @ApiOperation({ summary: 'End one of the own sessions' })
  @AnswersNothing('Ended')
  async endOwnSession(@Param('id', { schema: idSchema }) id: string): Promise<void> {
    await this.list.endOwn(id);
  }

  @Get('sessions')
  @Permit('session.manage')
  @ApiOperation({ summary: 'Sessions of everybody that hold' })
  @Answers(personSessionPageSchema, 'Sessions, the one last used first')
  listSessions(
    @Query({ schema: personSessionQuerySchema }) query: PersonSessionQuery,
  ): Promise<PersonSessionPageDto> {
    return this.list.all(query);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @Permit('session.manage')
  @ApiOperation({ summary: "End somebody's session" })
  @AnswersNothing('Ended')
  async endAnySession(@Param('id', { schema: idSchema }) id: string): Promise<void> {
    await this.list.end(id);
  }
}
