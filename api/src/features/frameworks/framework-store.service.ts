import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { today } from '../../platform/clock.js';
import { Problem } from '../../platform/http/problem.js';
import { frameworkChanges, type FrameworkChange } from './compare/framework-changes.js';
import { changesWhatScores } from './compare/scoring-changes.js';
import { rowsOf, type FrameworkRows } from './document/document-rows.js';
import type { FrameworkDocument } from './document/framework-document.js';
import { documentOf } from './document/rows-document.js';
import type { FrameworkStatus, FrameworkVersion } from './framework.entity.js';
import { isForward } from './life/framework-life.js';
import { FrameworksRepository } from './frameworks.repository.js';

/** Who writes a version down, and what for. */
export interface Writing {
  readonly writtenBy: string;
  readonly author: string;
  readonly reason: string | null;
  /** The reference data may correct what a version in use tells, never what it scores by. */
  readonly isReferenceData: boolean;
}

export type Saved = 'created' | 'edited' | 'corrected' | 'unchanged' | 'kept';

/** Writes framework documents into tables, within the caller's transaction. */
@Injectable()
export class FrameworkStoreService {
  constructor(private readonly repository: FrameworksRepository) {}

  /**
   * Stores a document that has been checked. What is there already is changed if it is a draft that nothing
   * was scored by; what people have edited or moved on since is left to them.
   *
   * @throws Problem FRAMEWORK_VERSION_IN_USE, FRAMEWORK_VERSION_NOT_DRAFT
   */
  async save(document: FrameworkDocument, writing: Writing, manager: EntityManager): Promise<Saved> {
    const rows = rowsOrRefusal(document);
    const stored = await this.repository.version(document.code, manager);
    if (stored === null) return this.create(rows, writing, manager);
    if (writing.isReferenceData && (await this.repository.isOfOperator(document.code, manager)))
      return 'kept';
    const nodes = await this.repository.nodes(document.code, manager);
    const after = { ...rows, version: await this.withStatus(stored, rows, writing, manager) };
    const changes = frameworkChanges(documentOf(stored, nodes), documentOf(after.version, after.nodes));
    if (changes.length === 0) return 'unchanged';
    return this.change(stored, after, changes, writing, manager);
  }

  private async create(rows: FrameworkRows, writing: Writing, manager: EntityManager): Promise<'created'> {
    await this.repository.insert(rows, manager);
    const { code, status } = rows.version;
    await this.repository.addEvent(
      { ...eventOf(code, writing), kind: 'created', fromStatus: null, toStatus: status, changes: [] },
      manager,
    );
    return 'created';
  }

  private async change(
    stored: FrameworkVersion,
    rows: FrameworkRows,
    changes: readonly FrameworkChange[],
    writing: Writing,
    manager: EntityManager,
  ): Promise<'edited' | 'corrected'> {
    const { code, status } = stored;
    const isOpen = status === 'draft' && !(await this.repository.isFrozen(code, manager));
    if (!isOpen && !writing.isReferenceData) throw status === 'draft' ? inUse(code) : notDraft(code, status);
    if (!isOpen && changesWhatScores(changes)) throw inUse(code);
    if (isOpen) await this.repository.replace(rows, manager);
    else await this.repository.correctWords(rows, manager);
    const kind = isOpen ? 'edited' : 'corrected';
    const statuses = { fromStatus: status, toStatus: rows.version.status };
    await this.repository.addEvent(
      { ...eventOf(code, writing), kind, ...statuses, changes: [...changes] },
      manager,
    );
    return kind;
  }

  /** Where a version is in its life is said by its transitions; a file may only move on one that has none. */
  private async withStatus(
    stored: FrameworkVersion,
    { version }: FrameworkRows,
    { isReferenceData }: Writing,
    manager: EntityManager,
  ): Promise<FrameworkRows['version']> {
    const moves =
      isReferenceData &&
      isForward(stored.status, version.status) &&
      !(await this.repository.hasTransitions(stored.code, manager));
    if (moves || stored.status === version.status) return version;
    const { status, statusReasonVi, statusReasonEn } = stored;
    return { ...version, status, statusReasonVi, statusReasonEn };
  }
}

function eventOf(frameworkVersion: string, { writtenBy, author, reason }: Writing) {
  return { frameworkVersion, author, reason, day: today(), writtenBy };
}

function rowsOrRefusal(document: FrameworkDocument): FrameworkRows {
  const rows = rowsOf(document);
  if (rows.ok) return rows.value;
  const faults = rows.problems.map(({ code, path, params }) => ({
    code,
    path,
    message: JSON.stringify(params),
  }));
  throw new Problem(422, 'FRAMEWORK_FILE_INVALID', 'The framework has faults', document.code, faults);
}

function inUse(code: string): Problem {
  return new Problem(
    409,
    'FRAMEWORK_VERSION_IN_USE',
    'A framework version that is in use, or that an assessment has used, cannot change',
    `${code}: give the changed method a code of its own.`,
  );
}

function notDraft(code: string, status: FrameworkStatus): Problem {
  return new Problem(
    409,
    'FRAMEWORK_VERSION_NOT_DRAFT',
    'Only a draft can be edited',
    `${code} is ${status}: make a copy of it.`,
  );
}
