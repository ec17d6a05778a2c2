import { Injectable } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import { asSystem, currentActor } from '../../platform/access/request-context.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import type { Page } from '../../platform/http/page.js';
import { Problem } from '../../platform/http/problem.js';
import { dayOf, mainUnitOf, unitsOf } from './rules/consequences.js';
import { unitOf } from './rules/world.js';
import { UnitChangeBasisService } from './unit-change-basis.service.js';
import { judge, type Judged, spokenOf } from './unit-change-judgement.js';
import { previewDto } from './unit-change-preview.js';
import type { UnitChangeApply, UnitChangeRequest } from './unit-change-request.dto.js';
import type { UnitChangeEntryDto, UnitChangePreviewDto, UnitChangeQuery } from './unit-change.dto.js';
import { entryDto, rowDto } from './unit-change.mapper.js';
import { UnitChangesRepository } from './unit-changes.repository.js';
import { UnitReachRepository } from './unit-reach.repository.js';

const ACTION = 'unit.change';

/** Changes of units by the operator: previewed, then entered with a reason; never undone in silence. */
@Injectable()
export class UnitChangesService {
  constructor(
    private readonly repository: UnitChangesRepository,
    private readonly reach: UnitReachRepository,
    private readonly bases: UnitChangeBasisService,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
  ) {}

  /** Changes that were entered, the newest first. */
  async list(query: UnitChangeQuery): Promise<Page<UnitChangeEntryDto>> {
    await this.access.require(ACTION, null);
    const [[changes, total], { world }] = await Promise.all([
      this.repository.page(query),
      this.repository.known(),
    ]);
    const on = today();
    const { page, size } = query;
    return { items: changes.map((change) => entryDto(change, world, on)), total, page, size };
  }

  /** What would be. @throws Problem UNIT_CHANGE_REFUSED with everything that speaks against it */
  async preview(change: UnitChangeRequest): Promise<UnitChangePreviewDto> {
    await this.access.require(ACTION, null);
    const judged = await this.loggingRefusal(change, async () =>
      judge(change, await this.repository.known(), await this.bases.of(change), ''),
    );
    const preview = await this.told(change, judged);
    await this.audit.record({
      action: ACTION,
      object: `unit:${preview.unitId}`,
      unitId: preview.unitId,
      after: { previewed: change.kind, digest: judged.digest },
    });
    return preview;
  }

  /**
   * Enters what was previewed.
   * @throws Problem UNIT_CHANGE_REFUSED; UNIT_CHANGE_STALE when it is no longer what was previewed
   */
  async apply({ change, digest, reason }: UnitChangeApply): Promise<UnitChangeEntryDto> {
    await this.access.require(ACTION, null);
    return this.loggingRefusal(change, async () => {
      const basis = await this.bases.of(change);
      return this.repository.exclusively(async (manager) => {
        const judged = judge(change, await this.repository.known(manager), basis, 'change.');
        const { steps } = judged;
        if (judged.digest !== digest) throw stale();
        const unitId = mainUnitOf(change, steps);
        if (!(await this.repository.write(steps, manager))) throw stale();
        const entered = await this.repository.append(
          {
            kind: change.kind,
            unitId,
            unitIds: [...new Set([unitId, ...unitsOf(steps)])],
            effectiveDate: dayOf(change),
            content: change,
            steps,
            legalBasisReference: basis.reference,
            legalBasis: basis.text,
            reason,
            digest,
            recordedBy: currentActor(),
          },
          manager,
        );
        const rows = steps.map(rowDto);
        await this.audit.record(
          {
            action: ACTION,
            object: `unit-change:${entered.id}`,
            unitId,
            before: rows.map(({ table, unitId: of, before }) => ({ table, unitId: of, row: before })),
            after: rows.map(({ table, unitId: of, after }) => ({ table, unitId: of, row: after })),
          },
          manager,
        );
        return entryDto(entered, judged.after, today());
      });
    });
  }

  private async told(change: UnitChangeRequest, judged: Judged): Promise<UnitChangePreviewDto> {
    const { after, steps } = judged;
    const on = today();
    const day = dayOf(change) ?? on;
    const touchedIds = unitsOf(steps);
    const levels = [...new Set(touchedIds.flatMap((id) => unitOf(after, id)?.level ?? []))];
    // The operator counts what is stored of units and may see none of it.
    const [people, touched] = await asSystem('unit-changes', () =>
      Promise.all([
        this.reach.people(spokenOf(judged, day), day),
        this.reach.touched(touchedIds, levels, day),
      ]),
    );
    return previewDto(change, judged, { people, touched, on });
  }

  /** What is refused is in the trail, and nothing else has happened. */
  private async loggingRefusal<T>(change: UnitChangeRequest, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem) {
        const codes = [error.code, ...new Set(error.errors.map(({ code }) => code))];
        await this.audit.record({
          action: ACTION,
          object: 'unit-change',
          after: { kind: change.kind, effectiveDate: dayOf(change), codes },
          outcome: 'refused',
        });
      }
      throw error;
    }
  }
}

function stale(): Problem {
  return new Problem(409, 'UNIT_CHANGE_STALE', 'Units have changed since the preview', 'Preview it again.');
}
