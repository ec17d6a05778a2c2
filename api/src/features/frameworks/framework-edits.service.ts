import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log.js';
import { today } from '../../platform/clock.js';
import { notFound, Problem } from '../../platform/http/problem.js';
import { ObservationsService } from '../observations/observations.service.js';
import type { DocumentFault } from './document/document-faults.js';
import { copyDocument, withNode } from './document/edited-document.js';
import type { FrameworkDocument } from './document/framework-document.js';
import { elementRow } from './document/element-document.js';
import { FrameworkDocumentsService } from './framework-documents.service.js';
import type { FrameworkEvent } from './framework.entity.js';
import { FrameworkStoreService, type Saved, type Writing } from './framework-store.service.js';
import { FrameworksRepository } from './frameworks.repository.js';
import { transitionRefusal } from './life/framework-life.js';
import type {
  CopyRequest,
  EditRequest,
  FrameworkEventDto,
  NodePatch,
  TransitionRequest,
} from './life/framework-life.dto.js';

/** What people do to framework versions: load, copy, edit, approve, put into use, retire. */
@Injectable()
export class FrameworkEditsService {
  constructor(
    private readonly repository: FrameworksRepository,
    private readonly store: FrameworkStoreService,
    private readonly documents: FrameworkDocumentsService,
    private readonly observations: ObservationsService,
    private readonly audit: AuditLog,
  ) {}

  /** What happened to a version, the newest first. @throws Problem FRAMEWORK_VERSION_NOT_FOUND */
  async events(code: string): Promise<FrameworkEventDto[]> {
    if ((await this.repository.version(code)) === null) throw notFound('FRAMEWORK_VERSION', code);
    return (await this.repository.events(code)).map(eventDto);
  }

  /**
   * Loads a framework of a file with the data elements that it brings; all of it, or nothing.
   * @throws Problem FRAMEWORK_FILE_INVALID, FRAMEWORK_VERSION_IN_USE, FRAMEWORK_VERSION_NOT_DRAFT
   */
  async load(document: unknown, decision: Decision): Promise<Saved> {
    const faults = await this.documents.faults(document);
    if (faults.length > 0) throw invalidFramework(faults);
    return this.save(document as FrameworkDocument, decision);
  }

  /** @throws Problem FRAMEWORK_VERSION_NOT_FOUND, FRAMEWORK_VERSION_EXISTS */
  async copy(code: string, request: CopyRequest, writtenBy: string): Promise<void> {
    const original = await this.documents.document(code);
    if ((await this.repository.version(request.code)) !== null) {
      throw new Problem(
        409,
        'FRAMEWORK_VERSION_EXISTS',
        'There is a framework version of this code',
        request.code,
      );
    }
    await this.load(copyDocument(original, request), { ...request, writtenBy });
  }

  /** Puts a whole document in place of that of a draft. @throws Problem as `load`, FRAMEWORK_CODE_DIFFERS */
  async replace(code: string, request: EditRequest, writtenBy: string): Promise<Saved> {
    await this.draft(code);
    const { document } = request;
    if (document['code'] !== code) {
      throw new Problem(
        422,
        'FRAMEWORK_CODE_DIFFERS',
        'The document has another code than the version that it is for',
        `${code}: a new code is a copy.`,
      );
    }
    return this.load(document, { ...request, writtenBy });
  }

  /** @throws Problem FRAMEWORK_VERSION_NOT_FOUND, FRAMEWORK_NODE_NOT_FOUND, and as `load` */
  async editNode(code: string, node: string, request: NodePatch, writtenBy: string): Promise<Saved> {
    const edited = withNode(await this.draft(code), node, request);
    if (edited === null) throw notFound('FRAMEWORK_NODE', node);
    return this.load(edited, { ...request, writtenBy });
  }

  /**
   * Moves a version on in its life. What is approved or put into use is checked again first.
   * @throws Problem FRAMEWORK_VERSION_NOT_FOUND, FRAMEWORK_TRANSITION_REFUSED, FRAMEWORK_FILE_INVALID
   */
  async move(code: string, request: TransitionRequest, writtenBy: string): Promise<void> {
    const faults = await this.documents.faults(await this.documents.document(code));
    await this.repository.exclusively(async (manager) => {
      const version = await this.repository.version(code, manager);
      if (version === null) throw notFound('FRAMEWORK_VERSION', code);
      const { status: from } = version;
      const { to, author, reason, day = today() } = request;
      const refusal = transitionRefusal(from, to);
      if (refusal !== null) {
        throw new Problem(
          409,
          'FRAMEWORK_TRANSITION_REFUSED',
          'A version goes from draft to approved, in use and retired, one step at a time',
          `${code} is ${from}.`,
          [{ code: refusal, path: 'body.to', message: `${from} to ${to}` }],
        );
      }
      if (to !== 'retired' && faults.length > 0) throw invalidFramework(faults);
      await this.repository.setStatus(
        { code, status: to, statusReasonVi: reason, statusReasonEn: reason },
        manager,
      );
      const about = { frameworkVersion: code, author, reason, day, writtenBy };
      await this.repository.addEvent(
        { ...about, kind: 'transition', fromStatus: from, toStatus: to, changes: [] },
        manager,
      );
      await this.audit.record(
        {
          action: 'framework.transition',
          object: `framework:${code}`,
          before: { status: from },
          after: { status: to, day, reason },
        },
        manager,
      );
    });
  }

  /** The document of a version that can be edited. @throws Problem FRAMEWORK_VERSION_NOT_DRAFT */
  private async draft(code: string): Promise<FrameworkDocument> {
    const document = await this.documents.document(code);
    if (document.status !== 'draft') {
      throw new Problem(
        409,
        'FRAMEWORK_VERSION_NOT_DRAFT',
        'Only a draft can be edited',
        `${code} is ${document.status}: make a copy of it.`,
      );
    }
    return document;
  }

  private async save(document: FrameworkDocument, { author, reason, writtenBy }: Decision): Promise<Saved> {
    const writing: Writing = { author, reason, writtenBy, isReferenceData: false };
    return this.repository.exclusively(async (manager) => {
      const brought = (document.data_elements ?? []).map(elementRow);
      await this.observations.addElements(brought, manager);
      const saved = await this.store.save(document, writing, manager);
      // Node by node the change is in the framework's own history, which is append-only too.
      const after = { saved, dataElements: brought.length, reason };
      await this.audit.record(
        { action: 'framework.draft', object: `framework:${document.code}`, after },
        manager,
      );
      return saved;
    });
  }
}

/** Who decides, why, and by which way it comes in. */
export interface Decision {
  readonly author: string;
  readonly reason: string | null;
  readonly writtenBy: string;
}

/** Every fault with its place in the document, as `/tree/children/0/weight`. */
export function invalidFramework(faults: readonly DocumentFault[]): Problem {
  return new Problem(
    422,
    'FRAMEWORK_FILE_INVALID',
    'The framework has faults; nothing was stored',
    undefined,
    faults.map(({ code, path, message }) => ({
      code,
      path: path.map((part) => `/${part}`).join('') || '/',
      message,
    })),
  );
}

function eventDto(event: FrameworkEvent): FrameworkEventDto {
  const { frameworkVersion: _, writtenAt, changes, ...own } = event;
  return {
    ...own,
    changes: changes as FrameworkEventDto['changes'],
    writtenAt: writtenAt.toISOString(),
  };
}
