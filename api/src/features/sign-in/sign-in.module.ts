import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/mail.module.js';
import { BackgroundService } from './background.service.js';
import { CredentialsRepository } from './credentials.repository.js';
import { FirstOperatorRepository } from './first-operator.repository.js';
import { LinksService } from './links.service.js';
import { LockedAccountsService } from './locked-accounts.service.js';
import { OperatorLinksService } from './operator-links.service.js';
import { OwnAccountController } from './own-account.controller.js';
import { OwnAccountService } from './own-account.service.js';
import { PasswordResetsService } from './password-resets.service.js';
import { PasswordsService } from './passwords.service.js';
import { SecondFactorRepository } from './second-factor.repository.js';
import { SecondFactorService } from './second-factor.service.js';
import { SessionListController } from './session-list.controller.js';
import { SessionListRepository } from './session-list.repository.js';
import { SessionListService } from './session-list.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInService } from './sign-in.service.js';
import { ThrottleRepository } from './throttle.repository.js';
import { ThrottleService } from './throttle.service.js';

/** Proving who one is: password, second factor, one-time links, and the sessions that come of it. */
@Module({
  imports: [MailModule],
  controllers: [SignInController, OwnAccountController, SessionListController],
  providers: [
    BackgroundService,
    CredentialsRepository,
    FirstOperatorRepository,
    LinksService,
    LockedAccountsService,
    OperatorLinksService,
    OwnAccountService,
    PasswordResetsService,
    PasswordsService,
    SecondFactorRepository,
    SecondFactorService,
    SessionListRepository,
    SessionListService,
    SignInService,
    ThrottleRepository,
    ThrottleService,
  ],
  exports: [LockedAccountsService, OperatorLinksService, SecondFactorService],
})
export class SignInModule {}
