import { describe, expect, it } from '@jest/globals';
import type { Formula } from '../../model/formula.js';
import { formulaProblems } from './formula-problems.js';

function problems(formula: unknown) {
  return formulaProblems({ code: 'n', formula: formula as Formula }, 'framework.n');
}

/** The problems by code and by place within the formula. */
function told(formula: unknown): readonly string[] {
  return problems(formula).map(({ code, path }) => `${code} ${path.replace('framework.n.formula', '')}`);
}

const RATIO = {
  kind: 'ratio',
  numerator: 'a',
  denominator: 'b',
  zeroDenominator: 'undetermined',
  nothingToCount: 'not_applicable',
  exceeding: 'keep',
};
const SUM = { kind: 'sum', elements: ['a', 'b'], gap: 'missing' };
const PER_HEAD = { kind: 'per_head', element: 'a', population: 'b', per: 1000, zeroPopulation: 'missing' };
const GROWTH = { kind: 'growth', element: 'a', zeroBefore: 'undetermined' };
const SHARE = { kind: 'share_of_yes', elements: ['a'], gap: 'no' };
const AGE = { kind: 'age', element: 'a', at: 20_000, future: 'zero' };
const YES_NO = { kind: 'yes_no', conditions: [{ element: 'a', is: 'equal', value: 1 }], holds: 'all' };
const LEVELS = {
  kind: 'levels',
  element: 'a',
  steps: [
    { from: 0, value: 1 },
    { from: 2, value: 5 },
  ],
  below: 0,
};
const COUNT = {
  kind: 'count_against_target',
  element: 'a',
  target: 'b',
  zeroTarget: { value: 0 },
  exceeding: 'cap',
};

