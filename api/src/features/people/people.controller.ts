import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import { Answers, AnswersNothing } from '../../platform/openapi/answers.js';
import { InvitationsService } from './invitations.service.js';
import { PeopleService } from './people.service.js';
import {
  invitationRequestSchema,
  invitedSchema,
  peopleQuerySchema,
  personChangeSchema,
  personDetailSchema,
  personPageSchema,
  reasonRequestSchema,
  type InvitationRequest,
  type InvitedDto,
  type PeopleQuery,
  type PersonChange,
  type PersonDetailDto,
  type PersonPageDto,
  type ReasonRequest,
} from './person.dto.js';

@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: PeopleService,
    private readonly invitations: InvitationsService,
  ) {}

  @Get()
  @Permit('person.read')
  @ApiOperation({ summary: 'Accounts with the roles they hold, by role, unit, state or text' })
  @Answers(personPageSchema, 'A page of people')
  listPeople(@Query({ schema: peopleQuerySchema }) query: PeopleQuery): Promise<PersonPageDto> {
    return this.people.list(query);
  }

  @Get(':id')
  @Permit('person.read')
  @ApiOperation({ summary: 'One account with every role it holds and has held' })
  @Answers(personDetailSchema, 'The person')
  getPerson(@Param('id', ParseUUIDPipe) id: string): Promise<PersonDetailDto> {
    return this.people.detail(id);
  }

  @Post()
  @HttpCode(201)
  @Permit('person.manage')
  @ApiOperation({ summary: 'Invite somebody, with their roles; the link goes by mail or is answered once' })
  @Answers(invitedSchema, 'Invited', 201)
  invitePerson(@Body({ schema: invitationRequestSchema }) request: InvitationRequest): Promise<InvitedDto> {
    return this.invitations.invite(request);
  }

  @Patch(':id')
  @Permit('person.manage')
  @ApiOperation({ summary: 'Change name or address; links sent to an earlier address end' })
  @Answers(personDetailSchema, 'The person')
  changePerson(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: personChangeSchema }) change: PersonChange,
  ): Promise<PersonDetailDto> {
    return this.people.change(id, change);
  }

  @Post(':id/suspension')
  @HttpCode(200)
  @Permit('person.manage')
  @ApiOperation({ summary: 'Suspend an account: its sessions end at once' })
  @Answers(personDetailSchema, 'The person')
  suspendPerson(
    @Param('id', ParseUUIDPipe) id: string,
    @Body({ schema: reasonRequestSchema }) { reason }: ReasonRequest,
  ): Promise<PersonDetailDto> {
    return this.people.suspend(id, reason);
  }

  @Delete(':id/suspension')
  @Permit('person.manage')
  @ApiOperation({ summary: 'Lift a suspension' })
  @Answers(personDetailSchema, 'The person')
  liftSuspension(@Param('id', ParseUUIDPipe) id: string): Promise<PersonDetailDto> {
    return this.people.lift(id);
  }

  @Post(':id/invitation')
  @HttpCode(200)
  @Permit('person.manage')
  @ApiOperation({ summary: 'Send the invitation again; the earlier link is worth nothing' })
  @Answers(invitedSchema, 'Invited again')
  inviteAgain(@Param('id', ParseUUIDPipe) id: string): Promise<InvitedDto> {
    return this.invitations.resend(id);
  }

  @Delete(':id/second-factor')
  @HttpCode(204)
  @Permit('person.manage')
  @ApiOperation({ summary: 'Take away a second factor that was lost, with its recovery codes and sessions' })
  @AnswersNothing('Taken away')
  resetSecondFactor(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.people.resetSecondFactor(id);
  }

  @Post(':id/unlock')
  @HttpCode(204)
  @Permit('person.manage')
  @ApiOperation({ summary: 'Unlock an account that wrong passwords or codes have locked' })
  @AnswersNothing('Unlocked')
  unlockPerson(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.people.unlock(id);
  }
}
