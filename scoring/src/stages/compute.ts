import type { Assessment, NodeResult, UnitResult } from '../model/assessment.js';
import type { Cell, Dataset } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';
import { failure, success, type Outcome } from '../model/outcome.js';
import { ENGINE_VERSION } from '../version.js';
import { aggregate } from './aggregate.js';
import { rank } from './rank.js';
import { validate } from './validate.js';

/**
 * Scores and ranks every unit of a data set by a framework.
 *
 * The same input gives the same result; nothing outside the arguments is read. Scores are unrounded
 * ratios from 0 to 1; ranks are taken at the precision that the method states. Cost: units × nodes.
 *
 * @returns the assessment with its recipe, or all problems of the input at once
 */
export function compute(framework: Framework, dataset: Dataset): Outcome<Assessment> {
  const problems = validate(framework, dataset);
  if (problems.length > 0) return failure(problems);
  const cells = cellsByUnit(dataset.cells);
  const scored = dataset.units.map((unit) => {
    const nodes = aggregate(framework.root, framework.method, cells.get(unit.code) ?? new Map());
    return { ...unit, nodes, root: nodes[0] as NodeResult };
  });
  const ranks = rank(
    scored.map(({ code, group, root }) => ({ code, group, score: root.value })),
    framework.method.rank,
  );
  const units: UnitResult[] = scored.map(({ code, group, nodes, root }) => ({
    unit: code,
    group,
    state: root.state,
    score: root.value,
    nodes,
    coverage: root.coverage,
    rank: ranks.get(code) ?? null,
  }));
  return success({ engineVersion: ENGINE_VERSION, recipe: framework, units });
}

function cellsByUnit(cells: readonly Cell[]): ReadonlyMap<string, ReadonlyMap<string, Cell>> {
  const byUnit = new Map<string, Map<string, Cell>>();
  for (const cell of cells) {
    const own = byUnit.get(cell.unit) ?? new Map<string, Cell>();
    own.set(cell.node, cell);
    byUnit.set(cell.unit, own);
  }
  return byUnit;
}
