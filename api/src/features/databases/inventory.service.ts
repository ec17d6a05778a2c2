import { Injectable } from '@nestjs/common';
import { AccessService } from '../../platform/access/access.service.js';
import { RowScope } from '../../platform/access/row-scope.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { DatabaseReferenceService } from './database-reference.service.js';
import { allowedActions, INVENTORY_RULES, nextState, stateAfter } from './inventory-flow.js';
import { stepFaults } from './inventory-rules.js';
import type { FindingDto, InventoryDto, StepRequest } from './inventory.dto.js';
import type { DatabaseFinding, DatabaseInventoryStep } from './inventory.entity.js';
import { InventoryRepository } from './inventory.repository.js';
import { databaseClosed } from './entry-closed.js';
import { inventorySummary } from './register.mapper.js';
import { RegisterRepository } from './register.repository.js';

/** The yearly inventory of a database: self-assessments, and the way of its report. */
@Injectable()
export class InventoryService {
  constructor(
    private readonly repository: InventoryRepository,
    private readonly register: RegisterRepository,
    private readonly words: DatabaseReferenceService,
    private readonly access: AccessService,
    private readonly scope: RowScope,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Problem DATABASE_NOT_FOUND */
  async detail(databaseId: string, period: string): Promise<InventoryDto> {
    const database = await this.register.database(databaseId);
    if (database === null) throw notFound('DATABASE', databaseId);
    const [stored, versions, { assessmentAspects }, sample] = await Promise.all([
      this.repository.steps(databaseId, period),
      this.register.versions(databaseId),
      this.words.terms(),
      this.words.isSample(database.dataSet),
    ]);
    const steps = await this.scope.seen(stored, () => [database.unitId]);
    const findings = await this.repository.findings(steps.map(({ id }) => id));
    const actions = steps.map(({ action }) => action);
    const sent = steps.filter(({ action }) => action === 'send').map(({ doneOn }) => doneOn);
    return {
      ...inventorySummary(period, actions, sent.sort()[0] ?? null),
      databaseId,
      dataSet: database.dataSet,
      sample,
      allowed: versions[0]?.state === 'open' ? [...allowedActions(stateAfter(actions))] : [],
      steps: steps.map(stepDto),
      findings: assessmentAspects.map(({ code, parent }) => ({
        assessment: parent ?? '',
        aspect: code,
        reported: latestFinding(code, 'assess', steps, findings),
        verified: latestFinding(code, 'verify', steps, findings),
      })),
    };
  }

  /**
   * Takes the next step of an inventory. Reported and verified findings are both kept.
   * @throws Problem DATABASE_NOT_FOUND, DATABASE_CLOSED, PERIOD_AHEAD, INVENTORY_STEP_NOT_ALLOWED (409),
   *   INVENTORY_STEP_REFUSED with each fault
   */
  async step(databaseId: string, period: string, request: StepRequest, actor: string): Promise<InventoryDto> {
    const database = await this.register.database(databaseId);
    if (database === null) throw notFound('DATABASE', databaseId);
    await this.access.require('database.inventory', database.unitId);
    if (period > today().slice(0, 4))
      throw new Problem(422, 'PERIOD_AHEAD', 'The year has not begun', period);
    const { assessmentAspects } = await this.words.terms();
    await this.repository.exclusively(databaseId, async (manager) => {
      const [latest] = await this.register.versions(databaseId, manager);
      if (latest?.state !== 'open') throw databaseClosed();
      const steps = await this.repository.steps(databaseId, period, manager);
      refuseUnallowed(steps, request);
      refuseFaults(
        stepFaults(request, {
          period,
          today: today(),
          previousOn: steps.at(-1)?.doneOn ?? null,
          aspects: assessmentAspects.map(({ code }) => code),
        }),
      );
      const { step, findings } = rowsOf(request);
      await this.repository.add(
        { ...step, dataSet: database.dataSet, databaseId, period, writtenBy: actor },
        findings,
        manager,
      );
      await this.audit.record(
        {
          action: 'database.inventory',
          object: `database:${databaseId}/${period}`,
          unitId: database.unitId,
          before: { state: stateAfter(steps.map(({ action }) => action)) },
          after: { step: step.action, doneOn: step.doneOn, findings: findings.length },
        },
        manager,
      );
    });
    return this.detail(databaseId, period);
  }
}

/** A step and its findings as rows, with nothing where nothing was said. */
function rowsOf({ findings = [], ...step }: StepRequest) {
  return {
    step: {
      ...step,
      reference: step.reference ?? null,
      note: step.note ?? null,
      reason: step.reason ?? null,
    },
    findings: findings.map((finding) => ({
      ...finding,
      figure: finding.figure ?? null,
      figureUnit: finding.figureUnit ?? null,
      note: finding.note ?? null,
    })),
  };
}

function refuseUnallowed(steps: readonly DatabaseInventoryStep[], { action }: StepRequest): void {
  const state = stateAfter(steps.map((step) => step.action));
  if (nextState(state, action) !== null) return;
  throw new Problem(
    409,
    'INVENTORY_STEP_NOT_ALLOWED',
    'The inventory is not at this step',
    `It is "${state}"; allowed: ${allowedActions(state).join(', ') || 'none'}.`,
  );
}

function refuseFaults(faults: ReturnType<typeof stepFaults>): void {
  if (faults.length === 0) return;
  throw new Problem(
    422,
    'INVENTORY_STEP_REFUSED',
    'The step has faults; nothing was stored',
    undefined,
    faults,
  );
}

function stepDto(step: DatabaseInventoryStep): InventoryDto['steps'][number] {
  return {
    action: step.action,
    role: INVENTORY_RULES[step.action].role,
    actor: step.actor,
    doneOn: step.doneOn,
    reference: step.reference,
    note: step.note,
    reason: step.reason,
    writtenAt: step.writtenAt.toISOString(),
    writtenBy: step.writtenBy,
  };
}

/** Of the latest step of its kind; a verification of a report that was assessed again since is of the former. */
function latestFinding(
  aspect: string,
  action: 'assess' | 'verify',
  steps: readonly DatabaseInventoryStep[],
  findings: readonly DatabaseFinding[],
): FindingDto | null {
  const step = steps.findLast((one) => one.action === action);
  const found = findings.find((finding) => finding.stepId === step?.id && finding.aspect === aspect);
  if (found === undefined) return null;
  const { state, figure, figureUnit, note } = found;
  return { state, figure, figureUnit, note };
}
