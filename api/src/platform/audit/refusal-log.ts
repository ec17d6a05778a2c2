import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { currentContext, runIn, type RequestContext } from '../access/request-context.js';
import { personOf, type Principal } from '../access/principal.js';
import type { Problem } from '../http/problem.js';
import { AuditLog } from './audit-log.js';
import { RefusalTally, THE_REST } from './refusal-tally.js';

interface Refusal {
  readonly context: RequestContext;
  readonly action: string;
  readonly object: string;
  readonly unitId: string | null;
  readonly code: string;
}

const CLOSE_EVERY = 20_000;

/**
 * Writes what was refused (403) into the trail, bounded: a flood of refusals cannot fill the disk. What is
 * written may come a minute late when it is a repetition; it is lost when the process is killed meanwhile.
 */
@Injectable()
export class RefusalLog implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Audit');
  private readonly tally = new RefusalTally<Refusal>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly audit: AuditLog) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tellRepeated(), CLOSE_EVERY);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.tellRepeated(true);
  }

  /** Notes a refusal of the request that is being served; never fails, the answer is the same either way. */
  async refused(problem: Problem, route: string): Promise<void> {
    const context = currentContext();
    const { action, unit } = problem.extensions;
    const refusal: Refusal = {
      context,
      action: typeof action === 'string' ? action : 'request.refuse',
      object: `route:${route.slice(0, 200)}`,
      unitId: typeof unit === 'string' && unit !== '' ? unit.slice(0, 80) : null,
      code: problem.code,
    };
    const key = [callerOf(context.principal, context.address), refusal.action, refusal.code].join(' ');
    if (this.tally.note(key, refusal, Date.now())) await this.tell(refusal);
  }

  private async tellRepeated(everything = false): Promise<void> {
    for (const { key, first, repeated } of this.tally.close(Date.now(), everything)) {
      await this.tell(key === THE_REST ? { ...first, object: 'route:many', unitId: null } : first, repeated);
    }
  }

  private async tell({ context, action, object, unitId, code }: Refusal, repeated?: number): Promise<void> {
    const after = { code, ...(repeated === undefined ? {} : { repeated }) };
    try {
      await runIn(context, () => this.audit.record({ action, object, unitId, after, outcome: 'refused' }));
    } catch (error) {
      this.log.error(`A refusal was not recorded: ${String(error)}`);
    }
  }
}

function callerOf(principal: Principal, address: string | null): string {
  if (principal.kind === 'key') return `key:${principal.keyId}`;
  return personOf(principal) ?? address ?? 'unknown';
}
