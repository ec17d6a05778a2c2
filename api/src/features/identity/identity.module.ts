import { Global, Module } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import { AUTHENTICATOR } from '../../platform/access/authenticator.js';
import { RowScope } from '../../platform/access/row-scope.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { RefusalLog } from '../../platform/audit/refusal-log.js';
import { UnitsModule } from '../units/units.module.js';
import { KeyPrincipalService } from './key-principal.service.js';
import { OneTimeLinksRepository } from './one-time-links.repository.js';
import { OneTimeLinksService } from './one-time-links.service.js';
import { PersonsRepository } from './persons.repository.js';
import { PrincipalRepository } from './principal.repository.js';
import { RequestAuthenticator } from './request-authenticator.js';
import { SessionController } from './session.controller.js';
import { SessionViewService } from './session-view.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

/** Who somebody is and what they may do; every other feature asks through {@link AccessService}. */
@Global()
@Module({
  imports: [UnitsModule],
  controllers: [SessionController],
  providers: [
    AccessService,
    RowScope,
    AuditLog,
    KeyPrincipalService,
    OneTimeLinksRepository,
    OneTimeLinksService,
    PersonsRepository,
    PrincipalRepository,
    RefusalLog,
    SessionViewService,
    SessionsRepository,
    SessionsService,
    RequestAuthenticator,
    { provide: AUTHENTICATOR, useExisting: RequestAuthenticator },
  ],
  exports: [
    AccessService,
    RowScope,
    AUTHENTICATOR,
    AuditLog,
    OneTimeLinksService,
    RefusalLog,
    SessionsService,
  ],
})
export class IdentityModule {}
