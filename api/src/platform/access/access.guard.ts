import { CanActivate, ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem.js';
import { ACCESS } from './access.js';
import { AccessService } from './access.service.js';
import { AUTHENTICATOR, type Authenticator } from './authenticator.js';
import type { Action } from './permission-table.js';
import { currentContext } from './request-context.js';

/** Stands before every route: who calls, and whether they may do such a thing at all. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = this.reflector.getAllAndOverride<Action | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (action === undefined) {
      throw new Problem(403, 'ACCESS_NOT_DECLARED', 'This route does not say who may call it');
    }
    const http = context.switchToHttp();
    currentContext().principal = await this.authenticator.authenticate(
      http.getRequest<FastifyRequest>(),
      http.getResponse<FastifyReply>(),
    );
    this.access.requireAny(action);
    return true;
  }
}
