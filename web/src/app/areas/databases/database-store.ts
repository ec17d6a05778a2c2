import { inject, Injectable } from '@angular/core';
import type { DatabaseTerms } from '../../api-client/models/database-terms.js';
import type { Inventory } from '../../api-client/models/inventory.js';
import type { RegisteredDatabaseDetail } from '../../api-client/models/registered-database-detail.js';
import { Loaded } from '../../shared/loading/loaded.js';
import {
  type Closure,
  DatabaseClient,
  type ObstacleRequest,
  type ObstacleStepRequest,
  type ServiceRequest,
  type StepRequest,
} from './database-client.js';
import { Writing } from '../../shared/problem/writing.js';

export interface DatabaseData {
  readonly detail: RegisteredDatabaseDetail;
  readonly inventory: Inventory;
  readonly terms: DatabaseTerms;
}

/** One entry of a register with the inventory of a year. */
@Injectable()
export class DatabaseStore {
  private readonly client = inject(DatabaseClient);
  private readonly loaded = new Loaded<DatabaseData>();
  private readonly stepping = new Writing();
  private readonly closing = new Writing();
  private readonly obstacles = new Writing();
  private readonly services = new Writing();
  private asked: { readonly id: string; readonly period: string } | null = null;

  readonly state = this.loaded.state;
  readonly stale = this.loaded.stale;
  readonly stepState = this.stepping.state;
  readonly closeState = this.closing.state;
  readonly obstacleState = this.obstacles.state;
  readonly serviceState = this.services.state;

  async open(id: string, period: string): Promise<void> {
    if (this.asked?.id !== id || this.asked.period !== period) this.stepping.reset();
    this.asked = { id, period };
    await this.load();
  }

  /** Takes a step of the inventory; true when it was taken. */
  step(body: StepRequest): Promise<boolean> {
    return this.change(this.stepping, ({ id, period }) => this.client.step(id, period, body));
  }

  close(body: Closure): Promise<boolean> {
    return this.change(this.closing, ({ id }) => this.client.close(id, body));
  }

  addObstacle(body: ObstacleRequest): Promise<boolean> {
    return this.change(this.obstacles, ({ id }) => this.client.obstacle(id, body));
  }

  stepObstacle(obstacle: string, body: ObstacleStepRequest): Promise<boolean> {
    return this.change(this.obstacles, ({ id }) => this.client.obstacleStep(id, obstacle, body));
  }

  addService(body: ServiceRequest): Promise<boolean> {
    return this.change(this.services, ({ id }) => this.client.service(id, body));
  }

  /** After a change everything is read again: a step changes what stands in several places. */
  private async change(
    writing: Writing,
    ask: (of: { id: string; period: string }) => Promise<unknown>,
  ): Promise<boolean> {
    const of = this.asked;
    if (of === null) return false;
    const done = await writing.write(async () => {
      await ask(of);
      return true;
    });
    if (done === null) return false;
    await this.load();
    return true;
  }

  private async load(): Promise<void> {
    const of = this.asked;
    if (of === null) return;
    await this.loaded.load(async () => {
      const [detail, inventory, terms] = await Promise.all([
        this.client.detail(of.id, of.period),
        this.client.inventory(of.id, of.period),
        this.client.terms(),
      ]);
      return { detail, inventory, terms };
    });
  }
}
