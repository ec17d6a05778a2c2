import { Module } from '@nestjs/common';
import { UnitsModule } from '../units/units.module.js';
import { AuditChainService } from './audit-chain.service.js';
import { AuditController } from './audit.controller.js';
import { AuditEventsRepository } from './audit-events.repository.js';
import { AuditEventsService } from './audit-events.service.js';
import { ChainRepository } from './chain.repository.js';
import { DailySealService } from './daily-seal.service.js';

@Module({
  imports: [UnitsModule],
  controllers: [AuditController],
  providers: [
    ChainRepository,
    AuditEventsRepository,
    AuditChainService,
    AuditEventsService,
    DailySealService,
  ],
  exports: [AuditChainService, AuditEventsService],
})
export class AuditModule {}
