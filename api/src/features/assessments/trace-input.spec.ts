import { describe, expect, it } from '@jest/globals';
import { compute, trace } from '@dti-monitor/scoring';
import { assemble } from './assemble.js';
import { figures, FRAMEWORK, input } from './assembly.fixture.js';
import type { AssemblyInput } from './assembly-input.js';
import type { StoredResult } from './assessments.repository.js';
import { ranked, traceInput } from './trace-input.js';

/** A result as it would be read back. */
function stored(of: AssemblyInput, id: string): StoredResult {
  const outcome = assemble(of);
  const found = outcome.ok ? outcome.value.units.find(({ unitId }) => unitId === id) : undefined;
  if (found === undefined) throw new Error(`${id} has no result`);
  const { nodes, ...unit } = found;
  return {
    unit: { assessmentId: '1', ...unit },
    nodes: nodes.map((node) => ({ assessmentId: '1', ...node })),
  };
}

function steps(result: StoredResult) {
  const outcome = compute(FRAMEWORK, traceInput(result));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return trace(FRAMEWORK, ranked(outcome.value.units[0]!, result));
}

describe('the explanation of a stored result', () => {
  const computed = input([
    figures('x', { a: 0.5, b: 0.5 }),
    figures('y', { a: 1, b: 1 }),
    figures('z', { a: 0.5, b: 0.5 }),
  ]);

  it('ends with the rank among all, not with that of one unit alone', () => {
    expect(steps(stored(computed, 'x')).at(-1)).toEqual({
      node: 'total',
      stage: 'rank',
      method: 'competition',
      parameters: { direction: 'descending', group: 'all', tied: true },
      before: 0.5,
      after: 2,
    });
  });

  it('ends with the rounding where total and rank were published', () => {
    const of = input([
      figures('x', { total: 0.7, rank: 3, a: 0.5, b: 0.5 }),
      figures('y', { total: 0.8 }),
      figures('z', { total: 0.9 }),
    ]);
    expect(steps(stored(of, 'x')).map(({ stage }) => stage)).toEqual([
      'normalise',
      'normalise',
      'aggregate',
      'round',
    ]);
  });

  it('tells gaps as what they are', () => {
    const of = input([figures('x', { a: 'O', b: 'M' }), figures('y', { a: 1 })]);
    const states = (id: string) =>
      steps(stored(of, id)).map(({ node, parameters }) => [node, parameters['state']]);
    expect(states('x')).toEqual([
      ['b', 'not_applicable'],
      ['a', 'missing'],
      ['total', 'incomplete'],
    ]);
    expect(states('y')).toEqual([
      ['b', 'not_collected'],
      ['a', 'scored'],
      ['total', 'incomplete'],
    ]);
  });
});
