import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { Answers, AnswersNothing } from '../../platform/openapi/answers.js';
import { permissionTable, SessionViewService } from './session-view.service.js';
import {
  demoSignInSchema,
  permissionTableSchema,
  sessionSchema,
  type DemoSignIn,
  type PermissionTableDto,
  type SessionDto,
} from './session.dto.js';
import { SessionsService } from './sessions.service.js';

const begunSchema = z.object({ next: z.literal('done') }).meta({ id: 'DemoSignInAnswer' });

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly session: SessionViewService,
    private readonly sessions: SessionsService,
  ) {}

  @Get('session')
  @Permit('session.use')
  @ApiOperation({ summary: 'Who is signed in, under which roles, and what they may do' })
  @Answers(sessionSchema, 'The session, or the ways in where there is none')
  getSession(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionDto> {
    void reply.header('cache-control', 'no-store');
    return this.session.view({ request });
  }

  @Post('session/demo')
  @HttpCode(200)
  @Permit('session.use')
  @ApiOperation({ summary: 'Sign in with an account for trying out; on the embedded database alone' })
  @Answers(begunSchema, 'Signed in')
  async beginDemoSession(
    @Body({ schema: demoSignInSchema }) { account }: DemoSignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof begunSchema>> {
    await this.session.beginDemo(account, { request, reply });
    return { next: 'done' };
  }

  @Delete('session')
  @HttpCode(204)
  @Permit('session.use')
  @ApiOperation({ summary: 'Sign out' })
  @AnswersNothing('Signed out')
  async endSession(@Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.endOwn({ reply });
  }

  @Get('permissions')
  @Permit('published.read')
  @ApiOperation({ summary: 'The table of permissions: who may do what to whose data' })
  @Answers(permissionTableSchema, 'Every action')
  listPermissions(): PermissionTableDto {
    return permissionTable();
  }
}
