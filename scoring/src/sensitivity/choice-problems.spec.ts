import { describe, expect, it } from '@jest/globals';
import type { Framework } from '../model/framework.js';
import type { UncertainInput } from '../model/simulation.js';
import { choiceProblems } from './choice-problems.js';
import { data, flat, LEAVES, lognormal, tree } from './simulation.fixture.js';

const dataset = lognormal(4, 1);

function problems(inputs: readonly unknown[], framework: Framework = tree(), over = dataset) {
  return choiceProblems(framework, over, inputs as readonly UncertainInput[], 'i');
}

const told = (...of: Parameters<typeof problems>): readonly string[] =>
  problems(...of).map(({ code, path }) => `${code} ${path}`);

const missing = (name: string, nodes?: readonly string[]) => {
  return {
    name,
    kind: 'missing',
    alternatives: ['zero', 'reweight'],
    ...(nodes === undefined ? {} : { nodes }),
  };
};

describe('choiceProblems', () => {
  it('has what is wrong with the framework and the data as they are', () => {
    expect(told([], { ...tree(), code: '' })).toEqual(['FRAMEWORK_CODE_EMPTY framework.code']);
    expect(told([missing('m')], tree(), data({ a: [NaN], b: [1], c: [1], d: [1], e: [1] }))).toEqual([
      'VALUE_NOT_FINITE dataset.columns[0].values[0]',
    ]);
    expect(told([missing('m')])).toEqual([]);
  });

  it('looks for the nodes and levels that inputs are about', () => {
    const levels = { name: 'w', kind: 'weights', distribution: { method: 'simplex' }, levels: [3] };
    expect(problems([missing('m', ['root', 'x']), missing('n', ['a']), levels])).toEqual([
      { code: 'SIMULATION_NODE_UNKNOWN', path: 'i[0].nodes[1]', params: { asked: 'x', framework: 'tree' } },
      { code: 'SIMULATION_NODE_UNFIT', path: 'i[1].nodes[0]', params: { asked: 'a', framework: 'tree' } },
      { code: 'SIMULATION_LEVEL_UNKNOWN', path: 'i[2].levels[0]', params: { asked: 3, framework: 'tree' } },
    ]);
  });

  it('refuses inputs of which there is nothing to draw', () => {
    const single: Framework = { ...tree(), root: { code: 'a' } };
    const one = data({ a: [1, 2] });
    expect(told([missing('m'), { name: 'l', kind: 'leave_out' }], single, one)).toEqual([
      'SIMULATION_NOTHING_TO_DRAW i[0]',
      'SIMULATION_NOTHING_TO_DRAW i[1]',
    ]);
  });

  it('refuses to draw weights where one child has all of it', () => {
    const children = [
      { code: 'a', weight: 1 },
      {
        code: 'p',
        weight: 0,
        children: [
          { code: 'b', weight: 1 },
          { code: 'c', weight: 1 },
        ],
      },
      { code: 'd', scored: false },
    ];
    const framework: Framework = { ...tree(), root: { code: 'root', children } };
    const weights = (nodes: readonly string[]) => {
      return { name: 'w', kind: 'weights', distribution: { method: 'simplex' }, nodes };
    };
    const four = data({ a: [1, 2], b: [1, 2], c: [1, 2], d: [1, 2] });
    expect(told([weights(['root'])], framework, four)).toEqual(['SIMULATION_NOTHING_TO_DRAW i[0]']);
    expect(told([weights(['root', 'p'])], framework, four)).toEqual([]);
  });

  it('refuses two inputs about the same rule of the same node, and only those', () => {
    expect(problems([missing('m', ['root', 'left']), missing('n', ['left', 'right'])])).toEqual([
      { code: 'SIMULATION_INPUTS_OVERLAP', path: 'i[1]', params: { about: 'left', other: 'm' } },
    ]);
    expect(told([missing('m', ['root']), missing('n', ['left'])])).toEqual([]);
    const normalisation = {
      name: 'n',
      kind: 'normalisation',
      alternatives: [{ method: 'rank' }],
      nodes: ['left'],
    };
    const treatment = { name: 't', kind: 'treatment', alternatives: [{ method: 'none' }], nodes: ['left'] };
    expect(told([normalisation, treatment])).toEqual([]);
    expect(told([normalisation, { ...normalisation, name: 'o', nodes: ['b', 'c'] }])).toEqual([
      'SIMULATION_INPUTS_OVERLAP i[1]',
    ]);
  });

  it('refuses two inputs about the same rule of the method', () => {
    const first = { name: 'm', kind: 'method', alternatives: [{}, { missing: 'zero', availability: 0.5 }] };
    const second = {
      name: 'n',
      kind: 'method',
      alternatives: [{ missing: 'reweight' }, { notApplicable: 'no_value' }],
    };
    expect(problems([first, second])).toEqual([
      { code: 'SIMULATION_INPUTS_OVERLAP', path: 'i[1]', params: { about: 'missing', other: 'm' } },
    ]);
  });

  it('refuses to leave everything out', () => {
    const chain: Framework = { ...tree(), root: { code: 'r', children: [{ code: 'a', weight: 1 }] } };
    expect(problems([{ name: 'l', kind: 'leave_out' }], chain, data({ a: [1, 2] }))).toEqual([
      { code: 'SIMULATION_NOTHING_LEFT', path: 'i[0]', params: { without: 'a' } },
    ]);
  });
});

