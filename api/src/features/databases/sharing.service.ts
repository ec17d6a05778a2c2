import { Injectable } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import { RowScope } from '../../platform/access/row-scope.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { nameKey } from '../units/name-key.js';
import { allowedObstacleActions, nextObstacleState, obstacleStateAfter } from './obstacle-flow.js';
import { databaseClosed } from './entry-closed.js';
import { RegisterRepository } from './register.repository.js';
import type { RegisteredDatabase } from './registered-database.entity.js';
import type {
  ObstacleDto,
  ObstacleRequest,
  ObstacleStepRequest,
  ServiceDto,
  ServiceRequest,
} from './sharing.dto.js';
import type { SharingObstacle, SharingObstacleStep } from './sharing.entity.js';
import { SharingRepository } from './sharing.repository.js';

/** A database and whose it is. */
type Owned = Pick<RegisteredDatabase, 'id' | 'unitId'>;

/** How a database is shared, and what stands in the way of it. */
@Injectable()
export class SharingService {
  constructor(
    private readonly repository: SharingRepository,
    private readonly register: RegisterRepository,
    private readonly access: AccessService,
    private readonly scope: RowScope,
    private readonly audit: AuditLog,
  ) {}

  /** Those of a unit's database that the caller may see. */
  async obstacles({ id: databaseId, unitId }: Owned): Promise<ObstacleDto[]> {
    const own = () => [unitId];
    const obstacles = await this.scope.seen(await this.repository.obstacles(databaseId), own);
    const stored = await this.repository.steps(obstacles.map(({ id }) => id));
    const steps = await this.scope.seen(stored, own);
    return obstacles.map((obstacle) =>
      obstacleDto(
        obstacle,
        steps.filter(({ obstacleId }) => obstacleId === obstacle.id),
      ),
    );
  }

  async services({ id: databaseId, unitId }: Owned): Promise<ServiceDto[]> {
    const stored = await this.repository.services(databaseId);
    return (await this.scope.seen(stored, () => [unitId])).map((service) => ({
      name: service.name,
      form: service.form,
      onLgsp: service.onLgsp,
      onNdxp: service.onNdxp,
      documentation: service.documentation,
      publishedOn: service.publishedOn,
      withdrawnOn: service.withdrawnOn,
      note: service.note,
      writtenAt: service.writtenAt.toISOString(),
      writtenBy: service.writtenBy,
    }));
  }

  /** Records an obstacle. @throws Problem DATABASE_NOT_FOUND, DATABASE_CLOSED, DAY_AHEAD */
  async addObstacle(databaseId: string, request: ObstacleRequest, actor: string): Promise<ObstacleDto[]> {
    const database = await this.requireOpen(databaseId, 'database.obstacle');
    const { dataSet, unitId } = database;
    refuseDayAhead(request.raisedOn);
    await this.repository.together(async (manager) => {
      await this.repository.addObstacle({ ...request, dataSet, databaseId, writtenBy: actor }, manager);
      const after = { raisedOn: request.raisedOn, description: request.description };
      await this.audit.record(
        { action: 'database.obstacle', object: `database:${databaseId}`, unitId, after },
        manager,
      );
    });
    return this.obstacles(database);
  }

  /**
   * Records what was done about an obstacle.
   * @throws Problem DATABASE_NOT_FOUND, DATABASE_CLOSED, OBSTACLE_NOT_FOUND, OBSTACLE_STEP_NOT_ALLOWED,
   *   DAY_AHEAD, DAY_BEFORE_LAST_STEP
   */
  async stepObstacle(
    databaseId: string,
    obstacleId: string,
    request: ObstacleStepRequest,
    actor: string,
  ): Promise<ObstacleDto[]> {
    const database = await this.requireOpen(databaseId, 'database.obstacle');
    const { dataSet, unitId } = database;
    const obstacle = await this.repository.obstacle(databaseId, obstacleId);
    if (obstacle === null) throw notFound('OBSTACLE', obstacleId);
    refuseDayAhead(request.doneOn);
    await this.repository.exclusively(obstacleId, async (manager) => {
      const steps = await this.repository.steps([obstacleId], manager);
      const state = obstacleStateAfter(steps.map(({ action }) => action));
      if (nextObstacleState(state, request.action) === null)
        throw new Problem(409, 'OBSTACLE_STEP_NOT_ALLOWED', 'The obstacle is not at this step', state);
      const previousOn = steps.at(-1)?.doneOn ?? obstacle.raisedOn;
      if (request.doneOn < previousOn)
        throw new Problem(422, 'DAY_BEFORE_LAST_STEP', 'The step before was taken later', previousOn);
      await this.repository.addStep(
        { ...request, reference: request.reference ?? null, dataSet, obstacleId, writtenBy: actor },
        manager,
      );
      await this.audit.record(
        {
          action: 'database.obstacle',
          object: `database:${databaseId}/obstacle/${obstacleId}`,
          unitId,
          before: { state },
          after: { step: request.action, doneOn: request.doneOn },
        },
        manager,
      );
    });
    return this.obstacles(database);
  }

  /**
   * Lists a service, or what is new about one of the same name.
   * @throws Problem DATABASE_NOT_FOUND, DATABASE_CLOSED
   */
  async addService(databaseId: string, request: ServiceRequest, actor: string): Promise<ServiceDto[]> {
    const database = await this.requireOpen(databaseId, 'database.service');
    const { dataSet, unitId } = database;
    const service = {
      ...request,
      documentation: request.documentation ?? null,
      publishedOn: request.publishedOn ?? null,
      withdrawnOn: request.withdrawnOn ?? null,
      note: request.note ?? null,
      nameKey: nameKey(request.name),
    };
    await this.repository.together(async (manager) => {
      await this.repository.addService({ ...service, dataSet, databaseId, writtenBy: actor }, manager);
      const { name, form, publishedOn, withdrawnOn } = service;
      const after = { name, form, publishedOn, withdrawnOn };
      await this.audit.record(
        { action: 'database.service', object: `database:${databaseId}`, unitId, after },
        manager,
      );
    });
    return this.services(database);
  }

  private async requireOpen(
    databaseId: string,
    action: 'database.obstacle' | 'database.service',
  ): Promise<RegisteredDatabase> {
    const database = await this.register.database(databaseId);
    if (database === null) throw notFound('DATABASE', databaseId);
    await this.access.require(action, database.unitId);
    const [latest] = await this.register.versions(databaseId);
    if (latest?.state !== 'open') throw databaseClosed();
    return database;
  }
}

function refuseDayAhead(day: string): void {
  if (day > today()) throw new Problem(422, 'DAY_AHEAD', 'The day has not come', day);
}

function obstacleDto(obstacle: SharingObstacle, steps: readonly SharingObstacleStep[]): ObstacleDto {
  const state = obstacleStateAfter(steps.map(({ action }) => action));
  return {
    id: obstacle.id,
    description: obstacle.description,
    raisedBy: obstacle.raisedBy,
    raisedOn: obstacle.raisedOn,
    state,
    allowed: [...allowedObstacleActions(state)],
    steps: steps.map((step) => ({
      action: step.action,
      actor: step.actor,
      doneOn: step.doneOn,
      note: step.note,
      reference: step.reference,
      writtenAt: step.writtenAt.toISOString(),
      writtenBy: step.writtenBy,
    })),
    writtenAt: obstacle.writtenAt.toISOString(),
    writtenBy: obstacle.writtenBy,
  };
}
