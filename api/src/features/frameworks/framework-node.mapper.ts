import type { Formula, Method, NodeWeight } from '@dti-monitor/scoring';
import type { LegalBasisDto } from '../law/law.dto.js';
import type { DataElement } from '../observations/observation.entity.js';
import type { FrameworkNode } from './framework.entity.js';
import type {
  FormulaDto,
  FrameworkNodeDto,
  FrameworkTreeNodeDto,
  NodeRuleDto,
} from './framework-node.dto.js';

/** What every node of one version is told with. */
export interface NodeContext {
  readonly method: Method;
  /** Codes of nodes that have children. */
  readonly parents: ReadonlySet<string>;
  readonly weights: ReadonlyMap<string, NodeWeight>;
  readonly elements: ReadonlyMap<string, DataElement>;
  readonly bases: LegalBases;
}

/** What references lead to, by the references. */
export type LegalBases = ReadonlyMap<string, LegalBasisDto>;

export function basesOf(references: readonly string[], bases: LegalBases): LegalBasisDto[] {
  return references.flatMap((reference) => bases.get(reference) ?? []);
}

export function nodeDto(node: FrameworkNode): FrameworkNodeDto {
  const { code, parentCode, kind, nameVi, nameEn, points, scored, dataElement, depth, note, sourceIds } =
    node;
  return { code, parentCode, kind, nameVi, nameEn, points, scored, dataElement, depth, note, sourceIds };
}

/** A node with its weights, its rules and all it tells a reader. */
export function treeNodeDto(node: FrameworkNode, context: NodeContext): FrameworkTreeNodeDto {
  const weight = context.weights.get(node.code);
  return {
    ...nodeDto(node),
    weight: node.weight,
    weightAsked: weight?.ofParent ?? 0,
    weightEffective: weight?.ofWhole ?? 0,
    definitionVi: node.definitionVi,
    definitionEn: node.definitionEn,
    evidenceVi: node.evidenceVi,
    evidenceEn: node.evidenceEn,
    automaticSourceVi: node.automaticSourceVi,
    automaticSourceEn: node.automaticSourceEn,
    notApplicableRuleVi: node.notApplicableRuleVi,
    notApplicableRuleEn: node.notApplicableRuleEn,
    legalBases: basesOf(node.legalBasis, context.bases),
    proposed: node.proposedReasonVi !== null,
    proposedReasonVi: node.proposedReasonVi,
    proposedReasonEn: node.proposedReasonEn,
    confidence: node.confidence,
    ...(context.parents.has(node.code)
      ? { ...NO_LEAF, ...parentRules(node, context.method) }
      : { ...NO_PARENT, ...leafRules(node, context) }),
  };
}

const NO_LEAF = {
  formula: null,
  unit: null,
  direction: null,
  bounds: null,
  normalise: null,
  clamp: null,
  impute: null,
  treat: null,
};
const NO_PARENT = { weighting: null, aggregation: null, missing: null, notApplicable: null };

function parentRules({ rules }: FrameworkNode, method: Method) {
  return {
    weighting: ruleDto(rules.weights, method.weights) ?? {
      method: 'points',
      parameters: {},
      own: false,
    },
    aggregation: ruleDto(rules.aggregation, method.aggregation),
    missing: rules.missing ?? method.missing,
    notApplicable: rules.notApplicable ?? method.notApplicable,
  };
}

function leafRules({ dataElement, rules }: FrameworkNode, { method, elements }: NodeContext) {
  const formula = rules.formula ?? (dataElement === null ? null : { kind: 'value', element: dataElement });
  const normalise = ruleDto(rules.normalise, method.normalise) ?? {
    method: 'ratio_to_maximum',
    parameters: {},
    own: false,
  };
  const { clamp } = normalise.parameters;
  return {
    formula: formula === null ? null : formulaDto(formula as Formula, elements),
    unit: rules.unit ?? null,
    direction: rules.direction ?? 'higher_is_better',
    bounds:
      rules.bounds === undefined
        ? null
        : { minimum: rules.bounds.minimum ?? null, maximum: rules.bounds.maximum ?? null },
    normalise,
    clamp: clamp === 'clamp' || clamp === 'keep' ? clamp : null,
    impute: withoutNone(ruleDto(rules.impute, method.impute)),
    treat: withoutNone(ruleDto(rules.treat, method.treat)),
  } as const;
}

function ruleDto(own: Tagged | undefined, ofMethod: Tagged | undefined): NodeRuleDto | null {
  const rule = own ?? ofMethod;
  if (rule === undefined) return null;
  const { method, ...parameters } = rule;
  return { method, parameters, own: own !== undefined };
}

interface Tagged {
  readonly method: string;
}

function withoutNone(rule: NodeRuleDto | null): NodeRuleDto | null {
  return rule?.method === 'none' ? null : rule;
}

/** Keys of a formula that hold data elements; a target may be a number instead. */
const ROLES = ['numerator', 'denominator', 'element', 'elements', 'population', 'target'] as const;

export function formulaDto(formula: Formula, elements: ReadonlyMap<string, DataElement>): FormulaDto {
  const { kind, ...keys }: { readonly kind: string } & Readonly<Record<string, unknown>> = { ...formula };
  const named = ROLES.flatMap((role) => codesAt(keys[role]).map((code) => ({ code, role: role as string })));
  const conditions = (keys['conditions'] ?? []) as readonly { readonly element: string }[];
  const asked = [...named, ...conditions.map(({ element }) => ({ code: element, role: 'conditions' }))];
  const parameters = Object.entries(keys).filter(
    ([key, value]) => !ROLES.some((role) => role === key) || typeof value === 'number',
  );
  return {
    kind,
    elements: asked.map(({ code, role }) => {
      const element = elements.get(code);
      return {
        code,
        role,
        nameVi: element?.nameVi ?? code,
        nameEn: element?.nameEn ?? code,
        valueType: element?.valueType ?? '',
        unitVi: element?.unitVi ?? null,
        unitEn: element?.unitEn ?? null,
      };
    }),
    parameters: Object.fromEntries(parameters),
  };
}

function codesAt(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
