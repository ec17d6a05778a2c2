import { Injectable } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { ACTIONS } from '../../platform/access/permission-table.js';
import { today } from '../../platform/clock.js';
import type { Page } from '../../platform/http/page.js';
import type { UnitSummary } from '../units/unit.dto.js';
import { UnitsService } from '../units/units.service.js';
import { actionWords, PRODUCT_ACTION_CODES } from './action-words.js';
import { auditLines, type AuditFileKind } from './audit-file.js';
import { AuditEventsRepository, type NamedEvent } from './audit-events.repository.js';
import type { AuditActionDto, AuditEventDto, AuditFilters, AuditQuery } from './audit.dto.js';
import { eventHash } from './chain.js';

/** Reads the trail for those who audit. Each reading is in the trail itself, once. */
@Injectable()
export class AuditEventsService {
  constructor(
    private readonly repository: AuditEventsRepository,
    private readonly access: AccessService,
    private readonly audit: AuditLog,
    private readonly units: UnitsService,
  ) {}

  async page({ page, size, ...filters }: AuditQuery): Promise<Page<AuditEventDto>> {
    this.access.requireAny('audit.read');
    const [events, total] = await this.repository.page(filters, page, size);
    const ids = events.flatMap(({ unitId, roleUnitId }) => [unitId, roleUnitId]).filter((id) => id !== null);
    const names = await this.units.summaries([...new Set(ids)], today());
    await this.recordReading({ ...filters, page });
    return { items: events.map((event) => eventDto(event, names)), total, page, size };
  }

  /** The events that fit, as parts of a file; memory does not grow with their number. */
  async file(filters: AuditFilters, kind: AuditFileKind): Promise<AsyncGenerator<string>> {
    this.access.requireAny('audit.read');
    const upTo = await this.repository.lastNumber();
    await this.recordReading({ ...filters, file: kind });
    return auditLines(this.repository.inOrder(filters, upTo), kind);
  }

  /** Every action that the trail may hold, in words. */
  actions(): AuditActionDto[] {
    this.access.requireAny('audit.read');
    return [...ACTIONS, ...PRODUCT_ACTION_CODES].map((code) => {
      const { vi, en } = actionWords(code);
      return { code, nameVi: vi, nameEn: en };
    });
  }

  private async recordReading(asked: object): Promise<void> {
    await this.audit.record({ action: 'audit.read', object: 'audit', after: asked });
  }
}

function eventDto(event: NamedEvent, names: ReadonlyMap<string, UnitSummary>): AuditEventDto {
  const { before, after, previousHash: _, outcome, ...own } = event;
  const words = actionWords(event.action);
  const [unit, roleUnit] = [event.unitId, event.roleUnitId].map((id) => names.get(id ?? ''));
  return {
    ...own,
    outcome: outcome === 'refused' ? 'refused' : 'done',
    actionVi: words.vi,
    actionEn: words.en,
    roleUnitNameVi: roleUnit?.nameVi ?? null,
    roleUnitNameEn: roleUnit?.nameEn ?? null,
    unitNameVi: unit?.nameVi ?? null,
    unitNameEn: unit?.nameEn ?? null,
    before: before === null ? null : (JSON.parse(before) as unknown),
    after: after === null ? null : (JSON.parse(after) as unknown),
    intact: eventHash(event) === event.hash,
  };
}
