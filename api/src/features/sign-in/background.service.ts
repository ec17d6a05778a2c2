import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { asSystem } from '../../platform/access/request-context.js';

const MOST = 200;

/**
 * What is done after the answer, so that the time of the answer does not tell whether there was anything to
 * do. What does not end well is logged without its words, which may hold an address.
 */
@Injectable()
export class BackgroundService implements OnModuleDestroy {
  private readonly log = new Logger('SignIn');
  private readonly pending = new Set<Promise<void>>();

  run(name: string, work: () => Promise<void>): void {
    if (this.pending.size >= MOST) {
      this.log.warn(`${name}: left out, too much is waiting`);
      return;
    }
    const done = asSystem('sign-in', work)
      .catch((error: unknown) => this.log.error(`${name}: ${error instanceof Error ? error.name : 'failed'}`))
      .finally(() => this.pending.delete(done));
    this.pending.add(done);
  }

  /** Waits for what is being done. */
  async settled(): Promise<void> {
    while (this.pending.size > 0) await Promise.all(this.pending);
  }

  onModuleDestroy(): Promise<void> {
    return this.settled();
  }
}