describe('formulaProblems', () => {
  it('has none for a leaf without a formula', () => {
    expect(formulaProblems({ code: 'n' }, 'framework.n')).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['value', { kind: 'value', element: 'a' }],
    ['ratio', RATIO],
    ['ratio in percent', { ...RATIO, scale: 100 }],
    ['ratio with stated numbers', { ...RATIO, zeroDenominator: { value: 0 }, nothingToCount: { value: -1 } }],
    ['ratio with a negative scale', { ...RATIO, scale: -1 }],
    ['sum', SUM],
    ['sum with gaps of zero', { ...SUM, gap: 'zero' }],
    ['per_head', PER_HEAD],
    ['growth', GROWTH],
    ['growth in percent', { ...GROWTH, scale: 100 }],
    ['share_of_yes', SHARE],
    ['share_of_yes, leaving out', { ...SHARE, gap: 'leave_out' }],
    ['share_of_yes, missing', { ...SHARE, gap: 'missing' }],
    ['age', AGE],
    ['age without a number', { ...AGE, future: 'not_applicable', at: -5 }],
    ['yes_no', YES_NO],
    ['yes_no, any', { ...YES_NO, holds: 'any' }],
    ['levels', LEVELS],
    ['count_against_target', COUNT],
    ['count against a number', { ...COUNT, target: 0.5 }],
  ])('has none for %s', (_, formula) => {
    expect(problems(formula)).toEqual([]);
  });

  it.each(['keep', 'cap', 'not_applicable', 'missing', 'undetermined'])('knows exceeding %s', (exceeding) => {
    expect(problems({ ...RATIO, exceeding })).toEqual([]);
    expect(problems({ ...COUNT, exceeding })).toEqual([]);
  });

  it.each(['not_applicable', 'missing', 'undetermined'])('knows the policy %s', (policy) => {
    expect(problems({ ...RATIO, zeroDenominator: policy, nothingToCount: policy })).toEqual([]);
    expect(problems({ ...AGE, future: policy })).toEqual([]);
  });

  it.each(['equal', 'not_equal', 'at_least', 'at_most', 'more_than', 'less_than'])('knows %s', (is) => {
    expect(problems({ ...YES_NO, conditions: [{ element: 'a', is, value: 0 }] })).toEqual([]);
  });

  it.each([null, 'ratio', 7, ['ratio'], true])('says FORMULA_INVALID of %j', (formula) => {
    expect(told(formula)).toEqual(['FORMULA_INVALID ']);
  });

  it.each([undefined, 'quotient', 'constructor', 4])('says FORMULA_KIND_UNKNOWN of %s', (kind) => {
    const [problem, ...others] = problems({ kind });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'FORMULA_KIND_UNKNOWN', path: 'framework.n.formula.kind' });
    expect(problem?.params).toEqual({
      found: kind ?? null,
      known: 'value ratio sum per_head growth share_of_yes age yes_no levels count_against_target',
    });
  });

  it.each<[object, readonly string[]]>([
    [{ kind: 'value' }, ['FORMULA_ELEMENT_INVALID .element']],
    [{ kind: 'value', element: '' }, ['FORMULA_ELEMENT_INVALID .element']],
    [{ ...RATIO, numerator: 3 }, ['FORMULA_ELEMENT_INVALID .numerator']],
    [{ ...RATIO, denominator: undefined }, ['FORMULA_ELEMENT_INVALID .denominator']],
    [{ ...RATIO, denominator: 'a' }, ['FORMULA_ELEMENT_DOUBLED .denominator']],
    [{ ...RATIO, scale: 0 }, ['FORMULA_NUMBER_INVALID .scale']],
    [{ ...RATIO, scale: NaN }, ['FORMULA_NUMBER_INVALID .scale']],
    [{ ...RATIO, scale: '100' }, ['FORMULA_NUMBER_INVALID .scale']],
    [{ ...RATIO, scale: null }, ['FORMULA_NUMBER_INVALID .scale']],
    [{ ...RATIO, zeroDenominator: undefined }, ['FORMULA_WORD_UNKNOWN .zeroDenominator']],
    [{ ...RATIO, zeroDenominator: 'zero' }, ['FORMULA_WORD_UNKNOWN .zeroDenominator']],
    [{ ...RATIO, zeroDenominator: {} }, ['FORMULA_NUMBER_INVALID .zeroDenominator.value']],
    [{ ...RATIO, nothingToCount: { value: Infinity } }, ['FORMULA_NUMBER_INVALID .nothingToCount.value']],
    [{ ...RATIO, nothingToCount: 1 }, ['FORMULA_WORD_UNKNOWN .nothingToCount']],
    [{ ...RATIO, exceeding: 'clamp' }, ['FORMULA_WORD_UNKNOWN .exceeding']],
    [{ ...RATIO, exceeding: undefined }, ['FORMULA_WORD_UNKNOWN .exceeding']],
    [{ ...SUM, elements: [] }, ['FORMULA_ELEMENTS_EMPTY .elements']],
    [{ ...SUM, elements: 'a' }, ['FORMULA_ELEMENTS_EMPTY .elements']],
    [
      { ...SUM, elements: ['a', '', 'a'] },
      ['FORMULA_ELEMENT_INVALID .elements[1]', 'FORMULA_ELEMENT_DOUBLED .elements[2]'],
    ],
    [{ ...SUM, gap: 'no' }, ['FORMULA_WORD_UNKNOWN .gap']],
    [{ ...SHARE, gap: 'zero' }, ['FORMULA_WORD_UNKNOWN .gap']],
    [{ ...SHARE, elements: undefined }, ['FORMULA_ELEMENTS_EMPTY .elements']],
    [{ ...PER_HEAD, element: '' }, ['FORMULA_ELEMENT_INVALID .element']],
    [{ ...PER_HEAD, population: null }, ['FORMULA_ELEMENT_INVALID .population']],
    [{ ...PER_HEAD, population: 'a' }, ['FORMULA_ELEMENT_DOUBLED .population']],
    [{ ...PER_HEAD, per: 0 }, ['FORMULA_NUMBER_INVALID .per']],
    [{ ...PER_HEAD, per: -1 }, ['FORMULA_NUMBER_INVALID .per']],
    [{ ...PER_HEAD, per: Infinity }, ['FORMULA_NUMBER_INVALID .per']],
    [{ ...PER_HEAD, zeroPopulation: 'keep' }, ['FORMULA_WORD_UNKNOWN .zeroPopulation']],
    [{ ...GROWTH, element: '' }, ['FORMULA_ELEMENT_INVALID .element']],
    [{ ...GROWTH, scale: 0 }, ['FORMULA_NUMBER_INVALID .scale']],
    [{ ...GROWTH, zeroBefore: 'cap' }, ['FORMULA_WORD_UNKNOWN .zeroBefore']],
    [{ ...AGE, element: '' }, ['FORMULA_ELEMENT_INVALID .element']],
    [{ ...AGE, at: 0.5 }, ['FORMULA_NUMBER_INVALID .at']],
    [{ ...AGE, at: 1e300 }, ['FORMULA_NUMBER_INVALID .at']],
    [{ ...AGE, at: '2026-11-01' }, ['FORMULA_NUMBER_INVALID .at']],
    [{ ...AGE, future: 'keep' }, ['FORMULA_WORD_UNKNOWN .future']],
    [{ ...YES_NO, conditions: [] }, ['FORMULA_CONDITIONS_EMPTY .conditions']],
    [{ ...YES_NO, conditions: null }, ['FORMULA_CONDITIONS_EMPTY .conditions']],
    [{ ...YES_NO, conditions: ['a'] }, ['FORMULA_INVALID .conditions[0]']],
    [
      { ...YES_NO, conditions: [...YES_NO.conditions, { element: '', is: '>', value: '1' }] },
      [
        'FORMULA_ELEMENT_INVALID .conditions[1].element',
        'FORMULA_WORD_UNKNOWN .conditions[1].is',
        'FORMULA_NUMBER_INVALID .conditions[1].value',
      ],
    ],
    [{ ...YES_NO, holds: 'none' }, ['FORMULA_WORD_UNKNOWN .holds']],
    [{ ...LEVELS, element: 1 }, ['FORMULA_ELEMENT_INVALID .element']],
    [{ ...LEVELS, steps: [] }, ['FORMULA_STEPS_EMPTY .steps']],
    [{ ...LEVELS, steps: {} }, ['FORMULA_STEPS_EMPTY .steps']],
    [{ ...LEVELS, steps: [null] }, ['FORMULA_INVALID .steps[0]']],
    [
      { ...LEVELS, steps: [{ from: NaN }] },
      ['FORMULA_NUMBER_INVALID .steps[0].from', 'FORMULA_NUMBER_INVALID .steps[0].value'],
    ],
    [
      {
        ...LEVELS,
        steps: [
          { from: 2, value: 1 },
          { from: 2, value: 2 },
        ],
      },
      ['FORMULA_STEPS_NOT_ASCENDING .steps[1].from'],
    ],
    [
      {
        ...LEVELS,
        steps: [
          { from: 2, value: 1 },
          { from: 1, value: 2 },
        ],
      },
      ['FORMULA_STEPS_NOT_ASCENDING .steps[1].from'],
    ],
    [{ ...LEVELS, below: undefined }, ['FORMULA_NUMBER_INVALID .below']],
    [{ ...COUNT, element: undefined }, ['FORMULA_ELEMENT_INVALID .element']],
    [{ ...COUNT, target: 'a' }, ['FORMULA_ELEMENT_DOUBLED .target']],
    [{ ...COUNT, target: '' }, ['FORMULA_ELEMENT_INVALID .target']],
    [{ ...COUNT, target: 0 }, ['FORMULA_NUMBER_INVALID .target']],
    [{ ...COUNT, target: -1 }, ['FORMULA_NUMBER_INVALID .target']],
    [{ ...COUNT, target: NaN }, ['FORMULA_NUMBER_INVALID .target']],
    [{ ...COUNT, zeroTarget: undefined }, ['FORMULA_WORD_UNKNOWN .zeroTarget']],
    [{ ...COUNT, exceeding: 'zero' }, ['FORMULA_WORD_UNKNOWN .exceeding']],
  ])('of %j says %j', (formula, expected) => {
    expect(told(formula)).toEqual(expected);
  });

  it('says everything at once', () => {
    expect(told({ kind: 'ratio' })).toEqual([
      'FORMULA_ELEMENT_INVALID .numerator',
      'FORMULA_ELEMENT_INVALID .denominator',
      'FORMULA_WORD_UNKNOWN .zeroDenominator',
      'FORMULA_WORD_UNKNOWN .nothingToCount',
      'FORMULA_WORD_UNKNOWN .exceeding',
    ]);
  });

  it('tells what was found, and what would do', () => {
    expect(problems({ ...SUM, gap: 'skip' })[0]?.params).toEqual({ found: 'skip', known: 'missing zero' });
    expect(problems({ ...PER_HEAD, per: -1 })[0]?.params).toEqual({ found: -1 });
    expect(problems({ ...RATIO, denominator: 'a' })[0]?.params).toEqual({ element: 'a' });
    expect(problems({ ...SUM, elements: [7] })[0]?.params).toEqual({ found: 7 });
    expect(problems({ ...SUM, elements: ['a', 'a'] })[0]?.params).toEqual({ element: 'a' });
    const steps = [
      { from: 2, value: 1 },
      { from: 1, value: 2 },
    ];
    expect(problems({ ...LEVELS, steps })[0]?.params).toEqual({ from: 1, before: 2 });
    expect(problems({ ...YES_NO, conditions: [3] })[0]?.params).toEqual({ found: 3 });
    expect(problems({ kind: 'value', element: 5 })[0]?.params).toEqual({ found: 5 });
    expect(problems('x')[0]?.params).toEqual({ found: 'x' });
  });
});
