import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Permit } from '../../platform/access/access.js';
import { currentActor } from '../../platform/access/request-context.js';
import { Answers } from '../../platform/openapi/answers.js';
import { yearSchema } from './database-words.dto.js';
import { inventorySchema, stepRequestSchema, type InventoryDto, type StepRequest } from './inventory.dto.js';
import { InventoryService } from './inventory.service.js';
import {
  obstacleRequestSchema,
  obstacleSchema,
  obstacleStepRequestSchema,
  serviceRequestSchema,
  serviceSchema,
  type ObstacleDto,
  type ObstacleRequest,
  type ObstacleStepRequest,
  type ServiceDto,
  type ServiceRequest,
} from './sharing.dto.js';
import { SharingService } from './sharing.service.js';

const obstacleListSchema = z.array(obstacleSchema);
const serviceListSchema = z.array(serviceSchema);

@ApiTags('databases')
@Controller('databases/:id')
export class DatabaseRecordsController {
  constructor(
    private readonly inventories: InventoryService,
    private readonly sharing: SharingService,
  ) {}

  @Get('inventories/:period')
  @Permit('published.read')
  @ApiOperation({ summary: 'The inventory of a year: findings as reported and as verified, and every step' })
  @Answers(inventorySchema, 'The inventory; without steps where none was begun')
  getInventory(
    @Param('id') id: string,
    @Param('period', { schema: yearSchema }) period: string,
  ): Promise<InventoryDto> {
    return this.inventories.detail(id, period);
  }

  @Post('inventories/:period/steps')
  @Permit('database.inventory')
  @ApiOperation({ summary: 'Take the next step of an inventory' })
  @Answers(inventorySchema, 'The inventory as it now is', 201)
  createInventoryStep(
    @Param('id') id: string,
    @Param('period', { schema: yearSchema }) period: string,
    @Body({ schema: stepRequestSchema }) request: StepRequest,
  ): Promise<InventoryDto> {
    return this.inventories.step(id, period, request, currentActor());
  }

  @Post('obstacles')
  @Permit('database.obstacle')
  @ApiOperation({ summary: 'Record an obstacle to sharing' })
  @Answers(obstacleListSchema, 'The obstacles of the database, newest first', 201)
  createObstacle(
    @Param('id') id: string,
    @Body({ schema: obstacleRequestSchema }) request: ObstacleRequest,
  ): Promise<ObstacleDto[]> {
    return this.sharing.addObstacle(id, request, currentActor());
  }

  @Post('obstacles/:obstacle/steps')
  @Permit('database.obstacle')
  @ApiOperation({ summary: 'Record what was done about an obstacle' })
  @Answers(obstacleListSchema, 'The obstacles of the database, newest first', 201)
  createObstacleStep(
    @Param('id') id: string,
    @Param('obstacle') obstacle: string,
    @Body({ schema: obstacleStepRequestSchema }) request: ObstacleStepRequest,
  ): Promise<ObstacleDto[]> {
    return this.sharing.stepObstacle(id, obstacle, request, currentActor());
  }

  @Post('services')
  @Permit('database.service')
  @ApiOperation({ summary: 'List a sharing service, or what is new about one of the same name' })
  @Answers(serviceListSchema, 'The services of the database', 201)
  createSharingService(
    @Param('id') id: string,
    @Body({ schema: serviceRequestSchema }) request: ServiceRequest,
  ): Promise<ServiceDto[]> {
    return this.sharing.addService(id, request, currentActor());
  }
}
