import type { Framework, FrameworkNode, Method } from '../../model/framework.js';
import type { Problem } from '../../model/outcome.js';
import type { Unit } from '../../model/dataset.js';
import { aggregationProblems } from '../aggregate/aggregate.js';
import { imputationProblems } from '../impute.js';
import { normalisationProblems } from '../normalise/normalise.js';
import { rankingProblems } from '../rank.js';
import { screeningProblems } from '../screen.js';
import { treatmentProblems } from '../treat/treat.js';
import { isLeaf } from '../tree.js';
import { weightingProblems } from '../weights.js';
import { leafProblems, parentProblems } from './node-problems.js';
import { isCode, isFiniteNumber, isRecord, shown, type Unknowns } from './shape.js';
import { nodesOf, treeProblems } from './tree-problems.js';

const MISSING_RULES = ['no_value', 'zero', 'reweight'];
const NOT_APPLICABLE_RULES = ['reweight', 'no_value'];

/** Whether a framework has the shape of one; the rest is only read where this finds nothing. */
export function frameworkShapeProblems(framework: unknown): readonly Problem[] {
  if (!isRecord(framework)) {
    return [{ code: 'FRAMEWORK_INVALID', path: 'framework', params: { found: shown(framework) } }];
  }
  const problems: Problem[] = [];
  if (!isCode(framework['code']))
    problems.push({ code: 'FRAMEWORK_CODE_EMPTY', path: 'framework.code', params: {} });
  if (!isRecord(framework['method'])) {
    const params = { found: shown(framework['method']) };
    problems.push({ code: 'METHOD_INVALID', path: 'framework.method', params });
  }
  return [...problems, ...treeProblems(framework['root'])];
}

/** Every rule of a framework whose shape is sound, by the stage that it belongs to. */
export function frameworkProblems(framework: Framework, units: readonly Unit[]): readonly Problem[] {
  const nodes = nodesOf(framework.root);
  const problems: Problem[] = [...methodProblems(framework.method, nodes, units)];
  for (const node of nodes) {
    const path = `framework.${node.code}`;
    problems.push(...nodeProblems(node, path));
    if (isLeaf(node)) problems.push(...leafProblems(node, framework.method, units, path));
    else problems.push(...parentProblems(node, framework.method, path));
  }
  return problems;
}

function methodProblems(
  method: Method,
  nodes: readonly FrameworkNode[],
  units: readonly Unit[],
): readonly Problem[] {
  const path = 'framework.method';
  const { screen, impute, treat, normalise, weights, aggregation, rank, bands } = method;
  return [
    ...(screen === undefined ? [] : screeningProblems(screen, `${path}.screen`)),
    ...(impute === undefined ? [] : imputationProblems(impute, `${path}.impute`)),
    ...(treat === undefined ? [] : treatmentProblems(treat, `${path}.treat`)),
    ...(normalise === undefined ? [] : normalisationProblems(normalise, units, `${path}.normalise`)),
    ...(weights === undefined ? [] : weightingProblems([], weights, `${path}.weights`)),
    ...aggregationProblems(aggregation, `${path}.aggregation`),
    ...ruleProblems(method as unknown as Unknowns, true, path),
    ...rankingProblems(rank, bands, `${path}.rank`),
    ...tieBreakProblems(rank, nodes),
  ];
}

function tieBreakProblems(rank: unknown, nodes: readonly FrameworkNode[]): readonly Problem[] {
  const tieBreaks: unknown = isRecord(rank) ? rank['tieBreaks'] : undefined;
  if (!Array.isArray(tieBreaks)) return [];
  return tieBreaks.flatMap((tieBreak: unknown, index) => {
    if (!isRecord(tieBreak) || tieBreak['by'] !== 'node') return [];
    const { node } = tieBreak;
    if (nodes.some(({ code }) => code === node)) return [];
    const path = `framework.method.rank.tieBreaks[${index}].node`;
    return [{ code: 'TIE_BREAK_NODE_UNKNOWN', path, params: { node: shown(node) } }];
  });
}

/** What a node says of gaps and points, of whichever kind it is. */
function nodeProblems(node: FrameworkNode, path: string): readonly Problem[] {
  const { scored, points } = node as unknown as Unknowns;
  const problems: Problem[] = [...ruleProblems(node as unknown as Unknowns, false, path)];
  if (scored !== undefined && typeof scored !== 'boolean') {
    problems.push({ code: 'SCORED_INVALID', path: `${path}.scored`, params: { scored: shown(scored) } });
  }
  if (points !== undefined && !(isFiniteNumber(points) && points >= 0)) {
    problems.push({ code: 'POINTS_INVALID', path: `${path}.points`, params: { points: shown(points) } });
  }
  return problems;
}

function ruleProblems(rules: Unknowns, required: boolean, path: string): readonly Problem[] {
  const problems: Problem[] = [];
  const word = (name: string, words: readonly string[], code: string): void => {
    const value = rules[name];
    if (value === undefined && !required) return;
    if (typeof value === 'string' && words.includes(value)) return;
    problems.push({ code, path: `${path}.${name}`, params: { found: shown(value), known: words.join(' ') } });
  };
  word('missing', MISSING_RULES, 'MISSING_RULE_UNKNOWN');
  word('notApplicable', NOT_APPLICABLE_RULES, 'NOT_APPLICABLE_RULE_UNKNOWN');
  if (rules['availabilityBy'] !== undefined)
    word('availabilityBy', ['weight', 'children'], 'AVAILABILITY_BY_UNKNOWN');
  const { availability } = rules;
  if (
    availability !== undefined &&
    !(isFiniteNumber(availability) && availability >= 0 && availability <= 1)
  ) {
    const params = { availability: shown(availability) };
    problems.push({ code: 'AVAILABILITY_INVALID', path: `${path}.availability`, params });
  }
  return problems;
}
