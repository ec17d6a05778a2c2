import { describe, expect, it } from '@jest/globals';
import { assemble, type AssessedUnit } from './assemble.js';
import { figures, input, RECIPE } from './assembly.fixture.js';
import type { AssemblyInput } from './assembly-input.js';

function assembled(of: AssemblyInput) {
  const outcome = assemble(of);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

function unitOf(of: AssemblyInput, id: string): AssessedUnit {
  const found = assembled(of).units.find(({ unitId }) => unitId === id);
  if (found === undefined) throw new Error(`${id} takes no part`);
  return found;
}

/** Units in the order of the ranking, each with its rank. */
function order(of: AssemblyInput): readonly string[] {
  return assembled(of).units.map(({ unitId, rank, tied }) => `${unitId} ${rank ?? '–'}${tied ? '=' : ''}`);
}

describe('without published totals', () => {
  it('scores and ranks by the parts, at the precision of the method', () => {
    const of = input([
      figures('x', { a: 0.5, b: 0.5 }),
      figures('y', { a: 0.504, b: 0.5 }),
      figures('z', { a: 1, b: 0 }),
    ]);
    expect(assembled(of).basis).toBe('computed');
    expect(order(of)).toEqual(['z 1', 'x 2=', 'y 2=']);
    expect(unitOf(of, 'y')).toMatchObject({
      total: 0.5,
      totalBasis: 'computed',
      rankBasis: 'computed',
      publishedTotal: null,
      agrees: null,
      coverage: 1,
    });
    expect(unitOf(of, 'y').computedTotal).toBeCloseTo(0.5024, 12);
  });

  it('ranks those with a total among themselves and keeps those without in the list', () => {
    const of = input([figures('x', { a: 0.5 }), figures('y', { a: 0.5, b: 0.5 })]);
    expect(order(of)).toEqual(['y 1', 'x –', 'z –']);
    expect(unitOf(of, 'x')).toMatchObject({ state: 'incomplete', total: null, coverage: 0.6 });
    expect(unitOf(of, 'z')).toMatchObject({ state: 'not_collected', total: null, coverage: 0 });
  });

  it('keeps apart what was not collected, what is missing, what cannot exist and zero', () => {
    const of = input([figures('x', { a: 'L', b: 'O' }), figures('y', { a: 'M', b: 0 })]);
    const states = (id: string) =>
      unitOf(of, id).nodes.map(({ nodeCode, state, value }) => [nodeCode, state, value]);
    expect(states('x')).toEqual([
      ['total', 'incomplete', null],
      ['a', 'not_collected', null],
      ['b', 'missing', null],
    ]);
    expect(states('y')).toEqual([
      ['total', 'incomplete', null],
      ['a', 'not_applicable', null],
      ['b', 'scored', 0],
    ]);
  });
});

describe('with published totals', () => {
  const published = input([
    figures('x', { total: 0.71, rank: 2, a: 0.72, b: 0.71 }),
    figures('y', { total: 0.8, rank: 1, a: 0.8, b: 0.8 }),
    figures('z', { total: 0.6, rank: 3, a: 0.6 }),
  ]);

  it('shows and ranks the published figure, and says where recomputation differs', () => {
    expect(assembled(published).basis).toBe('as_published');
    expect(order(published)).toEqual(['y 1', 'x 2', 'z 3']);
    expect(unitOf(published, 'x')).toMatchObject({
      total: 0.71,
      totalBasis: 'published',
      difference: 0.01,
      agrees: false,
    });
    expect(unitOf(published, 'y')).toMatchObject({ total: 0.8, difference: 0, agrees: true });
    expect(unitOf(published, 'z')).toMatchObject({
      total: 0.6,
      computedTotal: null,
      difference: null,
      agrees: null,
    });
  });

  it('shows both ranks, and the published one where they differ', () => {
    const of = input([
      figures('x', { total: 0.7, rank: 2 }),
      figures('y', { total: 0.8, rank: 1 }),
      figures('z', { total: 0.6, rank: 9 }),
    ]);
    expect(unitOf(of, 'z')).toMatchObject({
      rank: 9,
      rankBasis: 'published',
      publishedRank: 9,
      computedRank: 3,
    });
  });

  it('ranks nobody where a member of the group has no total: that would be a rank of something else', () => {
    const of = input([figures('x', { total: 0.7 }), figures('y', { total: 0.8, rank: 4 })]);
    expect(assembled(of).units.map(({ computedRank }) => computedRank)).toEqual([null, null, null]);
    expect(order(of)).toEqual(['y 4', 'x –', 'z –']);
  });

  it('lets a rank stand without a total, and a total without a rank', () => {
    const of = input([figures('x', { rank: 6 }), figures('y', { total: 0.28 })]);
    expect(unitOf(of, 'x')).toMatchObject({ rank: 6, rankBasis: 'published', total: null, totalBasis: null });
    expect(unitOf(of, 'y')).toMatchObject({
      rank: null,
      rankBasis: null,
      total: 0.28,
      totalBasis: 'published',
    });
  });
});

describe('who takes part', () => {
  const groups = [
    { code: 'with', expected: 2, wholeRoster: false },
    { code: 'without', expected: null, wholeRoster: false },
  ];
  const ministries = (...observations: ReturnType<typeof figures>[]) =>
    input(observations, { recipe: { ...RECIPE, groups }, level: 'ministry' });

  it('is the whole roster where a group is, and else whom the table puts in a group', () => {
    expect(order(input([figures('x', { a: 1, b: 1 })])).length).toBe(3);
    expect(
      order(ministries(figures('x', { a: 1, b: 1, group: 'with' }), figures('y', { a: 1, b: 1 }))),
    ).toEqual(['x 1']);
  });

  it('is ranked group by group', () => {
    const of = ministries(
      figures('x', { total: 0.5, group: 'with' }),
      figures('y', { total: 0.9, group: 'without' }),
      figures('z', { total: 0.4, group: 'with' }),
    );
    expect(unitOf(of, 'x')).toMatchObject({ computedRank: 1, groupCode: 'with' });
    expect(unitOf(of, 'z')).toMatchObject({ computedRank: 2 });
    // How many units the other group has is not known, so nobody can say that it is complete.
    expect(unitOf(of, 'y')).toMatchObject({ computedRank: null, groupCode: 'without' });
  });

  it('does not call two units of different groups tied', () => {
    const of = ministries(
      figures('x', { rank: 1, group: 'with' }),
      figures('y', { rank: 1, group: 'without' }),
    );
    expect(order(of).map((line) => line.slice(1))).toEqual([' 1', ' 1']);
  });

  it('is never ranked when it is the nation', () => {
    const of = input([figures('x', { total: 0.71 })], { level: 'nation' });
    expect(unitOf(of, 'x')).toMatchObject({ rank: null, computedRank: null, total: 0.71 });
  });
});

describe('what is kept beside the result', () => {
  it('is the least confidence, every source once, and the published checks', () => {
    const of = input([
      [
        ...figures('x', { a: 0.5, pillar: 0.4 }),
        ...figures('x', { b: 0.5 }, { confidence: 'medium', sourceIds: ['press', 'copy'] }),
      ],
    ]);
    expect(unitOf(of, 'x')).toMatchObject({
      confidence: 'medium',
      sourceIds: ['press', 'copy'],
      checks: [{ dataElement: 'pillar', value: 0.4, observationId: 'x-pillar' }],
    });
    expect(unitOf(of, 'x').figures.map(({ observationId }) => observationId)).toEqual([
      'x-a',
      'x-pillar',
      'x-b',
    ]);
  });

  it('is nothing at all when a figure does not fit the method', () => {
    const outcome = assemble(input([figures('x', { a: 1.2, b: 0.5 })]));
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'VALUE_OUT_OF_BOUNDS' }] });
  });
});
