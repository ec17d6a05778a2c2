import type { Dataset } from '../model/dataset.js';
import type { Framework } from '../model/framework.js';
import type { Problem } from '../model/outcome.js';
import type { UncertainInput } from '../model/simulation.js';
import { elementsAsked, keepElements } from '../stages/perturb/asked-data.js';
import { planOf, type Plan, type PlanNode } from '../stages/plan.js';
import { frameworkProblems, frameworkShapeProblems } from '../stages/validate/framework-problems.js';
import { validate } from '../stages/validate/validate.js';
import { chosenFramework, frameworkOfChoice, isOfFramework } from './choices.js';
import { combinationsOf } from './combinations.js';
import { nodesWithout } from './exclusions.js';
import { targetsOf, type NodeInput } from './targets.js';

/**
 * What stands between a specification that is sound in itself and its runs over a framework and data: the
 * framework or one of its alternatives is not sound, a node is not there, two inputs are about the same
 * thing, or a choice that a draw may make is one that `validate` refuses.
 */
export function choiceProblems(
  framework: Framework,
  dataset: Dataset,
  inputs: readonly UncertainInput[],
  path: string,
): readonly Problem[] {
  const shared = elementsOfAll([framework, ...wholeFrameworks(inputs)]);
  const nominal = problemsOver(framework, dataset, shared);
  const ofFrameworks = inputs.flatMap((input, at) => {
    if (input.kind !== 'framework') return [];
    return input.alternatives.flatMap((alternative, position) =>
      problemsOver(alternative, dataset, shared).map((problem) =>
        told(problem, `${path}[${at}].alternatives[${position}]`),
      ),
    );
  });
  if (nominal.length > 0 || ofFrameworks.length > 0) return [...nominal, ...ofFrameworks];
  const overlaps = methodOverlaps(inputs, path);
  const bases = wholeFrameworks(inputs).length > 0 ? wholeFrameworks(inputs) : [framework];
  const ofTrees = bases.flatMap((base) => treeProblems(planOf(base), inputs, path));
  if (overlaps.length > 0 || ofTrees.length > 0) return [...overlaps, ...distinct(ofTrees)];
  return combinationProblems(framework, dataset, inputs, shared, path);
}

function wholeFrameworks(inputs: readonly UncertainInput[]): readonly Framework[] {
  return inputs.flatMap((input) => (input.kind === 'framework' ? input.alternatives : []));
}

/** Data elements that any of the frameworks asks for; one whose formulas are not sound asks for none. */
function elementsOfAll(frameworks: readonly Framework[]): ReadonlySet<string> {
  const readable = frameworks.filter((framework) => {
    if (frameworkShapeProblems(framework).length > 0) return false;
    return !frameworkProblems(framework, []).some(({ path }) => path.includes('.formula'));
  });
  return new Set(readable.flatMap((framework) => [...elementsAsked(framework)]));
}

/** Problems of a framework over data that other frameworks share: what only those ask for is none. */
function problemsOver(
  framework: Framework,
  dataset: Dataset,
  shared: ReadonlySet<string>,
): readonly Problem[] {
  const all = validate(framework, dataset);
  const own = all.filter(({ code, params }) => {
    return !(code === 'ELEMENT_UNKNOWN' && shared.has(params['element'] as string));
  });
  if (own.length > 0 || all.length === 0) return own;
  const asked = elementsAsked(framework);
  return validate(
    framework,
    keepElements(dataset, (element) => asked.has(element) || !shared.has(element)),
  );
}

function told({ code, path, params }: Problem, at: string): Problem {
  return { code, path: at, params: { ...params, at: path } };
}

/** Two inputs that each stand in for the same rule of the method. */
function methodOverlaps(inputs: readonly UncertainInput[], path: string): readonly Problem[] {
  const taken = new Map<string, string>();
  return inputs.flatMap((input, at): readonly Problem[] => {
    if (input.kind !== 'method') return [];
    const rules = new Set(input.alternatives.flatMap((patch) => Object.keys(patch)));
    const doubled = [...rules].filter((rule) => taken.has(rule));
    for (const rule of rules) if (!taken.has(rule)) taken.set(rule, input.name);
    return doubled.map((rule) => ({
      code: 'SIMULATION_INPUTS_OVERLAP',
      path: `${path}[${at}]`,
      params: { about: rule, other: taken.get(rule) as string },
    }));
  });
}

