import { Injectable } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import { ACTIONS } from '../../platform/access/permission-table.js';
import { today } from '../../platform/clock.js';
import { ofDataSet } from '../../platform/http/data-set.js';
import { notFound } from '../../platform/http/problem.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { RegisterService } from '../databases/register.service.js';
import { DueDatesService } from '../duties/due-dates.service.js';
import { GuidanceService } from '../guidance/guidance.service.js';
import { ObservationsService } from '../observations/observations.service.js';
import { TasksService } from '../tasks/tasks.service.js';
import type { UnitSummary } from '../units/unit.dto.js';
import { UnitsService } from '../units/units.service.js';
import type { UnitWork } from './unit-work.dto.js';
import { databasesOf, dutiesOf, figureOf } from './unit-work.mapper.js';

/** Everything that lies before a unit, for those who work for it. */
@Injectable()
export class UnitWorkService {
  constructor(
    private readonly access: AccessService,
    private readonly units: UnitsService,
    private readonly observations: ObservationsService,
    private readonly assessments: AssessmentsService,
    private readonly dueDates: DueDatesService,
    private readonly tasks: TasksService,
    private readonly guidance: GuidanceService,
    private readonly register: RegisterService,
  ) {}

  /** @throws Problem OTHER_UNIT before anything is told of the unit; UNIT_NOT_FOUND */
  async of(unitId: string, dataSet: string): Promise<UnitWork> {
    await this.access.require('unpublished.read', unitId);
    const on = today();
    const unit = (await this.units.summaries([unitId], on)).get(unitId);
    if (unit === undefined) throw notFound('UNIT', unitId);
    const [figures, drafts, due, tasks, maturity, entries, others] = await Promise.all([
      this.observations.unreleasedOf(unitId, dataSet),
      this.assessments.draftsOf(unitId),
      this.dueDates.dueDates({ unit: unitId, dataSet, ...aroundNow(on) }),
      this.tasks.ofUnit(unit, dataSet),
      this.guidance.latestMaturity(unitId, dataSet),
      this.register.find({ dataSet, unit: unitId, state: 'open' }),
      this.others(unit, on),
    ]);
    return {
      ...ofDataSet(dataSet),
      today: on,
      unit: {
        id: unit.id,
        nameVi: unit.nameVi,
        nameEn: unit.nameEn,
        shortNameVi: unit.shortNameVi,
        level: unit.level,
        endedOn: endOf(unit, on),
      },
      may: ACTIONS.filter((action) => this.access.allows(action, unitId)),
      ...others,
      figures: { total: figures.total, items: figures.items.map(figureOf) },
      drafts: drafts.map(({ createdAt, ...draft }) => ({ ...draft, createdAt: createdAt.toISOString() })),
      duties: dutiesOf(due.items),
      tasks,
      maturity,
      databases: databasesOf(entries),
    };
  }

  private async others(unit: UnitSummary, on: string): Promise<Pick<UnitWork, 'pastUnits' | 'heirs'>> {
    const past = await this.units.summaries(await this.units.pastOf(unit.id, on), on);
    const heirs =
      endOf(unit, on) === null ? undefined : (await this.units.successorsOf([unit.id])).get(unit.id);
    return {
      pastUnits: [...past.values()].map(({ id, nameVi, nameEn, validTo }) => ({
        id,
        nameVi,
        nameEn,
        endedOn: validTo,
      })),
      heirs: (heirs ?? []).map(({ id, nameVi, nameEn }) => ({ id, nameVi, nameEn, endedOn: null })),
    };
  }
}

/** The last day of a unit that is no more. */
function endOf({ validTo }: Pick<UnitSummary, 'validTo'>, on: string): string | null {
  return validTo !== null && validTo < on ? validTo : null;
}

/** From the beginning of last year, so that nothing overdue is lost, to the end of next year. */
function aroundNow(on: string): { from: string; to: string } {
  const year = Number(on.slice(0, 4));
  return { from: `${year - 1}-01-01`, to: `${year + 1}-12-31` };
}
