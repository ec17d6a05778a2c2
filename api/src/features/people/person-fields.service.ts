import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { skeletonOf } from '../identity/look-alikes.js';
import { cleanEmail, cleanName, emailFault, nameFault } from '../identity/person-fields.js';
import { emailKey } from '../identity/secret-token.js';
import { emailTaken, fieldRefused } from './people.errors.js';
import { PeopleRepository } from './people.repository.js';

/** An address as it is stored, and as it is compared. */
export interface CheckedEmail {
  readonly email: string;
  readonly emailKey: string;
}

/** Names and addresses, held against those of everybody else. */
@Injectable()
export class PersonFieldsService {
  constructor(private readonly repository: PeopleRepository) {}

  /**
   * Two people may have one name; nobody may have one that only looks like another's.
   * @throws Problem NAME_INVALID, NAME_LOOKS_ALIKE
   */
  async name(text: string, except: string | null, manager: EntityManager): Promise<string> {
    const name = cleanName(text);
    const fault = nameFault(name);
    if (fault !== null) throw fieldRefused(fault);
    const look = skeletonOf(name);
    const twin = (await this.repository.writings(except, manager)).some(
      (other) => other.name.toLowerCase() !== name.toLowerCase() && skeletonOf(other.name) === look,
    );
    if (twin) throw fieldRefused('NAME_LOOKS_ALIKE');
    return name;
  }

  /** @throws Problem EMAIL_INVALID, EMAIL_LOOKS_ALIKE, EMAIL_TAKEN */
  async email(text: string, except: string | null, manager: EntityManager): Promise<CheckedEmail> {
    const email = cleanEmail(text);
    const fault = emailFault(email);
    if (fault !== null) throw fieldRefused(fault);
    const key = emailKey(email);
    if (await this.repository.isTaken(key, except, manager)) throw emailTaken();
    const look = skeletonOf(key);
    const others = await this.repository.writings(except, manager);
    if (others.some((other) => skeletonOf(other.emailKey) === look)) throw fieldRefused('EMAIL_LOOKS_ALIKE');
    return { email, emailKey: key };
  }
}
