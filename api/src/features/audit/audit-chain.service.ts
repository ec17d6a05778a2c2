import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AccessService } from '../../platform/access/access.service.js';
import type { AuditChainDto } from './audit.dto.js';
import { BEGINNING, type Seal } from './chain.js';
import { ChainRepository } from './chain.repository.js';
import { ChainWalk, sealFaults, type ChainFault, type ChainHead } from './chain-check.js';

/** What is to be checked; all of it where nothing is said. */
export interface ChainQuestion {
  /** Days in Viet Nam, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Seals that were kept elsewhere. */
  readonly kept?: readonly Seal[] | undefined;
}

export interface ChainReport {
  /** Events that were walked. */
  readonly checked: number;
  readonly first: number;
  readonly last: number;
  readonly seals: number;
  readonly faultCount: number;
  readonly faults: readonly ChainFault[];
}

/** How much of the end of the chain a screen has checked at most. */
const NEWEST = 20_000;
const TELL_EVERY = 20_000;
/** Beyond any number of an event, and still a whole number. */
const NO_END = Number.MAX_SAFE_INTEGER;

/** Checks and seals the trail. */
@Injectable()
export class AuditChainService {
  constructor(
    private readonly repository: ChainRepository,
    private readonly access: AccessService,
  ) {}

  /** Seals every day that is over and has no seal. @returns the new seals */
  async seal(): Promise<readonly Seal[]> {
    return this.repository.sealDays();
  }

  async seals(): Promise<readonly Seal[]> {
    this.access.requireAny('audit.read');
    return this.repository.seals();
  }

  async head(): Promise<ChainHead> {
    return this.repository.head();
  }

  /** For a screen: where the chain ends, its last seal, and its newest part checked. */
  async state(): Promise<AuditChainDto> {
    this.access.requireAny('audit.read');
    const [report, seals, head] = await Promise.all([
      this.verifyNewest(),
      this.repository.seals(),
      this.repository.head(),
    ]);
    return {
      events: head.number,
      headHash: head.hash,
      lastSeal: seals.at(-1) ?? null,
      checkedFrom: report.first,
      checkedTo: report.last,
      faultCount: report.faultCount,
      faults: [...report.faults],
    };
  }

  /**
   * Walks the chain and names what is wrong with it. Reads in parts: memory does not grow with the trail.
   * @param onProgress told how many events have been walked, now and then
   */
  async verify(question: ChainQuestion = {}, onProgress?: (checked: number) => void): Promise<ChainReport> {
    return this.repository.onOneView(async (manager) => {
      const { from, to, kept = [] } = question;
      const first = from === undefined ? 1 : await this.repository.firstNumberFrom(from, manager);
      const last = to === undefined ? NO_END : ((await this.repository.lastNumberOf(to, manager)) ?? 0);
      return this.walk({ first: first ?? NO_END, last, kept }, manager, onProgress);
    });
  }

  /** Checks the newest part: since the seal before the last, at most some thousands of events. */
  async verifyNewest(): Promise<ChainReport> {
    return this.repository.onOneView(async (manager) => {
      const [seals, { number }] = await Promise.all([
        this.repository.seals(manager),
        this.repository.head(manager),
      ]);
      const first = Math.max((seals.at(-2)?.lastNumber ?? 0) + 1, number - NEWEST + 1, 1);
      return this.walk({ first, last: NO_END, kept: [] }, manager);
    });
  }

  private async walk(
    { first, last, kept }: { first: number; last: number; kept: readonly Seal[] },
    manager: EntityManager,
    onProgress?: (checked: number) => void,
  ): Promise<ChainReport> {
    const stored = await this.repository.seals(manager);
    const before = first > 1 ? await this.repository.lastUpTo(first - 1, manager) : null;
    const walk = new ChainWalk({
      seals: [...stored, ...kept].filter(({ lastNumber }) => lastNumber >= first && lastNumber > 0),
      head: last === NO_END ? await this.repository.head(manager) : null,
      before: before ?? { number: 0, hash: BEGINNING },
    });
    let walked = 0;
    for await (const event of this.repository.events(first, last, manager)) {
      walk.step(event);
      walked += 1;
      if (walked % TELL_EVERY === 0) onProgress?.(walked);
    }
    const found = walk.end();
    const ofSeals = sealFaults(stored, kept);
    return {
      checked: found.checked,
      first: found.checked === 0 ? 0 : first,
      last: found.last,
      seals: stored.length,
      faultCount: found.faultCount + ofSeals.length,
      faults: [...found.faults, ...ofSeals],
    };
  }
}
