import { inject, Injectable } from '@angular/core';
import type { NationalDatabaseDetail } from '../../api-client/models/national-database-detail.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';
import { Loaded } from '../../shared/loading/loaded.js';
import { type AssertionRequest, NationalClient, type OwnerRequest } from './national-client.js';
import { Writing } from '../../shared/problem/writing.js';

interface Asked {
  readonly id: string;
  readonly dataSet: string;
  readonly period: string;
}

/** One national database, year by year. */
@Injectable()
export class NationalStore {
  private readonly client = inject(NationalClient);
  private readonly loaded = new Loaded<NationalDatabaseDetail>();
  private readonly ministryList = new Loaded<readonly UnitSummary[]>();
  private readonly asserting = new Writing();
  private readonly owning = new Writing();
  private asked: Asked | null = null;

  readonly state = this.loaded.state;
  readonly stale = this.loaded.stale;
  readonly ministries = this.ministryList.value;
  readonly assertState = this.asserting.state;
  readonly ownerState = this.owning.state;

  async open(asked: Asked): Promise<void> {
    this.asked = asked;
    await Promise.all([this.load(asked), this.ministryList.load(() => this.client.ministries())]);
  }

  assert(body: Omit<AssertionRequest, 'period'>): Promise<void> {
    return this.change(this.asserting, ({ id, dataSet, period }) =>
      this.client.assert(id, dataSet, { ...body, period }),
    );
  }

  setOwner(body: OwnerRequest): Promise<void> {
    return this.change(this.owning, ({ id }) => this.client.setOwner(id, body));
  }

  private async change(writing: Writing, ask: (of: Asked) => Promise<void>): Promise<void> {
    const of = this.asked;
    if (of === null) return;
    const done = await writing.write(async () => {
      await ask(of);
      return true;
    });
    if (done === true) await this.load(of);
  }

  private load({ id, dataSet, period }: Asked): Promise<void> {
    return this.loaded.load(() => this.client.detail(id, dataSet, period));
  }
}
