import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { Answers } from '../../platform/openapi/answers.js';
import { InvitationsService } from './invitations.service.js';
import { PeopleService } from './people.service.js';
import {
  invitedSchema,
  personSummarySchema,
  reporterRequestSchema,
  type InvitedDto,
  type PersonSummaryDto,
  type ReporterRequest,
} from './person.dto.js';

@ApiTags('people')
@Controller('units/:id/people')
export class UnitPeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly invitations: InvitationsService,
  ) {}

  @Get()
  @Permit('unit-people.read')
  @ApiOperation({ summary: 'Who holds a role for a unit now or later, with the roles held for it' })
  @Answers(z.array(personSummarySchema), 'People of the unit')
  listUnitPeople(@Param('id') id: string): Promise<PersonSummaryDto[]> {
    return this.people.ofUnit(id);
  }

  @Post()
  @HttpCode(201)
  @Permit('unit-people.invite')
  @ApiOperation({ summary: 'Invite a reporter of the unit' })
  @Answers(invitedSchema, 'Invited', 201)
  inviteReporter(
    @Param('id') id: string,
    @Body({ schema: reporterRequestSchema }) request: ReporterRequest,
  ): Promise<InvitedDto> {
    return this.invitations.inviteReporter(id, request);
  }
}
