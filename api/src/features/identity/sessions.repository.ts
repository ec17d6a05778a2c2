import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { PersonSession } from './session.entity.js';

export type NewSession = Pick<
  PersonSession,
  | 'tokenHash'
  | 'personId'
  | 'strength'
  | 'via'
  | 'csrfHash'
  | 'idleSeconds'
  | 'absoluteEnd'
  | 'address'
  | 'agent'
>;

/** How a session ended: by whom and why. */
export interface SessionEnd {
  readonly by: string;
  readonly reason: string;
}

@Injectable()
export class SessionsRepository {
  constructor(private readonly dataSource: DataSource) {}

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  async add(session: NewSession, manager: EntityManager): Promise<string> {
    const { identifiers } = await manager.insert(PersonSession, session);
    return (identifiers[0] as { id: string }).id;
  }

  async one(id: string): Promise<PersonSession | null> {
    return this.dataSource.manager.findOne(PersonSession, { where: { id } });
  }

  /** Ends a session that has not ended. @returns whether there was one */
  async end(id: string, { by, reason }: SessionEnd, manager: EntityManager): Promise<boolean> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(PersonSession)
      .set({ endedAt: () => 'now()', endedBy: by, endedReason: reason })
      .where('id = :id AND ended_at IS NULL', { id })
      .execute();
    return (affected ?? 0) > 0;
  }

  /** Ends all sessions of a person, but one where it is given. @returns their ids */
  async endAll(
    personId: string,
    but: string | null,
    { by, reason }: SessionEnd,
    manager: EntityManager,
  ): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `WITH ended AS (
         UPDATE person_session SET ended_at = now(), ended_by = $3, ended_reason = $4
         WHERE person_id = $1 AND id IS DISTINCT FROM $2 AND ended_at IS NULL
         RETURNING id)
       SELECT id FROM ended`,
      [personId, but, by, reason],
    );
    return rows.map(({ id }) => id);
  }
}
