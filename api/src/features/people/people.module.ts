import { Module } from '@nestjs/common';
import { MailModule } from '../../platform/mail/mail.module.js';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { UnitsModule } from '../units/units.module.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsService } from './delegations.service.js';
import { GrantsController } from './grants.controller.js';
import { GrantsRepository } from './grants.repository.js';
import { GrantsService } from './grants.service.js';
import { InvitationsService } from './invitations.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleRepository } from './people.repository.js';
import { PeopleService } from './people.service.js';
import { PersonFieldsService } from './person-fields.service.js';
import { UnitPeopleController } from './unit-people.controller.js';

@Module({
  imports: [MailModule, SignInModule, UnitsModule],
  controllers: [DelegationsController, GrantsController, PeopleController, UnitPeopleController],
  providers: [
    DelegationsService,
    GrantsRepository,
    GrantsService,
    InvitationsService,
    PeopleRepository,
    PeopleService,
    PersonFieldsService,
  ],
  exports: [GrantsService, InvitationsService, PeopleService, PersonFieldsService],
})
export class PeopleModule {}
