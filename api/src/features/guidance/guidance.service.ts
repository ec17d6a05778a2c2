import { Injectable } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import { RowScope } from '../../platform/access/row-scope.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { OFFICIAL } from '../../platform/http/data-set.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { DataSetsService } from '../data-sets/data-sets.service.js';
import type { LegalBasisDto } from '../law/law.dto.js';
import { LawService } from '../law/law.service.js';
import type { UnitSummary } from '../units/unit.dto.js';
import { UnitsService } from '../units/units.service.js';
import type { GuidanceFrameworkDto, MaturityDto, MaturityQuery, MaturityRequest } from './guidance.dto.js';
import { GuidanceRepository, type FrameworkRecord } from './guidance.repository.js';
import { countByLevel, latestAnswers } from './maturity.js';

/** Frameworks of guidance, and how units see themselves by them. */
@Injectable()
export class GuidanceService {
  constructor(
    private readonly repository: GuidanceRepository,
    private readonly law: LawService,
    private readonly units: UnitsService,
    private readonly dataSets: DataSetsService,
    private readonly access: AccessService,
    private readonly scope: RowScope,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem GUIDANCE_FRAMEWORK_NOT_FOUND */
  async framework(code: string): Promise<GuidanceFrameworkDto> {
    const record = await this.record(code);
    const references = [...record.groups, ...record.activities].flatMap(({ legalBasis }) => legalBasis);
    return frameworkDto(record, await this.law.bases([...new Set(references)]));
  }

  /** @throws Problem GUIDANCE_FRAMEWORK_NOT_FOUND, UNIT_NOT_FOUND */
  async maturity(code: string, { unit, dataSet }: MaturityQuery): Promise<MaturityDto> {
    const [{ criteria }, { nameVi, nameEn }] = await Promise.all([this.record(code), this.unit(unit)]);
    const answers = await this.repository.answers(code, unit, dataSet);
    const items = latestAnswers(criteria, await this.scope.seen(answers, () => [unit]));
    const sample = await this.isSample(dataSet);
    return {
      dataSet,
      sample,
      framework: code,
      unitId: unit,
      nameVi,
      nameEn,
      levels: countByLevel(items),
      items,
    };
  }

  /** The same by the framework that was presented last; null where none is loaded. */
  async latestMaturity(unit: string, dataSet: string): Promise<MaturityDto | null> {
    const code = await this.repository.latestCode();
    return code === null ? null : this.maturity(code, { unit, dataSet });
  }

  /**
   * Records how a unit sees itself; earlier answers stay as its history.
   *
   * @throws Problem GUIDANCE_FRAMEWORK_NOT_FOUND, UNIT_NOT_FOUND, DATA_SET_NOT_FOUND, DAY_AHEAD,
   * CRITERION_UNKNOWN, OTHER_UNIT
   */
  async assess(code: string, request: MaturityRequest, actor: string): Promise<MaturityDto> {
    const { unit, dataSet, assessedOn, answers } = request;
    await this.access.require('maturity.record', unit);
    const { criteria } = await this.record(code);
    await this.unit(unit);
    const known = await this.dataSets.list();
    if (!known.some((set) => set.code === dataSet)) throw notFound('DATA_SET', dataSet);
    if (assessedOn > today()) {
      throw new Problem(422, 'DAY_AHEAD', 'The day has not come', `${assessedOn} is to come.`);
    }
    refuseUnknown(
      answers.map(({ criterion }) => criterion),
      criteria.map((criterion) => criterion.code),
    );
    const rows = answers.map(({ criterion, met, evidence }) => ({
      dataSet,
      frameworkCode: code,
      criterionCode: criterion,
      unitId: unit,
      met,
      evidence: evidence ?? null,
      assessedOn,
      writtenBy: actor,
    }));
    await this.repository.together(async (manager) => {
      await this.repository.append(rows, manager);
      const met = Object.fromEntries(rows.map((row) => [row.criterionCode, row.met]));
      const after = { assessedOn, met, dataSet };
      await this.audit.record(
        { action: 'maturity.record', object: `guidance:${code}`, unitId: unit, after },
        manager,
      );
    });
    return this.maturity(code, { unit, dataSet });
  }

  private async record(code: string): Promise<FrameworkRecord> {
    const record = await this.repository.record(code);
    if (record === null) throw notFound('GUIDANCE_FRAMEWORK', code);
    return record;
  }

  private async unit(id: string): Promise<UnitSummary> {
    const unit = (await this.units.summaries([id], today())).get(id);
    if (unit === undefined) throw notFound('UNIT', id);
    return unit;
  }

  private async isSample(dataSet: string): Promise<boolean> {
    if (dataSet === OFFICIAL) return false;
    return (await this.dataSets.list()).find(({ code }) => code === dataSet)?.sample ?? true;
  }
}

/** @throws Problem CRITERION_UNKNOWN with every code that is unknown or stands twice */
function refuseUnknown(asked: readonly string[], known: readonly string[]): void {
  const faults = asked.flatMap((code, at) => {
    if (known.includes(code) && asked.indexOf(code) === at) return [];
    const message = known.includes(code) ? `${code} is answered twice` : `no criterion ${code}`;
    return [{ code: 'FIELD_INVALID', path: `answers.${at}.criterion`, message }];
  });
  if (faults.length === 0) return;
  throw new Problem(422, 'CRITERION_UNKNOWN', 'A criterion is unknown or answered twice', undefined, faults);
}

function frameworkDto(
  { framework, groups, activities, levels, criteria }: FrameworkRecord,
  known: ReadonlyMap<string, LegalBasisDto>,
): GuidanceFrameworkDto {
  const bases = (references: readonly string[]) => references.flatMap((one) => known.get(one) ?? []);
  const { documentId, ...own } = framework;
  return {
    ...own,
    document: documentId,
    groups: groups.map((group) => ({
      code: group.code,
      nameVi: group.nameVi,
      nameEn: group.nameEn,
      basisPrinted: group.basisPrinted,
      bases: bases(group.legalBasis),
      activities: activities
        .filter(({ groupCode }) => groupCode === group.code)
        .map(({ frameworkCode: _f, groupCode: _g, position: _p, legalBasis, appliesTo, ...activity }) => ({
          ...activity,
          appliesTo: appliesTo as GuidanceFrameworkDto['groups'][number]['activities'][number]['appliesTo'],
          bases: bases(legalBasis),
        })),
    })),
    levels: levels.map(({ frameworkCode: _, ...level }) => ({
      ...level,
      criteria: criteria
        .filter((criterion) => criterion.level === level.level)
        .map(({ code, textVi, textEn, textCheck }) => ({ code, textVi, textEn, textCheck })),
    })),
  };
}
