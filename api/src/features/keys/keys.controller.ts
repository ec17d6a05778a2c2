import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import type { Page } from '../../platform/http/page.js';
import { Answers, AnswersNothing } from '../../platform/openapi/answers.js';
import {
  heldKeyPageSchema,
  keyListQuerySchema,
  keyRequestSchema,
  madeKeySchema,
  ownKeysSchema,
  type ApiKeyDto,
  type HeldApiKeyDto,
  type KeyListQuery,
  type KeyRequest,
  type MadeApiKeyDto,
} from './key.dto.js';
import { KeysService } from './keys.service.js';

const keyId = { schema: z.uuid() };

@ApiTags('keys')
@Controller()
export class KeysController {
  constructor(private readonly keys: KeysService) {}

  @Get('me/keys')
  @Permit('self.manage')
  @ApiOperation({ summary: 'The own API keys with their last use' })
  @Answers(ownKeysSchema, 'Keys, the newest first')
  listOwnKeys(): Promise<ApiKeyDto[]> {
    return this.keys.own();
  }

  @Post('me/keys')
  @Permit('self.manage')
  @ApiOperation({ summary: 'Make an API key for a role of the session; the answer alone has the key' })
  @Answers(madeKeySchema, 'The key', 201)
  makeKey(
    @Body({ schema: keyRequestSchema }) request: KeyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MadeApiKeyDto> {
    void reply.header('cache-control', 'no-store');
    return this.keys.make(request);
  }

  @Delete('me/keys/:id')
  @HttpCode(204)
  @Permit('self.manage')
  @ApiOperation({ summary: 'Revoke an API key of the own' })
  @AnswersNothing('Revoked')
  async revokeOwnKey(@Param('id', keyId) id: string): Promise<void> {
    await this.keys.revokeOwn(id);
  }

  @Get('keys')
  @Permit('key.manage')
  @ApiOperation({ summary: 'Every API key: whose, for what, last used when and from where' })
  @Answers(heldKeyPageSchema, 'Keys, the newest first')
  listKeys(@Query({ schema: keyListQuerySchema }) query: KeyListQuery): Promise<Page<HeldApiKeyDto>> {
    return this.keys.list(query);
  }

  @Delete('keys/:id')
  @HttpCode(204)
  @Permit('key.manage')
  @ApiOperation({ summary: "Revoke anybody's API key" })
  @AnswersNothing('Revoked')
  async revokeKey(@Param('id', keyId) id: string): Promise<void> {
    await this.keys.revokeAny(id);
  }
}
