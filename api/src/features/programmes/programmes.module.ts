import { Module } from '@nestjs/common';
import { LawModule } from '../law/law.module.js';
import { ProgrammesController } from './programmes.controller.js';
import { ProgrammesRepository } from './programmes.repository.js';
import { ProgrammesService } from './programmes.service.js';

@Module({
  imports: [LawModule],
  controllers: [ProgrammesController],
  providers: [ProgrammesRepository, ProgrammesService],
  exports: [ProgrammesService],
})
export class ProgrammesModule {}
