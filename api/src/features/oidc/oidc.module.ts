import { Module } from '@nestjs/common';
import { IdentityProvider } from './identity-provider.js';
import { OidcAccountsService } from './oidc-accounts.service.js';
import { OidcController } from './oidc.controller.js';
import { OidcRepository } from './oidc.repository.js';
import { OidcService } from './oidc.service.js';

/** Signing in by an identity provider. Sessions and the trail come from the identity module. */
@Module({
  controllers: [OidcController],
  providers: [IdentityProvider, OidcAccountsService, OidcRepository, OidcService],
})
export class OidcModule {}
