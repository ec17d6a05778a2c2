import { Module } from '@nestjs/common';
import { FrameworksController } from './frameworks.controller.js';
import { FrameworksRepository } from './frameworks.repository.js';
import { FrameworksService } from './frameworks.service.js';

@Module({
  controllers: [FrameworksController],
  providers: [FrameworksRepository, FrameworksService],
  exports: [FrameworksService],
})
export class FrameworksModule {}
