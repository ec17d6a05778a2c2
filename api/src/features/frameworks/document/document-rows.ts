import { frameworkOf, type FrameworkNode as ScoringNode, type Outcome } from '@dti-monitor/scoring';
import type { BandName, FrameworkNode, FrameworkVersion, NodeRules } from '../framework.entity.js';
import type { FrameworkDocument, LocalText, NodeDocument } from './framework-document.js';

/** A version without what only its history says. */
export type VersionRow = Omit<FrameworkVersion, 'createdAt'>;
export type NodeRow = Omit<FrameworkNode, 'id'>;

export interface FrameworkRows {
  readonly version: VersionRow;
  readonly nodes: readonly NodeRow[];
}

/**
 * The rows that a framework document is stored as: parents before children, rules in the engine's words.
 * @returns the rows, or every key that the engine has no meaning for
 */
export function rowsOf(document: FrameworkDocument): Outcome<FrameworkRows> {
  const framework = frameworkOf(document);
  if (!framework.ok) return framework;
  const { method, root } = framework.value;
  const nodes = flatten(document.tree, root, null, 0).map((flat, position) =>
    nodeRow(document, flat, position),
  );
  return { ok: true, value: { version: versionRow(document, method), nodes } };
}

function versionRow(document: FrameworkDocument, method: FrameworkVersion['method']): VersionRow {
  const { legal_basis: basis, published } = document;
  const bases = typeof basis === 'string' ? [] : [...basis];
  return {
    code: document.code,
    indexCode: document.index,
    version: document.version,
    level: document.level,
    nameVi: document.name.vi,
    nameEn: document.name.en,
    legalBasis: document.legal_basis_text ?? (typeof basis === 'string' ? basis : bases.join('; ')),
    legalBases: bases,
    issuedOn: document.issued ?? null,
    periodFrom: document.periods.from,
    periodTo: document.periods.to ?? null,
    status: document.status,
    ...local('statusReason', document.status_reason),
    ...local('proposedReason', document.proposed),
    author: document.author ?? null,
    changeReason: document.change_reason ?? null,
    copiedFrom: document.copied_from ?? null,
    method,
    bandNames: bandNames(document.method),
    ...publishedElements(published),
    confidence: document.confidence,
    note: document.note ?? null,
    sourceIds: [...document.source],
  };
}

function publishedElements(published: FrameworkDocument['published']) {
  return {
    totalElement: published?.total ?? null,
    rankElement: published?.rank ?? null,
    groupElement: published?.group ?? null,
    checkElements: [...(published?.checks ?? [])],
  };
}

function bandNames(method: FrameworkDocument['method']): Record<string, BandName> {
  const bands = (method['bands'] ?? []) as readonly { readonly code: string; readonly name?: BandName }[];
  return Object.fromEntries(bands.flatMap(({ code, name }) => (name === undefined ? [] : [[code, name]])));
}

interface FlatNode {
  readonly told: NodeDocument;
  readonly scoring: ScoringNode;
  readonly parentCode: string | null;
  readonly depth: number;
}

function flatten(
  told: NodeDocument,
  scoring: ScoringNode,
  parentCode: string | null,
  depth: number,
): readonly FlatNode[] {
  const below = (told.children ?? []).flatMap((child, index) =>
    flatten(child, scoring.children?.[index] as ScoringNode, told.code, depth + 1),
  );
  return [{ told, scoring, parentCode, depth }, ...below];
}

function nodeRow(document: FrameworkDocument, flat: FlatNode, position: number): NodeRow {
  const { told, scoring, parentCode, depth } = flat;
  return {
    frameworkVersion: document.code,
    code: told.code,
    parentCode,
    kind: told.kind,
    nameVi: told.name.vi,
    nameEn: told.name.en,
    points: told.points ?? null,
    weight: told.weight ?? null,
    scored: told.scored ?? true,
    dataElement: told.element ?? null,
    rules: rulesOf(scoring, told.element !== undefined),
    position,
    depth,
    ...local('definition', told.definition),
    ...local('evidence', told.evidence),
    ...local('automaticSource', told.automatic_source),
    ...local('notApplicableRule', told.not_applicable_rule),
    ...local('proposedReason', told.proposed),
    legalBasis: [...(told.legal_basis ?? [])],
    confidence: told.confidence ?? null,
    note: told.note ?? null,
    // What a node does not say, the framework says; stored with it, so that no reader has to look up.
    sourceIds: [...(told.source ?? document.source)],
  };
}

/** What is no column of its own; a data element that is taken as it is has one. */
function rulesOf(node: ScoringNode, isElement: boolean): NodeRules {
  const { code: _, points: __, weight: ___, scored: ____, children: _____, ...rules } = node;
  if (!isElement) return rules;
  const { formula: ______, ...rest } = rules;
  return rest;
}

type Local<Name extends string> = { readonly [Key in `${Name}Vi` | `${Name}En`]: string | null };

function local<Name extends string>(name: Name, text: LocalText | undefined): Local<Name> {
  return { [`${name}Vi`]: text?.vi ?? null, [`${name}En`]: text?.en ?? null } as Local<Name>;
}
