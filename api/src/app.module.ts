import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SETTINGS, type Settings } from './config/settings.js';
import { AssessmentsModule } from './features/assessments/assessments.module.js';
import { AuditModule } from './features/audit/audit.module.js';
import { DataSetsModule } from './features/data-sets/data-sets.module.js';
import { DatabasesModule } from './features/databases/databases.module.js';
import { DutiesModule } from './features/duties/duties.module.js';
import { EditionsModule } from './features/editions/editions.module.js';
import { FrameworksModule } from './features/frameworks/frameworks.module.js';
import { GuidanceModule } from './features/guidance/guidance.module.js';
import { IdentityModule } from './features/identity/identity.module.js';
import { ImportsModule } from './features/imports/imports.module.js';
import { KeysModule } from './features/keys/keys.module.js';
import { LawModule } from './features/law/law.module.js';
import { ObservationsModule } from './features/observations/observations.module.js';
import { OidcModule } from './features/oidc/oidc.module.js';
import { PeopleModule } from './features/people/people.module.js';
import { ProgrammesModule } from './features/programmes/programmes.module.js';
import { RankingsModule } from './features/rankings/rankings.module.js';
import { ReportsModule } from './features/reports/reports.module.js';
import { SettingsModule } from './features/settings/settings.module.js';
import { SignInModule } from './features/sign-in/sign-in.module.js';
import { TargetsModule } from './features/targets/targets.module.js';
import { TasksModule } from './features/tasks/tasks.module.js';
import { SearchModule } from './features/search/search.module.js';
import { UnitWorkModule } from './features/unit-work/unit-work.module.js';
import { UnitChangesModule } from './features/unit-changes/unit-changes.module.js';
import { UnitsModule } from './features/units/units.module.js';
import { AccessGuard } from './platform/access/access.guard.js';
import { dataSourceOptions } from './platform/database/data-source.js';
import { HealthController } from './platform/health/health.controller.js';
import { ProblemFilter } from './platform/http/problem.filter.js';
import { requestValidation } from './platform/http/request-validation.js';
import { SeedingModule } from './seeding/seeding.module.js';

/** The whole application for one database and one way of being reached. */
@Module({})
export class AppModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot({ ...dataSourceOptions(settings.databaseUrl), retryAttempts: 0 }),
        AssessmentsModule,
        AuditModule,
        DataSetsModule,
        DatabasesModule,
        DutiesModule,
        EditionsModule,
        FrameworksModule,
        GuidanceModule,
        IdentityModule,
        ImportsModule,
        KeysModule,
        LawModule,
        ObservationsModule,
        OidcModule,
        PeopleModule,
        ProgrammesModule,
        RankingsModule,
        ReportsModule,
        SearchModule,
        SeedingModule,
        SettingsModule,
        SignInModule,
        TargetsModule,
        TasksModule,
        UnitWorkModule,
        UnitChangesModule,
        UnitsModule,
      ],
      controllers: [HealthController],
      providers: [
        { provide: SETTINGS, useValue: settings },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: requestValidation },
      ],
      exports: [SETTINGS],
    };
  }
}
