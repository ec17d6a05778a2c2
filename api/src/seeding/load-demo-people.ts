import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import type { Role } from '../platform/access/permission-table.js';
import { Person, RoleGrant } from '../features/identity/person.entity.js';
import { today } from '../platform/clock.js';
import { readSeed } from './seed-document.js';
import { SEEDS } from './seed-folder.js';

interface DemoPeopleFile {
  readonly people: readonly {
    readonly account: string;
    readonly name: string;
    readonly grants: readonly { readonly role: Role; readonly unit?: string }[];
  }[];
}

/** No mail can ever reach it (RFC 2606). */
const DOMAIN = 'demo.invalid';
const ACTOR = 'demo';

/**
 * Makes the accounts for trying out that are not there; what an operator has changed of the others stays.
 * For the embedded database alone: a server on any other takes nobody who is marked so.
 * @returns how many were made
 */
export async function loadDemoPeople(manager: EntityManager): Promise<number> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('dti-monitor:demo-people'))`);
  const { value } = readSeed<DemoPeopleFile>(join(SEEDS, 'demo-people.yaml'));
  let made = 0;
  for (const { account, name, grants } of value.people) {
    const email = `${account}@${DOMAIN}`;
    if (await manager.existsBy(Person, { emailKey: email })) continue;
    const person = await manager.save(Person, {
      name,
      email,
      emailKey: email,
      locale: 'vi',
      demo: true,
      createdBy: ACTOR,
    });
    for (const { role, unit } of grants) {
      const grant = { personId: person.id, role, unitId: unit ?? null, validFrom: today(), grantedBy: ACTOR };
      await manager.insert(RoleGrant, grant);
    }
    made += 1;
  }
  return made;
}
