import { CanActivate, ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { Problem } from '../http/problem.js';
import { ACCESS, type Access } from './access.js';
import { isLocalRequest } from './local-request.js';

/** Stands before every route; a route that declares nothing is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (access === 'read') return true;
    if (access === 'write-local') {
      this.requireLocal(context.switchToHttp().getRequest<FastifyRequest>());
      return true;
    }
    throw new Problem(403, 'ACCESS_NOT_DECLARED', 'This route does not say who may call it');
  }

  private requireLocal(request: FastifyRequest): void {
    const local = isLocalRequest({ remoteAddress: request.socket.remoteAddress, headers: request.headers });
    if (this.settings.embeddedDatabase && local) return;
    throw new Problem(
      403,
      'WRITE_NOT_ALLOWED_HERE',
      'Changes are not accepted here',
      'Until people can sign in, data is changed from the command line, or from this machine with the embedded database.',
    );
  }
}
