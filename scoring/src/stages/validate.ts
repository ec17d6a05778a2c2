import { STATUSES_WITHOUT_VALUE, type Cell, type Dataset } from '../model/dataset.js';
import type { Framework, FrameworkNode } from '../model/framework.js';
import type { Problem } from '../model/outcome.js';
import { sum } from '../numeric/sum.js';
import { isLeaf, isScored, walk } from './tree.js';

/** Published points are whole or have few decimals; this only absorbs binary rounding. */
const POINTS_TOLERANCE = 1e-9;

/**
 * Checks a framework and a data set whole, before anything is computed.
 *
 * @returns every problem, in the order of the input; empty when both can be computed
 */
export function validate(framework: Framework, dataset: Dataset): readonly Problem[] {
  return [...frameworkProblems(framework), ...datasetProblems(framework, dataset)];
}

function frameworkProblems(framework: Framework): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  walk(framework.root, (node) => {
    const path = `framework.${node.code}`;
    if (node.code === '') problems.push({ code: 'NODE_CODE_EMPTY', path, params: {} });
    if (seen.has(node.code)) problems.push({ code: 'NODE_CODE_DOUBLED', path, params: { node: node.code } });
    seen.add(node.code);
    problems.push(...pointsProblems(node, path));
  });
  const { decimals } = framework.method.rank;
  if (decimals !== null && !(Number.isInteger(decimals) && decimals >= 0 && decimals <= 15)) {
    problems.push({
      code: 'RANK_DECIMALS_INVALID',
      path: 'framework.method.rank.decimals',
      params: { decimals },
    });
  }
  return problems;
}

function pointsProblems(node: FrameworkNode, path: string): readonly Problem[] {
  if (!Number.isFinite(node.points) || node.points < 0) {
    return [{ code: 'POINTS_INVALID', path: `${path}.points`, params: { points: String(node.points) } }];
  }
  if (isScored(node) && node.points === 0) {
    return [{ code: 'SCORED_NODE_WITHOUT_POINTS', path: `${path}.points`, params: { node: node.code } }];
  }
  if (isLeaf(node)) return [];
  const scored = (node.children ?? []).filter(isScored);
  if (scored.length === 0) return [{ code: 'NODE_WITHOUT_SCORED_CHILD', path, params: { node: node.code } }];
  const ofChildren = sum(scored.map((child) => child.points));
  if (Math.abs(ofChildren - node.points) <= POINTS_TOLERANCE) return [];
  return [
    { code: 'POINTS_DO_NOT_ADD_UP', path: `${path}.points`, params: { points: node.points, ofChildren } },
  ];
}

function datasetProblems(framework: Framework, dataset: Dataset): readonly Problem[] {
  const problems: Problem[] = [];
  const units = new Set<string>();
  dataset.units.forEach((unit, index) => {
    if (units.has(unit.code)) {
      problems.push({ code: 'UNIT_DOUBLED', path: `dataset.units[${index}]`, params: { unit: unit.code } });
    }
    units.add(unit.code);
  });
  const leaves = new Map<string, FrameworkNode>();
  walk(framework.root, (node) => {
    if (isLeaf(node)) leaves.set(node.code, node);
  });
  const seen = new Set<string>();
  dataset.cells.forEach((cell, index) => {
    const path = `dataset.cells[${index}]`;
    const key = JSON.stringify([cell.unit, cell.node]);
    const about = { unit: cell.unit, node: cell.node };
    if (!units.has(cell.unit)) problems.push({ code: 'CELL_UNIT_UNKNOWN', path, params: about });
    if (seen.has(key)) problems.push({ code: 'CELL_DOUBLED', path, params: about });
    seen.add(key);
    const leaf = leaves.get(cell.node);
    if (leaf === undefined) problems.push({ code: 'CELL_NODE_UNKNOWN', path, params: about });
    else problems.push(...valueProblems(cell, leaf, path));
  });
  return problems;
}

function valueProblems(cell: Cell, leaf: FrameworkNode, path: string): readonly Problem[] {
  const about = { unit: cell.unit, node: cell.node };
  const cannotHave = STATUSES_WITHOUT_VALUE.includes(cell.status);
  if (cell.value === null) {
    return cannotHave ? [] : [{ code: 'VALUE_ABSENT', path, params: { ...about, status: cell.status } }];
  }
  if (cannotHave) return [{ code: 'VALUE_NOT_EXPECTED', path, params: { ...about, status: cell.status } }];
  if (!Number.isFinite(cell.value)) return [{ code: 'VALUE_NOT_FINITE', path, params: about }];
  const maximum = leaf.input === 'points' ? leaf.points : 1;
  if (cell.value >= 0 && cell.value <= maximum) return [];
  return [
    { code: 'VALUE_OUT_OF_BOUNDS', path, params: { ...about, value: cell.value, minimum: 0, maximum } },
  ];
}
