import { weightsOf, type Problem as EngineProblem } from '@dti-monitor/scoring';
import { schemaFaults, type DocumentPath } from '../../../platform/documents/schema-faults.js';
import { elementsOfLeaf, scoringFramework } from '../scoring-framework.js';
import { engineLocator, keysOf } from './document-paths.js';
import { rowsOf } from './document-rows.js';
import type { FrameworkDocument, NodeDocument } from './framework-document.js';
import { isCircular } from './circular.js';

/** What is wrong with a framework document, and where in it. */
export interface DocumentFault {
  readonly code: string;
  readonly path: DocumentPath;
  readonly message: string;
}

/** What a document may refer to. */
export interface KnownThings {
  /** Type of value of each data element that there is. */
  readonly elements: ReadonlyMap<string, string>;
  /** References to law that lead nowhere. */
  readonly unknownReferences: ReadonlySet<string>;
}

/**
 * Everything that is wrong with a framework document: its shape, what the engine says of the tree and its
 * rules, data elements and clauses that there are not. What can only be looked at once something else is in
 * order is told of when that is.
 */
export function documentFaults(document: unknown, known: KnownThings): readonly DocumentFault[] {
  if (isCircular(document)) {
    return [{ code: 'DOCUMENT_CIRCULAR', path: [], message: 'a part of it contains itself' }];
  }
  const shape = schemaFaults('framework.schema.json', document) ?? [];
  if (shape.length > 0)
    return shape.map(({ path, message }) => ({ code: 'FRAMEWORK_VALUE_INVALID', path, message }));
  const sound = document as FrameworkDocument;
  return [...engineFaults(sound), ...elementFaults(sound, known), ...referenceFaults(sound, known)];
}

function engineFaults(document: FrameworkDocument): readonly DocumentFault[] {
  const rows = rowsOf(document);
  if (!rows.ok) return rows.problems.map((problem) => told(problem, keysOf(problem.path)));
  const { version, nodes } = rows.value;
  const doubled = doubledCodes(document);
  // In a tree with doubled codes nobody knows which node is meant.
  if (doubled.length > 0) return doubled;
  const weights = weightsOf(scoringFramework(version, nodes));
  if (weights.ok) return [];
  const locate = engineLocator(document);
  return weights.problems.map((problem) => told(problem, locate(problem.path)));
}

function doubledCodes(document: FrameworkDocument): readonly DocumentFault[] {
  const seen = new Set<string>();
  return places(document).flatMap(({ node, path }) => {
    const isNew = !seen.has(node.code);
    seen.add(node.code);
    const message = `the code ${node.code} stands more than once`;
    return isNew ? [] : [{ code: 'NODE_CODE_DOUBLED', path: [...path, 'code'], message }];
  });
}

function told({ code, params }: EngineProblem, path: DocumentPath): DocumentFault {
  const message = Object.entries(params)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
  return { code, path, message };
}

function elementFaults(document: FrameworkDocument, { elements }: KnownThings): readonly DocumentFault[] {
  const types = new Map([
    ...elements,
    ...(document.data_elements ?? []).map((element) => [element.code, element.value_type] as const),
  ]);
  const check = (code: string, path: DocumentPath, isNumber: boolean): readonly DocumentFault[] => {
    const type = types.get(code);
    if (type === undefined)
      return [{ code: 'DATA_ELEMENT_UNKNOWN', path, message: `there is no data element ${code}` }];
    if (!isNumber || type !== 'code') return [];
    return [{ code: 'DATA_ELEMENT_NOT_A_NUMBER', path, message: `${code} holds words, no numbers` }];
  };
  const ofLeaves = places(document).flatMap(({ node, path }) =>
    leafElements(node).flatMap((code) =>
      check(code, [...path, node.element === undefined ? 'formula' : 'element'], true),
    ),
  );
  const { total, rank, group, checks = [] } = document.published ?? {};
  const ofPublished = Object.entries({ total, rank, group }).flatMap(([key, code]) =>
    code === undefined ? [] : check(code, ['published', key], false),
  );
  const ofChecks = checks.flatMap((code, at) => check(code, ['published', 'checks', at], false));
  return [...ofLeaves, ...ofPublished, ...ofChecks];
}

function leafElements(node: NodeDocument): readonly string[] {
  const rows = rowsOf({ ...BARE, tree: node });
  const [leaf] = rows.ok ? rows.value.nodes : [];
  return leaf === undefined || node.children !== undefined ? [] : elementsOfLeaf(leaf);
}

/** A document of which only the tree is looked at. */
const BARE: Omit<FrameworkDocument, 'tree'> = {
  code: 'x',
  index: 'x',
  level: 'nation',
  name: { vi: '', en: '' },
  version: '',
  legal_basis: '',
  periods: { from: '' },
  status: 'draft',
  source: [],
  confidence: '',
  method: {},
};

function referenceFaults(
  document: FrameworkDocument,
  { unknownReferences }: KnownThings,
): readonly DocumentFault[] {
  return referencesOf(document)
    .filter(({ reference }) => unknownReferences.has(reference))
    .map(({ reference, path }) => ({
      code: 'LEGAL_BASIS_UNKNOWN',
      path,
      message: `${reference} leads to no document or clause that is held`,
    }));
}

/** Every reference to law, and where it stands. */
export function referencesOf(
  document: FrameworkDocument,
): readonly { readonly reference: string; readonly path: DocumentPath }[] {
  const listed = (basis: unknown, path: DocumentPath) =>
    Array.isArray(basis)
      ? (basis as readonly string[]).map((reference, at) => ({ reference, path: [...path, at] }))
      : [];
  return [
    ...listed(document.legal_basis, ['legal_basis']),
    ...places(document).flatMap(({ node, path }) => listed(node.legal_basis, [...path, 'legal_basis'])),
  ];
}

/** Nodes with their places in the document, parents before children. */
function places(document: FrameworkDocument): readonly { node: NodeDocument; path: DocumentPath }[] {
  const below = (
    node: NodeDocument,
    path: DocumentPath,
  ): readonly { node: NodeDocument; path: DocumentPath }[] => [
    { node, path },
    ...(node.children ?? []).flatMap((child, at) => below(child, [...path, 'children', at])),
  ];
  return below(document.tree, ['tree']);
}
