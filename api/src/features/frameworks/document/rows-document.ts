import type { BandName, FrameworkNode, FrameworkVersion } from '../framework.entity.js';
import type { NodeRow, VersionRow } from './document-rows.js';
import type { FrameworkDocument, LocalText, NodeDocument } from './framework-document.js';
import { ruleDocument } from './rule-words.js';

/**
 * The document that stored rows are of, its keys in the order in which files have them: what is exported,
 * compared and edited. Reading it again gives the same rows.
 */
export function documentOf(
  version: VersionRow | FrameworkVersion,
  nodes: readonly (NodeRow | FrameworkNode)[],
): FrameworkDocument {
  const root = nodes.find((node) => node.parentCode === null);
  if (root === undefined) throw new Error(`${version.code} has no root`);
  return present({
    code: version.code,
    index: version.indexCode,
    level: version.level,
    name: { vi: version.nameVi, en: version.nameEn },
    version: version.version,
    ...legalBasis(version),
    author: version.author,
    change_reason: version.changeReason,
    copied_from: version.copiedFrom,
    issued: version.issuedOn,
    periods: present({ from: version.periodFrom, to: version.periodTo }),
    status: version.status,
    status_reason: local(version.statusReasonVi, version.statusReasonEn),
    proposed: local(version.proposedReasonVi, version.proposedReasonEn),
    source: version.sourceIds,
    confidence: version.confidence,
    note: version.note,
    method: methodDocument(version),
    published: published(version),
    tree: nodeDocument(root, nodes, version.sourceIds),
  }) as unknown as FrameworkDocument;
}

function legalBasis({ legalBasis: words, legalBases }: VersionRow): object {
  if (legalBases.length === 0) return { legal_basis: words };
  const stated = words === legalBases.join('; ') ? null : words;
  return { legal_basis: legalBases, legal_basis_text: stated };
}

const METHOD_KEYS = [
  'screen',
  'impute',
  'treat',
  'normalise',
  'weights',
  'aggregation',
  'missing',
  'not_applicable',
  'availability',
  'availability_by',
  'rank',
  'bands',
];

function methodDocument({ method, bandNames }: VersionRow): Readonly<Record<string, unknown>> {
  const rules = ruleDocument(method);
  const bands = (rules['bands'] ?? []) as readonly { readonly code: string }[];
  const named = bands.map((band) => present({ ...band, name: bandNames[band.code] as BandName | undefined }));
  return inOrder(bands.length === 0 ? rules : { ...rules, bands: named }, METHOD_KEYS);
}

function published(version: VersionRow): object | null {
  const { totalElement, rankElement, groupElement, checkElements } = version;
  if (totalElement === null && groupElement === null) return null;
  return present({ total: totalElement, rank: rankElement, group: groupElement, checks: checkElements });
}

const RULE_KEYS = [
  'formula',
  'unit',
  'bounds',
  'input',
  'direction',
  'impute',
  'treat',
  'normalise',
  'weights',
  'aggregation',
  'missing',
  'not_applicable',
  'availability',
  'availability_by',
];

function nodeDocument(node: NodeRow, nodes: readonly NodeRow[], ofVersion: readonly string[]): NodeDocument {
  const children = nodes.filter((other) => other.parentCode === node.code);
  const ownSource = node.sourceIds.join() === ofVersion.join() ? null : node.sourceIds;
  return present({
    code: node.code,
    kind: node.kind,
    name: { vi: node.nameVi, en: node.nameEn },
    points: node.points,
    weight: node.weight,
    scored: node.scored ? null : false,
    element: node.dataElement,
    ...inOrder(ruleDocument(node.rules), RULE_KEYS),
    definition: local(node.definitionVi, node.definitionEn),
    evidence: local(node.evidenceVi, node.evidenceEn),
    automatic_source: local(node.automaticSourceVi, node.automaticSourceEn),
    not_applicable_rule: local(node.notApplicableRuleVi, node.notApplicableRuleEn),
    legal_basis: node.legalBasis.length === 0 ? null : node.legalBasis,
    proposed: local(node.proposedReasonVi, node.proposedReasonEn),
    source: ownSource,
    confidence: node.confidence,
    note: node.note,
    children: children.length === 0 ? null : children.map((child) => nodeDocument(child, nodes, ofVersion)),
  }) as unknown as NodeDocument;
}

function local(vi: string | null, en: string | null): LocalText | null {
  return vi === null || en === null ? null : { vi, en };
}

function inOrder(rules: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.flatMap((key) => (rules[key] === undefined ? [] : [[key, rules[key]]])));
}

/** Without what is not said. */
function present(keys: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(keys).filter(([, value]) => value !== null && value !== undefined),
  );
}
