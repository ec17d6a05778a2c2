import { Injectable } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import type { PersonPrincipal } from '../../platform/access/principal.js';
import { currentActor, currentContext } from '../../platform/access/request-context.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Page } from '../../platform/http/page.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { newKey } from '../identity/key-token.js';
import { hashOfToken } from '../identity/secret-token.js';
import type { ApiKeyDto, HeldApiKeyDto, KeyListQuery, KeyRequest, MadeApiKeyDto } from './key.dto.js';
import { actionsForKey, grantForKey, MOST_KEYS } from './key-rules.js';
import { type KeyDataRow, KeysRepository } from './keys.repository.js';

/** API keys: made by people for their machines, revoked by them or by an operator. */
@Injectable()
export class KeysService {
  constructor(
    private readonly repository: KeysRepository,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
  ) {}

  async own(): Promise<ApiKeyDto[]> {
    const person = await this.caller();
    return (await this.repository.ofPerson(person.personId)).map(keyDto);
  }

  /**
   * Makes a key; the answer alone has it.
   * @throws Problem KEY_GRANT_UNKNOWN, SECOND_FACTOR_NEEDED, KEY_ACTION_NOT_ALLOWED, KEY_LIMIT_REACHED
   */
  async make({ name, grant, actions, expiresInDays }: KeyRequest): Promise<MadeApiKeyDto> {
    const person = await this.caller();
    const held = grantForKey(person, grant);
    const allowed = actionsForKey(held.role, actions);
    const { key, prefix } = newKey();
    return this.repository.transaction(async (manager) => {
      if ((await this.repository.activeOf(person.personId, manager)) >= MOST_KEYS) {
        throw new Problem(
          409,
          'KEY_LIMIT_REACHED',
          `There are ${MOST_KEYS} keys that hold: revoke one first`,
        );
      }
      const id = await this.repository.add(
        {
          personId: person.personId,
          name: name.normalize('NFC'),
          prefix,
          keyHash: hashOfToken(key),
          actions: allowed,
          grantId: held.id,
          days: expiresInDays,
        },
        manager,
      );
      const made = keyDto(await this.found(id, manager));
      const { expiresAt } = made;
      await this.audit.record(
        {
          action: 'key.make',
          object: `key:${id}`,
          unitId: held.unitId,
          after: { prefix, grant: held.id, role: held.role, actions: allowed, expiresAt },
        },
        manager,
      );
      return { ...made, key };
    });
  }

  /** Revokes a key of the caller's. @throws Problem KEY_NOT_FOUND, also for another's */
  async revokeOwn(id: string): Promise<void> {
    const { personId } = await this.caller();
    await this.revoke(id, 'self', (key) => key.personId === personId);
  }

  /** Every key. @throws Problem NOT_PERMITTED */
  async list(query: KeyListQuery): Promise<Page<HeldApiKeyDto>> {
    await this.access.require('key.manage', null);
    const { items, ...rest } = await this.repository.page(query);
    const person = ({ personId, personName }: KeyDataRow) => ({ id: personId, name: personName });
    return { ...rest, items: items.map((row) => ({ ...keyDto(row), person: person(row) })) };
  }

  /** Revokes anybody's key. @throws Problem NOT_PERMITTED, KEY_NOT_FOUND */
  async revokeAny(id: string): Promise<void> {
    await this.access.require('key.manage', null);
    await this.revoke(id, currentActor(), () => true);
  }

  private async revoke(id: string, by: string, isTheirs: (key: KeyDataRow) => boolean): Promise<void> {
    await this.repository.transaction(async (manager) => {
      const key = await this.found(id, manager);
      if (!isTheirs(key)) throw notFound('KEY', id);
      if (!(await this.repository.revoke(id, by, manager))) return;
      await this.audit.record(
        {
          action: 'key.revoke',
          object: `key:${id}`,
          unitId: key.unitId,
          before: { state: key.state },
          after: { person: key.personId, prefix: key.prefix },
        },
        manager,
      );
    });
  }

  private async found(id: string, manager: Parameters<KeysRepository['one']>[1]): Promise<KeyDataRow> {
    const key = await this.repository.one(id, manager);
    if (key === null) throw notFound('KEY', id);
    return key;
  }

  /** A person, who is signed in: a key makes no keys. */
  private async caller(): Promise<PersonPrincipal> {
    await this.access.require('self.manage', null);
    const { principal } = currentContext();
    if (principal.kind !== 'person') throw new Problem(401, 'SIGN_IN_NEEDED', 'This needs a sign-in');
    return principal;
  }
}

function keyDto(row: KeyDataRow): ApiKeyDto {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    state: row.state,
    role: row.role as ApiKeyDto['role'],
    unitId: row.unitId,
    actions: [...row.actions],
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastUsedAddress: row.lastUsedAddress,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
