import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type {} from '@fastify/cookie';
import { isSecure, SETTINGS, type Settings } from '../../config/settings.js';
import { Permit } from '../../platform/access/access.js';
import { AnswersElsewhere } from '../../platform/openapi/answers.js';
import { startQuerySchema, type StartQuery } from './oidc.dto.js';
import { OidcRefusal } from './oidc-refusal.js';
import { OidcService, TRANSACTION_SECONDS } from './oidc.service.js';
import { publicBase, returnPath } from './return-path.js';

const CALLBACK = '/api/v1/oidc/callback';

/** Signing in by the identity provider: both routes are gone through by the browser itself. */
@ApiTags('oidc')
@Controller('oidc')
export class OidcController {
  private readonly secure: boolean;
  private readonly cookie: string;

  constructor(
    private readonly oidc: OidcService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.secure = isSecure(settings);
    this.cookie = this.secure ? '__Host-dti-oidc' : 'dti-oidc';
  }

  @Get('start')
  @Permit('session.use')
  @ApiOperation({ summary: 'Leave for the identity provider to sign in there' })
  @AnswersElsewhere('To the provider; to the sign-in page with `refused=<code>` where it does not answer')
  async startOidc(
    @Query({ schema: startQuerySchema }) query: StartQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const returnTo = returnPath(query.returnTo ?? '/') ?? '/';
    await this.leading(reply, async () => {
      const { token, address } = await this.oidc.depart(returnTo, `${this.base(request)}${CALLBACK}`);
      void reply.setCookie(this.cookie, token, {
        path: '/',
        httpOnly: true,
        // The provider leads back by a link from another site, along which Lax cookies go and Strict ones do not.
        sameSite: 'lax',
        secure: this.secure,
        maxAge: TRANSACTION_SECONDS,
      });
      return address;
    });
  }

  @Get('callback')
  @Permit('session.use')
  @ApiOperation({
    summary: 'Come back from the identity provider; the browser is led on to the page it came from',
  })
  @AnswersElsewhere(
    'To the page the sign-in began at; to the sign-in page with `refused=<code>` where it is refused',
  )
  async endOidc(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const token = request.cookies[this.cookie] ?? null;
    const answer = new URL(`${this.base(request)}${CALLBACK}`);
    answer.search = new URL(request.url, answer).search;
    await this.leading(reply, async () => {
      const returnTo = await this.oidc.arrive(token, answer, { request, reply });
      void reply.clearCookie(this.cookie, { path: '/', secure: this.secure });
      return returnTo;
    });
  }

  /** Leads the browser on: to where the work says, or to the sign-in page with the code of the refusal. */
  private async leading(reply: FastifyReply, work: () => Promise<string>): Promise<void> {
    void reply.header('cache-control', 'no-store');
    try {
      await reply.redirect(await work(), 303);
    } catch (error) {
      if (!(error instanceof OidcRefusal)) throw error;
      await reply.redirect(`/sign-in?refused=${error.code}`, 303);
    }
  }

  private base(request: FastifyRequest): string {
    return publicBase(this.settings.publicUrl ?? null, request.headers.host);
  }
}