/** Targets that are not in a tree, that two inputs of a kind share, or without which nothing is left. */
function treeProblems(plan: Plan, inputs: readonly UncertainInput[], path: string): readonly Problem[] {
  const taken = new Map<string, string>();
  return inputs.flatMap((input, at): readonly Problem[] => {
    if (isOfFramework(input)) return [];
    const own = `${path}[${at}]`;
    const { nodes, faults } = targetsOf(input as NodeInput, plan);
    const problems: Problem[] = faults.map(({ code, at: place, asked }) => {
      return { code, path: `${own}.${place}`, params: { asked, framework: plan.framework.code } };
    });
    const idle = nodes.every((index) => input.kind === 'weights' && !hasChoice(plan, index));
    if (idle && faults.length === 0) {
      problems.push({ code: 'SIMULATION_NOTHING_TO_DRAW', path: own, params: { kind: input.kind } });
    }
    for (const index of nodes) {
      const { code } = (plan.nodes[index] as PlanNode).node;
      const key = `${input.kind} ${code}`;
      const other = taken.get(key);
      if (other === undefined) taken.set(key, input.name);
      else problems.push({ code: 'SIMULATION_INPUTS_OVERLAP', path: own, params: { about: code, other } });
      if (input.kind === 'leave_out' && nodesWithout(plan, index)[0] === 1) {
        problems.push({ code: 'SIMULATION_NOTHING_LEFT', path: own, params: { without: code } });
      }
    }
    return problems;
  });
}

/** Whether a parent has two children with weight: one alone has all of it in every draw. */
function hasChoice({ nodes }: Plan, parent: number): boolean {
  const { children } = nodes[parent] as PlanNode;
  return children.filter((child) => (nodes[child] as PlanNode).asked > 0).length > 1;
}

/**
 * What `validate` has against choices that draws may make together. A problem is told once, with the
 * alternatives that every choice which has it has in common.
 */
function combinationProblems(
  framework: Framework,
  dataset: Dataset,
  inputs: readonly UncertainInput[],
  shared: ReadonlySet<string>,
  path: string,
): readonly Problem[] {
  const found = new Map<string, { readonly problem: Problem; readonly common: number[] }>();
  const counts = inputs.map((input) => ('alternatives' in input ? input.alternatives.length : 1));
  for (const positions of combinationsOf(counts)) {
    // Its method has to be sound before the tree can be laid out by it.
    const chosen = chosenFramework(framework, inputs, positions);
    const ofMethod = problemsOver(chosen, dataset, shared);
    const problems =
      ofMethod.length > 0
        ? ofMethod
        : problemsOver(frameworkOfChoice(framework, inputs, positions), dataset, shared);
    for (const problem of problems) {
      const key = JSON.stringify([problem.code, problem.path, problem.params]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { problem, common: [...positions] });
      else
        known.common.forEach((position, at) => {
          if (position !== positions[at]) known.common[at] = -1;
        });
    }
  }
  return [...found.values()].map(({ problem, common }) => blamed(problem, common, inputs, path));
}

function blamed(
  problem: Problem,
  common: readonly number[],
  inputs: readonly UncertainInput[],
  path: string,
): Problem {
  const blame = inputs
    .map((input, at) => ({ input, at, position: common[at] as number }))
    .filter(({ input, position }) => 'alternatives' in input && position >= 0);
  const [first] = blame;
  const own = blame.length === 1 ? `${path}[${first?.at}].alternatives[${first?.position}]` : path;
  const choice = blame.map(({ input, position }) => `${input.name}=${position}`).join(' ');
  return { ...told(problem, own), params: { ...problem.params, at: problem.path, choice } };
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify(problem);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
