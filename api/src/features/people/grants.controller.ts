import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import { Answers } from '../../platform/openapi/answers.js';
import { GrantsService } from './grants.service.js';
import { PeopleService } from './people.service.js';
import {
  grantRequestSchema,
  personDetailSchema,
  reasonRequestSchema,
  type GrantRequest,
  type PersonDetailDto,
  type ReasonRequest,
} from './person.dto.js';

@ApiTags('people')
@Controller('people/:id/grants')
export class GrantsController {
  constructor(
    private readonly grants: GrantsService,
    private readonly people: PeopleService,
  ) {}

  @Post()
  @HttpCode(201)
  @Permit('role.grant')
  @ApiOperation({ summary: 'Grant a role for a time, for a unit where it is one of a unit' })
  @Answers(personDetailSchema, 'The person', 201)
  async grantRole(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: grantRequestSchema }) request: GrantRequest,
  ): Promise<PersonDetailDto> {
    await this.grants.grant(id, request);
    return this.people.detail(id);
  }

  @Post(':grant/revocation')
  @HttpCode(200)
  @Permit('role.grant')
  @ApiOperation({ summary: 'Revoke a role, and with it what was delegated from it' })
  @Answers(personDetailSchema, 'The person')
  async revokeRole(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('grant') grant: string,
    @Body({ schema: reasonRequestSchema }) { reason }: ReasonRequest,
  ): Promise<PersonDetailDto> {
    await this.grants.revoke(id, grant, reason);
    return this.people.detail(id);
  }
}
