import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permit } from '../../platform/access/access.js';
import { Answers, AnswersNothing } from '../../platform/openapi/answers.js';
import { LinksService } from './links.service.js';
import { PasswordResetsService } from './password-resets.service.js';
import { SecondFactorService } from './second-factor.service.js';
import {
  linkRedemptionSchema,
  linkSchema,
  linkTokenSchema,
  passwordResetSchema,
  secondFactorCodeSchema,
  signInAnswerSchema,
  signInSchema,
  type LinkDto,
  type LinkRedemption,
  type LinkToken,
  type PasswordReset,
  type SecondFactorCode,
  type SignIn,
  type SignInAnswer,
} from './sign-in.dto.js';
import { SignInService } from './sign-in.service.js';

/** The ways in. Secrets stand in bodies alone: addresses are logged on the way. */
@ApiTags('sign-in')
@Controller()
@Permit('session.use')
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly secondFactor: SecondFactorService,
    private readonly links: LinksService,
    private readonly resets: PasswordResetsService,
  ) {}

  @Post('session')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in by address of mail and password' })
  @Answers(signInAnswerSchema, 'Signed in, with what is still to do')
  beginSession(
    @Body({ schema: signInSchema }) body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    return this.signIns.signIn(body, { request, reply });
  }

  @Post('session/second-factor')
  @HttpCode(200)
  @ApiOperation({ summary: 'Second step: a code of the authenticator app, or a recovery code' })
  @Answers(signInAnswerSchema, 'The session has its full strength')
  proveSecondFactor(
    @Body({ schema: secondFactorCodeSchema }) body: SecondFactorCode,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    return this.secondFactor.prove(body, { request, reply });
  }

  @Post('links/inspect')
  @HttpCode(200)
  @ApiOperation({ summary: 'What a one-time link is for; it stays as it is' })
  @Answers(linkSchema, 'The link')
  inspectLink(@Body({ schema: linkTokenSchema }) body: LinkToken): Promise<LinkDto> {
    return this.links.inspect(body);
  }

  @Post('links/redemption')
  @HttpCode(200)
  @ApiOperation({ summary: 'Use a one-time link: set name and password and sign in, or unlock' })
  @Answers(signInAnswerSchema, 'What is still to do')
  redeemLink(
    @Body({ schema: linkRedemptionSchema }) body: LinkRedemption,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInAnswer> {
    return this.links.redeem(body, { request, reply });
  }

  @Post('password-resets')
  @HttpCode(202)
  @ApiOperation({
    summary: 'Ask for a link to set another password; the answer does not tell who has an account',
  })
  @AnswersNothing('Taken', 202)
  async askPasswordReset(@Body({ schema: passwordResetSchema }) body: PasswordReset): Promise<void> {
    await this.resets.ask(body);
  }
}
