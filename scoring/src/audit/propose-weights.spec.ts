import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawn } from '../door.fixture.js';
import { copyOf, deepFreeze, notNumbers, SHAPES } from '../door-shapes.fixture.js';
import type { WeightAid } from '../model/audit.js';
import { ENGINE_VERSION } from '../version.js';
import { dataset, framework, ORTHOGONAL, proposed } from './audit.fixture.js';
import { proposeWeights } from './propose-weights.js';

const of = framework([['p', ['a', 'b']], 'c']);
const data = dataset(ORTHOGONAL);

describe('proposeWeights', () => {
  it('answers with its recipe, and leaves it as it is', () => {
    const frozen = deepFreeze(copyOf(of));
    const result = proposed(frozen, deepFreeze(dataset(ORTHOGONAL)), { method: 'principal_component' });
    expect(result).toMatchObject({ engineVersion: ENGINE_VERSION, recipe: of, refusals: [] });
    expect(frozen).toEqual(of);
  });

  it('says why a parent that does not take part has no proposal', () => {
    const listed = framework(['a', { code: 'p', scored: false, children: [{ code: 'b' }, { code: 'c' }] }]);
    const aid: WeightAid = { method: 'principal_component', nodes: ['p'] };
    expect(proposed(listed, data, aid)).toMatchObject({
      groups: [],
      refusals: [{ step: 'weights', code: 'SINGLE_CHILD', nodes: ['p'], params: { members: 0 } }],
    });
  });

  it('proposes shares that add up to 1, or says why not, whatever is handed in', () => {
    const aids = fc.constantFrom<WeightAid>(
      { method: 'principal_component' },
      { method: 'principal_component', loadings: 'squared' },
      { method: 'target_correlation' },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), aids, (seed, aid) => {
        const outcome = proposeWeights(drawn(seed).framework, SHAPES.typed(drawn(seed)), aid);
        if (!outcome.ok) return;
        expect(notNumbers(outcome.value)).toEqual([]);
        for (const { weights } of outcome.value.groups) {
          const shares = weights.map((own) => own.proposed);
          expect(shares.reduce((all, share) => all + share, 0)).toBeCloseTo(1, 12);
          expect(shares.every((share) => share >= 0)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('proposeWeights, refused', () => {
  const codes = (aid: unknown): readonly string[] => {
    const outcome = proposeWeights(of, data, aid as WeightAid);
    return outcome.ok ? [] : outcome.problems.map(({ code, path }) => `${code} ${path}`);
  };

  it.each([
    [null, ['AUDIT_AID_UNKNOWN aid.method']],
    ['principal_component', ['AUDIT_AID_UNKNOWN aid.method']],
    [{}, ['AUDIT_AID_UNKNOWN aid.method']],
    [{ method: 'pca' }, ['AUDIT_AID_UNKNOWN aid.method']],
    [{ method: 'principal_component', target: { a: 1 } }, ['AUDIT_FIELD_UNKNOWN aid.target']],
    [{ method: 'target_correlation', loadings: 'plain' }, ['AUDIT_FIELD_UNKNOWN aid.loadings']],
    [{ method: 'principal_component', loadings: 'cubed' }, ['AUDIT_LOADINGS_UNKNOWN aid.loadings']],
    [{ method: 'principal_component', loadings: 'squared' }, []],
    [{ method: 'principal_component', nodes: 'p' }, ['AUDIT_NODES_INVALID aid.nodes']],
    [{ method: 'principal_component', nodes: [] }, ['AUDIT_NODES_INVALID aid.nodes']],
    [{ method: 'principal_component', nodes: ['p', 'p'] }, ['AUDIT_NODES_INVALID aid.nodes']],
    [
      { method: 'principal_component', nodes: ['p', 'a', 'z', 3] },
      [
        'AUDIT_NODE_IS_INDICATOR aid.nodes[1]',
        'AUDIT_NODE_UNKNOWN aid.nodes[2]',
        'AUDIT_NODE_UNKNOWN aid.nodes[3]',
      ],
    ],
    [{ method: 'target_correlation', target: 1 }, ['AUDIT_TARGET_INVALID aid.target']],
    [{ method: 'target_correlation', target: null }, ['AUDIT_TARGET_INVALID aid.target']],
    [{ method: 'target_correlation', target: { a: 1, b: 2 } }, []],
    [{ method: 'target_correlation', target: { a: 1, b: 2, p: 1, c: 1 } }, []],
    [{ method: 'target_correlation', target: {} }, []],
    [{ method: 'target_correlation', target: { a: 1 } }, ['AUDIT_TARGET_INCOMPLETE aid.target']],
    [{ method: 'target_correlation', target: { a: 1, b: 0 } }, ['AUDIT_TARGET_INVALID aid.target.b']],
    [{ method: 'target_correlation', target: { a: 1, b: -1 } }, ['AUDIT_TARGET_INVALID aid.target.b']],
    [
      { method: 'target_correlation', target: { a: 1, b: Number.POSITIVE_INFINITY } },
      ['AUDIT_TARGET_INVALID aid.target.b'],
    ],
    [{ method: 'target_correlation', target: { a: 1, b: '1' } }, ['AUDIT_TARGET_INVALID aid.target.b']],
    [
      { method: 'target_correlation', target: { a: 1, b: 1, z: 1 } },
      ['AUDIT_TARGET_NODE_UNKNOWN aid.target.z'],
    ],
    [{ method: 'target_correlation', target: { index: 1 } }, ['AUDIT_TARGET_NODE_UNKNOWN aid.target.index']],
    [
      { method: 'target_correlation', nodes: ['p'], target: { c: 1, p: 1 } },
      ['AUDIT_TARGET_NODE_UNKNOWN aid.target.c', 'AUDIT_TARGET_NODE_UNKNOWN aid.target.p'],
    ],
    [{ method: 'target_correlation', nodes: ['z'], target: { a: 1 } }, ['AUDIT_NODE_UNKNOWN aid.nodes[0]']],
  ])('with the aid %j: %j', (aid, expected) => {
    expect(codes(aid)).toEqual(expected);
  });

  it('names what it found', () => {
    const problems = (aid: unknown): unknown => {
      const outcome = proposeWeights(of, data, aid as WeightAid);
      return outcome.ok ? null : outcome.problems.map(({ params }) => params);
    };
    expect(problems({ method: 'pca' })).toEqual([
      { found: 'pca', known: 'principal_component target_correlation' },
    ]);
    expect(problems({ method: 'target_correlation', target: { a: 1 } })).toEqual([
      { parent: 'p', absent: 'b' },
    ]);
    expect(problems({ method: 'target_correlation', target: { a: 1, b: 0 } })).toEqual([
      { node: 'b', found: 0 },
    ]);
    expect(problems({ method: 'principal_component', loadings: 1 })).toEqual([
      { found: 1, known: 'plain squared' },
    ]);
    expect(problems({ method: 'principal_component', nodes: ['a'] })).toEqual([{ node: 'a' }]);
    expect(problems({ method: 'principal_component', nodes: 'p' })).toEqual([{ found: 'p' }]);
    expect(problems({ method: 'principal_component', node: 'p' })).toEqual([
      { found: 'node', known: 'method loadings nodes' },
    ]);
    expect(problems({ method: 'target_correlation', target: 7 })).toEqual([{ found: 7 }]);
    expect(problems({ method: 'target_correlation', target: { z: 1 } })).toEqual([{ node: 'z' }]);
  });

  it('asks a target for every child that is scored, and for no other', () => {
    const listed = framework(['a', 'b', 'c', { code: 'x', scored: false }]);
    const params = (target: Readonly<Record<string, number>>): unknown => {
      const outcome = proposeWeights(listed, dataset({ ...ORTHOGONAL, x: [1, 2, 3, 4] }), {
        method: 'target_correlation',
        target,
      });
      return outcome.ok ? null : outcome.problems.map((problem) => problem.params);
    };
    expect(params({ a: 1, b: 1, c: 1 })).toBeNull();
    expect(params({ a: 1 })).toEqual([{ parent: 'index', absent: 'b c' }]);
    expect(params({ a: 1, b: 1, c: 1, x: 1 })).toEqual([{ node: 'x' }]);
  });

  it('for what is wrong with framework and data, before the aid is looked at', () => {
    const outcome = proposeWeights(of, dataset({ a: [Number.NaN] }), { method: 'pca' } as never);
    expect(!outcome.ok && outcome.problems.map(({ code }) => code)).not.toContain('AUDIT_AID_UNKNOWN');
  });
});
