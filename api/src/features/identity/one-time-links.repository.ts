import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OneTimeLink, type LinkPurpose } from './person.entity.js';

export type NewLink = Pick<OneTimeLink, 'tokenHash' | 'purpose' | 'personId' | 'createdBy' | 'expiresAt'>;

@Injectable()
export class OneTimeLinksRepository {
  constructor(private readonly dataSource: DataSource) {}

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  async add(link: NewLink, manager: EntityManager): Promise<void> {
    await manager.insert(OneTimeLink, link);
  }

  /** Ends what still holds of a purpose for a person. */
  async withdraw(purpose: LinkPurpose, personId: string, manager: EntityManager): Promise<void> {
    await manager.query(
      `UPDATE one_time_link SET expires_at = now()
       WHERE purpose = $1 AND person_id = $2 AND used_at IS NULL AND expires_at > now()`,
      [purpose, personId],
    );
  }

  /** Marks a link that holds as used; of two that try at once one gets it. */
  async take(tokenHash: Buffer, manager: EntityManager): Promise<OneTimeLink | null> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(OneTimeLink)
      .set({ usedAt: () => 'now()' })
      .where('token_hash = :tokenHash AND used_at IS NULL AND expires_at > now()', { tokenHash })
      .execute();
    return (affected ?? 0) > 0 ? manager.findOne(OneTimeLink, { where: { tokenHash } }) : null;
  }

  async one(tokenHash: Buffer): Promise<OneTimeLink | null> {
    return this.dataSource.manager.findOne(OneTimeLink, { where: { tokenHash } });
  }
}