describe('choiceProblems, alternatives that the framework cannot take', () => {
  it('tells of an alternative by its place, and of what validation has against it', () => {
    const alternatives = [{ method: 'rank' }, { method: 'ratio_to_maximum' }];
    const found = problems([missing('m'), { name: 'n', kind: 'normalisation', alternatives, nodes: ['a'] }]);
    expect(found.length).toBeGreaterThan(0);
    for (const { code, path, params } of found) {
      expect([code, path]).toEqual(['VALUE_OUT_OF_BOUNDS', 'i[1].alternatives[1]']);
      expect(params).toMatchObject({ choice: 'n=1', at: expect.any(String) });
    }
  });

  it('names all choices that a problem needs', () => {
    // One framework has weights alone, the other points alone: neither rule suits both.
    const points = {
      ...tree().root,
      children: [
        { code: 'a', points: 1 },
        { code: 'b', points: 1 },
      ],
    };
    const byPoints = { ...tree({ weights: { method: 'points' } }), root: points };
    const whole = { name: 'f', kind: 'framework', alternatives: [tree(), byPoints] };
    const rules = [{ weights: { method: 'given' } }, { weights: { method: 'points' } }];
    const found = problems([
      missing('m', ['root']),
      whole,
      { name: 'w', kind: 'method', alternatives: rules },
    ]);
    expect(new Set(found.map(({ code, path, params }) => `${code} ${path} ${params['choice']}`))).toEqual(
      new Set(['SCORED_NODE_WITHOUT_POINTS i f=0 w=1', 'WEIGHT_ABSENT i f=1 w=0']),
    );
    expect(found.filter(({ code }) => code === 'WEIGHT_ABSENT').map(({ params }) => params['at'])).toEqual([
      'framework.a.weight',
      'framework.b.weight',
    ]);
  });

  it('names no choice where they have none in common', () => {
    const steps = (first: number) => ({
      method: 'steps',
      below: 9,
      steps: [
        { from: 1, value: first },
        { from: 2, value: 0 },
      ],
    });
    const found = problems([
      { name: 'n', kind: 'normalisation', alternatives: [steps(3), steps(4)], nodes: ['a'] },
      missing('m'),
    ]);
    // The same problem with either of the two, whatever else is chosen.
    expect(found.map(({ path, params }) => [path, params['choice']])).toEqual([['i', '']]);
  });
});

describe('choiceProblems, whole frameworks', () => {
  const smaller: Framework = { ...flat(['a', 'b'], { normalise: { method: 'rank' } }), code: 'smaller' };
  const both = { name: 'f', kind: 'framework', alternatives: [tree(), smaller] };

  it('lets them share the data, each asking for its own elements', () => {
    expect(told([both])).toEqual([]);
    expect(told([{ ...both, alternatives: [tree()] }], smaller)).toEqual([]);
  });

  it('still refuses a data element that none asks for', () => {
    const strange = data({ ...Object.fromEntries(LEAVES.map((code) => [code, [1, 2]])), x: [1, 2] });
    expect(told([both], tree(), strange)).toEqual([
      'ELEMENT_UNKNOWN dataset.columns[5]',
      'ELEMENT_UNKNOWN i[0].alternatives[0]',
      'ELEMENT_UNKNOWN i[0].alternatives[1]',
    ]);
  });

  it('looks at values where the data are shared too', () => {
    const ratio = { ...smaller, method: { ...smaller.method, normalise: { method: 'ratio_to_maximum' } } };
    const found = problems([{ ...both, alternatives: [tree(), ratio] }]);
    expect(found.map(({ code }) => code)).toContain('VALUE_OUT_OF_BOUNDS');
    expect(found.every(({ path }) => path === 'i[0].alternatives[1]')).toBe(true);
  });

  it('refuses one that is not sound, and what is not a framework', () => {
    const found = told([{ ...both, alternatives: [tree(), { ...smaller, code: '' }, null, 'dti'] }]);
    expect(found).toEqual([
      'FRAMEWORK_CODE_EMPTY i[0].alternatives[1]',
      'FRAMEWORK_INVALID i[0].alternatives[2]',
      'FRAMEWORK_INVALID i[0].alternatives[3]',
    ]);
    const unsound = {
      ...smaller,
      root: { ...smaller.root, children: [{ code: 'a', weight: 1, formula: { kind: 'x' } }] },
    };
    expect(
      told([{ ...both, alternatives: [unsound] }]).some((own) => own.endsWith('i[0].alternatives[0]')),
    ).toBe(true);
  });

  it('looks for nodes in every framework that may be chosen, and only there', () => {
    expect(problems([both, missing('m', ['left'])])).toEqual([
      {
        code: 'SIMULATION_NODE_UNKNOWN',
        path: 'i[1].nodes[0]',
        params: { asked: 'left', framework: 'smaller' },
      },
    ]);
    expect(told([{ ...both, alternatives: [smaller] }, missing('m', ['root'])])).toEqual([]);
  });
});
