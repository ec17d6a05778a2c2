import type { Formula } from '../app/api-client/models/formula.js';
import type { FrameworkTreeNode } from '../app/api-client/models/framework-tree-node.js';
import type { LegalBasis } from '../app/api-client/models/legal-basis.js';
import type { FrameworkVersionSummary } from '../app/api-client/models/framework-version-summary.js';

/** A leaf that says nothing of itself but what a spec gives it. */
export function treeNodeOf(code: string, own: Partial<FrameworkTreeNode> = {}): FrameworkTreeNode {
  return {
    code,
    parentCode: null,
    kind: 'indicator',
    nameVi: `Mục ${code}`,
    nameEn: `Node ${code}`,
    points: null,
    scored: true,
    dataElement: null,
    depth: 0,
    note: null,
    sourceIds: [],
    weight: null,
    weightAsked: 1,
    weightEffective: 1,
    definitionVi: null,
    definitionEn: null,
    evidenceVi: null,
    evidenceEn: null,
    automaticSourceVi: null,
    automaticSourceEn: null,
    notApplicableRuleVi: null,
    notApplicableRuleEn: null,
    legalBases: [],
    proposed: false,
    proposedReasonVi: null,
    proposedReasonEn: null,
    confidence: null,
    formula: null,
    unit: null,
    direction: null,
    bounds: null,
    normalise: null,
    clamp: null,
    impute: null,
    treat: null,
    weighting: null,
    aggregation: null,
    missing: null,
    notApplicable: null,
    ...own,
  };
}

/** A basis by its reference; a lapsed one ended on 18/08/2025. */
export function basisOf(reference: string, lapsed = false): LegalBasis {
  const [document = '', clause = null] = reference.split('#');
  return {
    reference,
    document,
    clause,
    citationVi: `Căn cứ ${reference}`,
    citationEn: `Basis ${reference}`,
    standing: 'binding',
    validFrom: null,
    validTo: lapsed ? '2025-08-18' : null,
    lapsed,
    successor: null,
    successorCitationVi: null,
    successorCitationEn: null,
  };
}

/** A formula whose data elements are named by their codes: "số a", "number a". */
export function formulaOf(
  kind: string,
  elements: readonly (readonly [role: string, code: string, valueType?: string])[],
  parameters: Readonly<Record<string, unknown>> = {},
): Formula {
  return {
    kind,
    elements: elements.map(([role, code, valueType = 'count']) => ({
      role,
      code,
      valueType,
      nameVi: `số ${code}`,
      nameEn: `number ${code}`,
      unitVi: null,
      unitEn: null,
    })),
    parameters,
  };
}

export function versionOf(code: string, own: Partial<FrameworkVersionSummary> = {}): FrameworkVersionSummary {
  return {
    code,
    index: 'data',
    version: '2026-draft',
    level: 'province',
    nameVi: `Phiên bản ${code}`,
    nameEn: `Version ${code}`,
    status: 'draft',
    legalBasis: 'Quyết định 142/QĐ-TTg',
    issuedOn: null,
    periodFrom: '2023',
    periodTo: null,
    totalPoints: null,
    nodeCount: 3,
    proposed: true,
    author: null,
    copiedFrom: null,
    ...own,
  };
}
