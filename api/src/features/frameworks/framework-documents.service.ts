import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../platform/digest.js';
import { notFound } from '../../platform/http/problem.js';
import { LawService } from '../law/law.service.js';
import type { DataElement } from '../observations/observation.entity.js';
import { ObservationsService } from '../observations/observations.service.js';
import { documentFaults, referencesOf, type DocumentFault } from './document/document-faults.js';
import { rowsOf } from './document/document-rows.js';
import { elementDocument } from './document/element-document.js';
import type { ElementDocument, FrameworkDocument } from './document/framework-document.js';
import { documentOf } from './document/rows-document.js';
import { FrameworksRepository } from './frameworks.repository.js';
import { askedElements } from './scoring-framework.js';

/** Framework versions as documents: what is stored of them, and what is wrong with one. */
@Injectable()
export class FrameworkDocumentsService {
  constructor(
    private readonly repository: FrameworksRepository,
    private readonly observations: ObservationsService,
    private readonly law: LawService,
  ) {}

  /** The document of a stored version, without its data elements. @throws Problem FRAMEWORK_VERSION_NOT_FOUND */
  async document(code: string): Promise<FrameworkDocument> {
    const version = await this.repository.version(code);
    if (version === null) throw notFound('FRAMEWORK_VERSION', code);
    return documentOf(version, await this.repository.nodes(code));
  }

  /**
   * The same with the data elements that it asks for, so that it can be loaded where they are not known.
   * @throws Problem FRAMEWORK_VERSION_NOT_FOUND
   */
  async wholeDocument(code: string): Promise<FrameworkDocument> {
    const version = await this.repository.version(code);
    if (version === null) throw notFound('FRAMEWORK_VERSION', code);
    const nodes = await this.repository.nodes(code);
    const { totalElement, rankElement, groupElement, checkElements } = version;
    const published = [totalElement, rankElement, groupElement, ...checkElements];
    const asked = new Set([...askedElements({ totalElement: null }, nodes), ...published]);
    const elements = [...(await this.observations.elementsByCode()).values()].filter(({ code: own }) =>
      asked.has(own),
    );
    const { method, published: told, tree, ...head } = documentOf(version, nodes);
    return {
      ...head,
      data_elements: elements.map(elementDocument),
      method,
      ...(told === undefined ? {} : { published: told }),
      tree,
    };
  }

  /** A sound document in the words and the order in which it would be stored. */
  asStored(document: FrameworkDocument): FrameworkDocument {
    const rows = rowsOf(document);
    return rows.ok ? documentOf(rows.value.version, rows.value.nodes) : document;
  }

  /** Everything that is wrong with a document, held against the data elements and the law that there are. */
  async faults(document: unknown): Promise<readonly DocumentFault[]> {
    const elements = await this.observations.elementsByCode();
    const types = new Map([...elements.values()].map(({ code, valueType }) => [code, valueType] as const));
    // What has no sound shape has no references to look up.
    const shape = documentFaults(document, { elements: types, unknownReferences: new Set() });
    if (shape.some(({ code }) => code === 'FRAMEWORK_VALUE_INVALID' || code === 'DOCUMENT_CIRCULAR'))
      return shape;
    const sound = document as FrameworkDocument;
    const references = referencesOf(sound).map(({ reference }) => reference);
    const unknownReferences = new Set(await this.law.unknownReferences(references));
    return [
      ...documentFaults(sound, { elements: types, unknownReferences }),
      ...differing(sound.data_elements ?? [], elements),
    ];
  }
}

/** A data element that is there means what it means to everybody: a file may repeat it, not change it. */
function differing(
  brought: readonly ElementDocument[],
  known: ReadonlyMap<string, DataElement>,
): readonly DocumentFault[] {
  return brought.flatMap((element, at) => {
    const stored = known.get(element.code);
    if (stored === undefined || canonicalJson(elementDocument(stored)) === canonicalJson(element)) return [];
    const message = `${element.code} is known already, and otherwise: give it a code of its own`;
    return [{ code: 'DATA_ELEMENT_DIFFERS', path: ['data_elements', at], message }];
  });
}
