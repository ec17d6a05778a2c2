import { Module } from '@nestjs/common';
import { UnitsModule } from '../units/units.module.js';
import { TaskStatusesRepository } from './task-statuses.repository.js';
import { TaskStatusesService } from './task-statuses.service.js';
import { TasksController } from './tasks.controller.js';
import { TasksRepository } from './tasks.repository.js';
import { TasksService } from './tasks.service.js';

@Module({
  imports: [UnitsModule],
  controllers: [TasksController],
  providers: [TasksRepository, TaskStatusesRepository, TasksService, TaskStatusesService],
  exports: [TasksService, TaskStatusesService],
})
export class TasksModule {}
