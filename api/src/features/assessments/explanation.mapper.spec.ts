import { describe, expect, it } from '@jest/globals';
import { compute, trace } from '@dti-monitor/scoring';
import { assemble } from './assemble.js';
import { figures, FRAMEWORK, input, RECIPE } from './assembly.fixture.js';
import { datasetOf, participants, type AssemblyInput } from './assembly-input.js';
import { rankedAsStored } from './explanation.mapper.js';

function steps(of: AssemblyInput, id: string) {
  const outcome = assemble(of);
  const found = outcome.ok ? outcome.value.units.find(({ unitId }) => unitId === id) : undefined;
  if (found === undefined) throw new Error(`${id} has no result`);
  const { nodes: _, figures: __, ...unit } = found;
  const units = participants(of).map(({ unit: { id: unitId }, groupCode }) => ({ unitId, groupCode }));
  const dataset = datasetOf(RECIPE, units, { current: of.observations, earlier: [] }, true);
  const again = compute(FRAMEWORK, dataset);
  if (!again.ok) throw new Error(JSON.stringify(again.problems));
  const result = again.value.units.find((own) => own.unit === id);
  if (result === undefined) throw new Error(`${id} was not scored`);
  return trace(FRAMEWORK, rankedAsStored(result, { unit: { assessmentId: '1', ...unit } }));
}

describe('the steps of a stored result', () => {
  const computed = input([
    figures('x', { a: 0.5, b: 0.5 }),
    figures('y', { a: 1, b: 1 }),
    figures('z', { a: 0.5, b: 0.5 }),
  ]);

  it('end with the rank among all, not with that of one unit alone', () => {
    expect(steps(computed, 'x').at(-1)).toEqual({
      node: 'total',
      stage: 'rank',
      method: 'competition',
      parameters: { direction: 'descending', group: 'all', tied: true },
      before: 0.5,
      after: 2,
    });
  });

  it('end with the rounding where total and rank were published', () => {
    const of = input([
      figures('x', { total: 0.7, rank: 3, a: 0.5, b: 0.5 }),
      figures('y', { total: 0.8 }),
      figures('z', { total: 0.9 }),
    ]);
    expect(steps(of, 'x').map(({ stage }) => stage)).toEqual([
      'normalise',
      'normalise',
      'aggregate',
      'round',
    ]);
  });

  it('tell gaps as what they are', () => {
    const of = input([figures('x', { a: 'O', b: 'M' }), figures('y', { a: 1 })]);
    const states = (id: string) => steps(of, id).map(({ node, parameters }) => [node, parameters['state']]);
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
