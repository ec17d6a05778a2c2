import { inject, Injectable } from '@angular/core';
import type { PersonPage } from '../../api-client/models/person-page.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { PeopleClient } from './people-client.js';
import type { PeopleQuestion } from './people-view.js';

/** The accounts, narrowed as the address says. */
@Injectable()
export class PeopleStore {
  private readonly client = inject(PeopleClient);
  private readonly page = new Loaded<PersonPage>(({ items }) => items.length === 0);

  readonly state = this.page.state;
  readonly stale = this.page.stale;

  open(question: PeopleQuestion): Promise<void> {
    return this.page.load(() => this.client.list(question));
  }
}
