import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permit } from '../../platform/access/access.js';
import { Answers, AnswersNothing } from '../../platform/openapi/answers.js';
import {
  delegatedSchema,
  delegationListSchema,
  delegationRequestSchema,
  type DelegatedDto,
  type DelegationDto,
  type DelegationRequest,
} from './delegation.dto.js';
import { DelegationsService } from './delegations.service.js';
import { reasonRequestSchema, type ReasonRequest } from './person.dto.js';

@ApiTags('people')
@Controller('delegations')
export class DelegationsController {
  constructor(private readonly delegations: DelegationsService) {}

  @Get()
  @Permit('self.manage')
  @ApiOperation({ summary: 'What the caller has delegated and stands in for' })
  @Answers(delegationListSchema, 'Delegations, the newest first')
  listDelegations(): Promise<DelegationDto[]> {
    return this.delegations.own();
  }

  @Post()
  @HttpCode(201)
  @Permit('delegation.make')
  @ApiOperation({ summary: 'Delegate an own role to somebody of the same unit, for 90 days at most' })
  @Answers(delegatedSchema, 'Delegated', 201)
  makeDelegation(
    @Body({ schema: delegationRequestSchema }) request: DelegationRequest,
  ): Promise<DelegatedDto> {
    return this.delegations.make(request);
  }

  @Post(':id/end')
  @HttpCode(204)
  @Permit('self.manage')
  @ApiOperation({ summary: 'End a delegation before its day; either side may' })
  @AnswersNothing('Ended')
  endDelegation(
    @Param('id') id: string,
    @Body({ schema: reasonRequestSchema }) { reason }: ReasonRequest,
  ): Promise<void> {
    return this.delegations.end(id, reason);
  }
}
