import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { AuditChainService } from './audit-chain.service.js';

/** How often a server looks whether a day is over that has no seal; looking costs one query. */
const LOOK_EVERY = 60 * 60 * 1_000;

/** Seals the trail by itself: when a server starts, and each day soon after midnight. */
@Injectable()
export class DailySealService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Audit');
  private timer: NodeJS.Timeout | undefined;
  private sealing: Promise<void> = Promise.resolve();

  constructor(
    private readonly chain: AuditChainService,
    private readonly adapter: HttpAdapterHost,
  ) {}

  onApplicationBootstrap(): void {
    // The command line has no server: it seals when it is told to.
    if (!this.adapter.httpAdapter) return;
    this.look();
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.sealing;
  }

  private look(): void {
    this.sealing = this.sealing
      .then(async () => void (await this.chain.seal()))
      .catch((error: unknown) => this.log.error(`The trail was not sealed: ${String(error)}`));
  }
}
