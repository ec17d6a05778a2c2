import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A session that holds, with whom it is of. */
export interface OpenSession {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly strength: 'one-factor' | 'two-factor' | 'demo';
  readonly via: 'password' | 'link' | 'oidc' | 'demo';
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly idleEndsAt: Date;
  readonly absoluteEndsAt: Date;
  readonly address: string | null;
  readonly agent: string | null;
}

const OPEN = `
  FROM person_session s JOIN person p ON p.id = s.person_id
  WHERE s.ended_at IS NULL AND now() < s.absolute_end
    AND now() < s.last_seen_at + make_interval(secs => s.idle_seconds)
    AND ($1::uuid IS NULL OR s.person_id = $1)`;

@Injectable()
export class SessionListRepository {
  constructor(private readonly dataSource: DataSource) {}

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  /** Sessions that hold now, the one last used first; of one person, or of all. */
  async open(personId: string | null, limit: number, offset: number): Promise<readonly OpenSession[]> {
    return this.dataSource.query<OpenSession[]>(
      `SELECT s.id, s.person_id AS "personId", p.name, p.email, s.strength, s.via,
              s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt",
              s.last_seen_at + make_interval(secs => s.idle_seconds) AS "idleEndsAt",
              s.absolute_end AS "absoluteEndsAt", s.address, s.agent
       ${OPEN} ORDER BY s.last_seen_at DESC, s.id LIMIT $2 OFFSET $3`,
      [personId, limit, offset],
    );
  }

  async count(personId: string | null): Promise<number> {
    const rows = await this.dataSource.query<{ total: number }[]>(`SELECT count(*)::int AS total ${OPEN}`, [
      personId,
    ]);
    return rows[0]?.total ?? 0;
  }

  /** Whom a session is of; null when there is none. */
  async ownerOf(id: string): Promise<string | null> {
    const rows = await this.dataSource.query<{ owner: string }[]>(
      'SELECT person_id AS owner FROM person_session WHERE id = $1',
      [id],
    );
    return rows[0]?.owner ?? null;
  }
}
