import type { AddressInfo } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { currentActor } from '../../platform/access/request-context.js';
import type { OneTimeLink, LinkPurpose } from './person.entity.js';
import { OneTimeLinksRepository } from './one-time-links.repository.js';
import { hashOfToken, newToken } from './secret-token.js';

export interface MadeLink {
  /** The whole address; the token stands in the fragment, which browsers send to nobody. */
  readonly url: string;
  readonly token: string;
  readonly expiresAt: Date;
}

/** Makes ways in that work once; what they open is the sign-in's. */
@Injectable()
export class OneTimeLinksService {
  constructor(
    private readonly repository: OneTimeLinksRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly adapter: HttpAdapterHost,
  ) {}

  /**
   * Makes a link and withdraws the earlier ones of the same purpose and person. Of a link for nobody yet several
   * may hold, one for each replica that starts: all end with the first that is used.
   */
  async make(
    purpose: LinkPurpose,
    personId: string | null,
    lifetimeSeconds: number,
    manager: EntityManager = this.repository.manager,
  ): Promise<MadeLink> {
    const token = newToken();
    const expiresAt = new Date(Date.now() + lifetimeSeconds * 1000);
    if (personId !== null) await this.repository.withdraw(purpose, personId, manager);
    const createdBy = currentActor();
    await this.repository.add(
      { tokenHash: hashOfToken(token), purpose, personId, createdBy, expiresAt },
      manager,
    );
    return { url: `${this.base()}/link#${token}`, token, expiresAt };
  }

  /** Takes a link that holds, once: a second taker gets null. */
  async take(token: string, manager: EntityManager): Promise<OneTimeLink | null> {
    return this.repository.take(hashOfToken(token), manager);
  }

  /** A link that holds, without using it. */
  async look(token: string): Promise<OneTimeLink | null> {
    const link = await this.repository.one(hashOfToken(token));
    return link !== null && link.usedAt === null && link.expiresAt > new Date() ? link : null;
  }

  /** Where people reach the product: as it is told, else where it listens, on whichever port it got. */
  private base(): string {
    const { publicUrl, host, port } = this.settings;
    const server = this.adapter.httpAdapter?.getHttpServer() as { address(): AddressInfo | null } | undefined;
    const listening = server?.address()?.port ?? port;
    return (publicUrl ?? `http://${host}:${listening}`).replace(/\/$/, '');
  }
}
