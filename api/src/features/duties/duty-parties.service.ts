import { Injectable } from '@nestjs/common';
import type { UnitSummary } from '../units/unit.dto.js';
import { UnitsService } from '../units/units.service.js';
import type { RecipientDto } from './duty.dto.js';
import type { Duty, DutyRecipient } from './duty.entity.js';

/** Whose duties and to whom, on any day; each roster is read once. */
export interface DutyParties {
  /** Units that owe it on the day, in the roster's order; none where nobody among the units does. */
  unitsOf(duty: Duty, on: string): Promise<readonly UnitSummary[]>;
  recipientsOf(duty: Duty, on: string): Promise<readonly RecipientDto[]>;
}

/** Resolves holders and recipients by date: the ministry in charge changes, provinces merge. */
@Injectable()
export class DutyPartiesService {
  constructor(private readonly units: UnitsService) {}

  /** For one request: what it has looked up it does not look up again. */
  parties(): DutyParties {
    const rosters = new Map<string, Promise<UnitSummary[]>>();
    const inCharge = new Map<string, Promise<UnitSummary>>();
    const roster = (on: string) => remembered(rosters, on, () => this.units.roster(on));
    const ministry = (on: string) =>
      remembered(inCharge, on, async () => (await this.units.ministryInCharge(on)).unit);
    return {
      unitsOf: async ({ who }, on) => {
        if ('levels' in who) return (await roster(on)).filter(({ level }) => who.levels.includes(level));
        if ('role' in who) return [await ministry(on)];
        return 'unit' in who ? (await roster(on)).filter(({ id }) => id === who.unit) : [];
      },
      recipientsOf: async ({ recipients }, on) =>
        (await Promise.all(recipients.map((one) => this.recipient(one, on, ministry)))).flat(),
    };
  }

  private async recipient(
    recipient: DutyRecipient,
    on: string,
    ministry: (on: string) => Promise<UnitSummary>,
  ): Promise<readonly RecipientDto[]> {
    if ('body' in recipient) {
      const { vi, en } = recipient.body;
      return [{ unitId: null, nameVi: vi, nameEn: en, toBeVerified: false }];
    }
    if ('unit' in recipient) {
      const unit = (await this.units.summaries([recipient.unit], on)).get(recipient.unit);
      return unit === undefined ? [] : [ofUnit(unit)];
    }
    if (recipient.role === 'ministry_in_charge') return [ofUnit(await ministry(on))];
    return (await this.units.recipients(on)).map(({ nameVi, nameEn, toBeVerifiedFrom }) => ({
      unitId: null,
      nameVi,
      nameEn,
      toBeVerified: toBeVerifiedFrom !== null && on >= toBeVerifiedFrom,
    }));
  }
}

function ofUnit({ id, nameVi, nameEn }: UnitSummary): RecipientDto {
  return { unitId: id, nameVi, nameEn, toBeVerified: false };
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? find();
  known.set(key, found);
  return found;
}
