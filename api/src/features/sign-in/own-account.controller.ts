import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permit } from '../../platform/access/access.js';
import { Answers, AnswersNothing } from '../../platform/openapi/answers.js';
import {
  enrolmentSchema,
  ownChangeSchema,
  passwordChangeSchema,
  recoveryCodesSchema,
  secondFactorSchema,
  type EnrolmentDto,
  type OwnChange,
  type PasswordChange,
  type RecoveryCodesDto,
  type SecondFactorDto,
} from './account.dto.js';
import { OwnAccountService } from './own-account.service.js';
import { SecondFactorService } from './second-factor.service.js';
import { secondFactorCodeSchema, type SecondFactorCode } from './sign-in.dto.js';

/** The own account; what a browser is told of it is in `/session`. */
@ApiTags('me')
@Controller('me')
@Permit('self.manage')
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccountService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  @Patch()
  @HttpCode(204)
  @ApiOperation({ summary: 'Change the own name or language' })
  @AnswersNothing('Changed')
  async changeOwn(@Body({ schema: ownChangeSchema }) body: OwnChange): Promise<void> {
    await this.account.change(body);
  }

  @Post('password')
  @HttpCode(204)
  @ApiOperation({ summary: 'Change the own password; every other session ends' })
  @AnswersNothing('Changed')
  async changePassword(
    @Body({ schema: passwordChangeSchema }) body: PasswordChange,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.account.changePassword(body, { request, reply });
  }

  @Get('second-factor')
  @ApiOperation({ summary: 'Whether there is a second factor, and how many recovery codes are left' })
  @Answers(secondFactorSchema, 'The second factor')
  getSecondFactor(): Promise<SecondFactorDto> {
    return this.secondFactor.state();
  }

  @Post('second-factor')
  @HttpCode(200)
  @ApiOperation({ summary: 'Offer a secret to an authenticator app; it counts once it is confirmed' })
  @Answers(enrolmentSchema, 'What the app is told')
  async offerSecondFactor(@Res({ passthrough: true }) reply: FastifyReply): Promise<EnrolmentDto> {
    void reply.header('cache-control', 'no-store');
    return this.secondFactor.offer();
  }

  @Post('second-factor/confirmation')
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm the second factor by a code of the app' })
  @Answers(recoveryCodesSchema, 'The recovery codes, shown this once')
  async confirmSecondFactor(
    @Body({ schema: secondFactorCodeSchema }) body: SecondFactorCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodesDto> {
    void reply.header('cache-control', 'no-store');
    return this.secondFactor.confirm(body, { request, reply });
  }

  @Delete('second-factor')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the own second factor away, for a code of it' })
  @AnswersNothing('Taken away')
  async removeSecondFactor(
    @Body({ schema: secondFactorCodeSchema }) body: SecondFactorCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.secondFactor.removeOwn(body, { request, reply });
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @ApiOperation({ summary: 'New recovery codes, for a code; the old ones hold no longer' })
  @Answers(recoveryCodesSchema, 'The recovery codes, shown this once')
  async renewRecoveryCodes(
    @Body({ schema: secondFactorCodeSchema }) body: SecondFactorCode,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RecoveryCodesDto> {
    void reply.header('cache-control', 'no-store');
    return this.secondFactor.renewRecoveryCodes(body);
  }
}
