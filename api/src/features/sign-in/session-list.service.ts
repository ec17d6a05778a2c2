import { Injectable } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import { personOf } from '../../platform/access/principal.js';
import { currentContext } from '../../platform/access/request-context.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { notFound } from '../../platform/http/problem.js';
import { SessionsService } from '../identity/sessions.service.js';
import { signedInPerson } from './own-person.js';
import type {
  OwnSessionDto,
  PersonSessionPageDto,
  PersonSessionQuery,
  SessionsEndedDto,
} from './session-list.dto.js';
import { type OpenSession, SessionListRepository } from './session-list.repository.js';

/** More sessions than a person has. */
const ALL_OWN = 200;

/** Sessions as their owner and an operator see them, and how they are ended from outside. */
@Injectable()
export class SessionListService {
  constructor(
    private readonly repository: SessionListRepository,
    private readonly sessions: SessionsService,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
  ) {}

  async own(): Promise<OwnSessionDto[]> {
    const { personId } = signedInPerson();
    return (await this.repository.open(personId, ALL_OWN, 0)).map(sessionDto);
  }

  /** Ends one of the own sessions. @throws Problem SESSION_NOT_FOUND, of another person's as well */
  async endOwn(id: string): Promise<void> {
    const { personId } = signedInPerson();
    const owner = await this.repository.ownerOf(id);
    if (owner !== personId || !(await this.sessions.end(id, 'revoked by its owner'))) {
      throw notFound('SESSION', id);
    }
  }

  /** Ends every own session but the one that asks. */
  async endOthers(): Promise<SessionsEndedDto> {
    const { personId, sessionId } = signedInPerson();
    const ended = await this.repository.transaction(async (manager) => {
      const ids = await this.sessions.endAll(personId, sessionId, 'revoked by its owner', manager);
      const after = { reason: 'revoked by its owner', sessions: ids };
      await this.audit.record({ action: 'session.end', object: `person:${personId}`, after }, manager);
      return ids.length;
    });
    return { ended };
  }

  /** Sessions of everybody, for an operator. */
  async all({ page, size, person }: PersonSessionQuery): Promise<PersonSessionPageDto> {
    await this.access.require('session.manage', null);
    const of = person ?? null;
    const [rows, total] = await Promise.all([
      this.repository.open(of, size, (page - 1) * size),
      this.repository.count(of),
    ]);
    const items = rows.map((row) => {
      const { personId: id, name, email } = row;
      return { ...sessionDto(row), person: { id, name, email } };
    });
    return { items, total, page, size };
  }

  /** Ends anybody's session. @throws Problem SESSION_NOT_FOUND */
  async end(id: string): Promise<void> {
    await this.access.require('session.manage', null);
    const own = (await this.repository.ownerOf(id)) === personOf(currentContext().principal);
    const reason = own ? 'revoked by its owner' : 'revoked by an operator';
    if (!(await this.sessions.end(id, reason))) throw notFound('SESSION', id);
  }
}

function sessionDto(row: OpenSession): OwnSessionDto {
  const { principal } = currentContext();
  return {
    id: row.id,
    current: principal.kind === 'person' && principal.sessionId === row.id,
    strength: row.strength,
    via: row.via,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    idleEndsAt: row.idleEndsAt.toISOString(),
    absoluteEndsAt: row.absoluteEndsAt.toISOString(),
    address: row.address,
    agent: row.agent,
  };
}
