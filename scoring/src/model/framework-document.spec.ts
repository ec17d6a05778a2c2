import { describe, expect, it } from '@jest/globals';
import { frameworkOf } from './framework-document.js';
import type { Problem } from './outcome.js';

const RANK = { method: 'competition', decimals: null, rounding: 'half_up_decimal', direction: 'descending' };
const METHOD = { aggregation: 'arithmetic', missing: 'no_value', not_applicable: 'reweight' };
const TREE = { code: 'index', children: [{ code: 'a', points: 1 }] };

function read(document: unknown) {
  const outcome = frameworkOf(document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return outcome.value;
}

function problems(document: unknown): readonly Problem[] {
  const outcome = frameworkOf(document);
  return outcome.ok ? [] : outcome.problems;
}

/** What the keys of a method become. */
const methodOf = (method: object) => read({ code: 'x', method, tree: TREE }).method;
/** What the keys of a leaf become. */
const leafOf = (leaf: object) => read({ code: 'x', method: METHOD, tree: leaf }).root;

describe('the framework of a document', () => {
  it('has its code, its rules in the names of the model and its tree as the root', () => {
    expect(read({ code: 'x', method: METHOD, tree: TREE })).toStrictEqual({
      code: 'x',
      method: {
        rank: RANK,
        aggregation: { method: 'arithmetic' },
        missing: 'no_value',
        notApplicable: 'reweight',
      },
      root: { code: 'index', children: [{ code: 'a', points: 1 }] },
    });
  });

  it('reads every rule of a method', () => {
    const screen = { unit_availability: 0.5, unit_non_zero: 0.1, indicator_availability: 0.6 };
    const test = { skewness: 2, kurtosis: 3.5 };
    const method = methodOf({
      screen,
      impute: 'median',
      treat: {
        method: 'test_and_treat',
        test,
        points: 5,
        transformation: 'log_shifted',
        combine: false,
        force: true,
      },
      normalise: { method: 'min_max', to: [0, 100], constant: { value: 50 } },
      weights: 'given',
      aggregation: { method: 'geometric', non_positive: { floor: 0.01 } },
      missing: 'zero',
      not_applicable: 'no_value',
      availability: 0.66,
      availability_by: 'children',
      rank: {
        method: 'ordinal',
        decimals: 3,
        rounding: 'half_up_decimal',
        direction: 'ascending',
        tie_breaks: [{ by: 'node', node: 'a', direction: 'descending' }, 'code'],
      },
      bands: [{ code: 'high', from: 0.8, name: 'High' }],
    });
    expect(method).toStrictEqual({
      screen: { unitAvailability: 0.5, unitNonZero: 0.1, indicatorAvailability: 0.6 },
      impute: { method: 'median' },
      treat: {
        method: 'test_and_treat',
        test,
        points: 5,
        transformation: { kind: 'log_shifted' },
        combine: false,
        force: true,
      },
      normalise: { method: 'min_max', to: [0, 100], constant: { value: 50 } },
      weights: { method: 'given' },
      aggregation: { method: 'geometric', nonPositive: { floor: 0.01 } },
      missing: 'zero',
      notApplicable: 'no_value',
      availability: 0.66,
      availabilityBy: 'children',
      rank: {
        method: 'ordinal',
        decimals: 3,
        rounding: 'half_up_decimal',
        direction: 'ascending',
        tieBreaks: [{ by: 'node', node: 'a', direction: 'descending' }, { by: 'code' }],
      },
      bands: [{ code: 'high', from: 0.8 }],
    });
  });

  it('reads every rule of a node, and leaves out what only describes it', () => {
    const told = {
      name: { vi: 'Chỉ số' },
      kind: 'indicator',
      description: 'd',
      source: ['s'],
      confidence: 'high',
      note: 'n',
    };
    const rules = { impute: 'none', treat: 'none', normalise: { method: 'boolean', threshold: 1 } };
    const own = { points: 2, weight: 3, scored: false, unit: 'percent', bounds: { minimum: 0, maximum: 9 } };
    expect(
      leafOf({ code: 'a', ...told, ...own, input: 'points', direction: 'lower_is_better', ...rules }),
    ).toStrictEqual({
      code: 'a',
      ...own,
      input: 'points',
      direction: 'lower_is_better',
      impute: { method: 'none' },
      treat: { method: 'none' },
      normalise: { method: 'boolean', threshold: 1 },
    });
    const parent = {
      weights: 'equal',
      aggregation: 'median',
      missing: 'reweight',
      not_applicable: 'no_value',
      availability: 0.5,
    };
    expect(leafOf({ code: 'a', ...parent, children: [{ code: 'b' }] })).toStrictEqual({
      code: 'a',
      weights: { method: 'equal' },
      aggregation: { method: 'median' },
      missing: 'reweight',
      notApplicable: 'no_value',
      availability: 0.5,
      children: [{ code: 'b' }],
    });
  });

  it.each([
    [
      {
        kind: 'ratio',
        numerator: 'a',
        denominator: 'b',
        scale: 100,
        zero_denominator: 'missing',
        nothing_to_count: { value: 1 },
        exceeding: 'cap',
      },
      {
        kind: 'ratio',
        numerator: 'a',
        denominator: 'b',
        scale: 100,
        zeroDenominator: 'missing',
        nothingToCount: { value: 1 },
        exceeding: 'cap',
      },
    ],
    [
      { kind: 'per_head', element: 'a', population: 'b', per: 1000, zero_population: 'missing' },
      { kind: 'per_head', element: 'a', population: 'b', per: 1000, zeroPopulation: 'missing' },
    ],
    [
      { kind: 'growth', element: 'a', scale: 100, zero_before: 'undetermined' },
      { kind: 'growth', element: 'a', scale: 100, zeroBefore: 'undetermined' },
    ],
    [
      { kind: 'count_against_target', element: 'a', target: 'b', zero_target: 'missing', exceeding: 'keep' },
      { kind: 'count_against_target', element: 'a', target: 'b', zeroTarget: 'missing', exceeding: 'keep' },
    ],
    [
      { kind: 'levels', element: 'a', steps: [{ from: 30, value: 0.5 }], below: 0 },
      { kind: 'levels', element: 'a', steps: [{ from: 30, value: 0.5 }], below: 0 },
    ],
    [
      { kind: 'yes_no', conditions: [{ element: 'a', is: 'at_least', value: 1 }], holds: 'any' },
      { kind: 'yes_no', conditions: [{ element: 'a', is: 'at_least', value: 1 }], holds: 'any' },
    ],
    [
      { kind: 'sum', elements: ['a', 'b'], gap: 'zero' },
      { kind: 'sum', elements: ['a', 'b'], gap: 'zero' },
    ],
    [
      { kind: 'share_of_yes', elements: ['a'], gap: 'leave_out' },
      { kind: 'share_of_yes', elements: ['a'], gap: 'leave_out' },
    ],
    // 2024-01-01 is 54 years of 365 days and 13 leap days after 1970-01-01.
    [
      { kind: 'age', element: 'a', at: '2024-01-01', future: 'zero' },
      { kind: 'age', element: 'a', at: 19_723, future: 'zero' },
    ],
    [
      { kind: 'age', element: 'a', at: 19_723, future: 'zero' },
      { kind: 'age', element: 'a', at: 19_723, future: 'zero' },
    ],
  ])('reads the formula %j', (formula, expected) => {
    expect(leafOf({ code: 'x', formula })).toStrictEqual({ code: 'x', formula: expected });
  });

  it('leaves a day that is none for the validation to refuse', () => {
    expect(
      leafOf({ code: 'x', formula: { kind: 'age', element: 'a', at: 'soon', future: 'zero' } }),
    ).toMatchObject({
      formula: { at: 'soon' },
    });
  });

  it('takes `element` for the formula that takes a data element as it is, and leaves out the own code', () => {
    expect(leafOf({ code: 'x', element: 'y' })).toStrictEqual({
      code: 'x',
      formula: { kind: 'value', element: 'y' },
    });
    expect(leafOf({ code: 'x', element: 'x' })).toStrictEqual({ code: 'x' });
  });

  it('fills in what a rank does not say, and ranks by default where there is none', () => {
    expect(methodOf(METHOD).rank).toStrictEqual(RANK);
    expect(methodOf({ ...METHOD, rank: 'dense' }).rank).toStrictEqual({ ...RANK, method: 'dense' });
    expect(methodOf({ ...METHOD, rank: { decimals: 4 } }).rank).toStrictEqual({ ...RANK, decimals: 4 });
  });

  it('leaves out everything that only describes the framework', () => {
    const told = {
      $schema: 's',
      name: 'N',
      description: 'd',
      index: 'i',
      level: 'l',
      version: '1',
      legal_basis: 'b',
      issued: '2022-05-20',
      periods: { from: '2021' },
      status: 'retired',
      status_reason: {},
      source: [],
      confidence: 'high',
      note: 'n',
      published: { total: 't' },
      uncertainty: [],
    };
    expect(Object.keys(read({ ...told, code: 'x', method: METHOD, tree: TREE }))).toEqual([
      'code',
      'root',
      'method',
    ]);
  });

  it('leaves the document as it is', () => {
    const frozen = JSON.parse(
      JSON.stringify({ code: 'x', method: METHOD, tree: TREE }),
      (_, value: unknown) => Object.freeze(value),
    ) as unknown;
    expect(read(frozen).code).toBe('x');
  });
});

describe('what has no meaning where it stands', () => {
  const known = (found: readonly Problem[]) => found.map(({ code, path }) => `${code} ${path}`);

  it('is told all at once, each by its path and with the keys that are known there', () => {
    const found = problems({
      code: 'x',
      methods: {},
      method: { ...METHOD, agregation: 'median', rank: { decimal: 4 }, treat: { method: 'limits', uper: 3 } },
      tree: {
        code: 'i',
        children: [{ code: 'a' }, { code: 'b', wieght: 1, formula: { kind: 'sum', elements: [], pop: 'b' } }],
      },
    });
    expect(known(found)).toEqual([
      'KEY_UNKNOWN methods',
      'KEY_UNKNOWN method.agregation',
      'KEY_UNKNOWN method.rank.decimal',
      'KEY_UNKNOWN method.treat.uper',
      'KEY_UNKNOWN tree.children[1].wieght',
      'KEY_UNKNOWN tree.children[1].formula.pop',
    ]);
    expect(found[3]?.params).toEqual({ key: 'uper', known: 'lower upper' });
  });

  it('is a parameter of another word', () => {
    const found = problems({
      code: 'x',
      method: { ...METHOD, aggregation: { method: 'arithmetic', power: 2 } },
      tree: TREE,
    });
    expect(found).toEqual([
      { code: 'KEY_UNKNOWN', path: 'method.aggregation.power', params: { key: 'power', known: '' } },
    ]);
  });

  it('is a key of a policy beside its own', () => {
    const policy = (key: string, value: object) => ({ ...METHOD, [key]: value });
    const of = (method: object) => known(problems({ code: 'x', method, tree: TREE }));
    expect(of(policy('normalise', { method: 'z_score', constant: { value: 1, else: 2 } }))).toEqual([
      'KEY_UNKNOWN method.normalise.constant.else',
    ]);
    expect(of(policy('aggregation', { method: 'harmonic', non_positive: { floors: 1 } }))).toEqual([
      'KEY_UNKNOWN method.aggregation.non_positive.floors',
    ]);
    const formula = { kind: 'growth', element: 'a', zero_before: { values: 1 } };
    expect(known(problems({ code: 'x', method: METHOD, tree: { code: 'i', formula } }))).toEqual([
      'KEY_UNKNOWN tree.formula.zero_before.values',
    ]);
  });

  it('is an element beside a formula', () => {
    const formula = { kind: 'value', element: 'z' };
    expect(
      known(problems({ code: 'x', method: METHOD, tree: { code: 'i', element: 'y', formula } })),
    ).toEqual(['ELEMENT_AND_FORMULA tree.element']);
  });

  it.each([null, undefined, 1, 'x', [], true])('is a document that is %j', (document) => {
    expect(known(problems(document))).toEqual(['DOCUMENT_NOT_AN_OBJECT ']);
  });

  it('is a key that every object has', () => {
    const document = JSON.parse('{"code":"x","__proto__":1,"constructor":1,"tree":{"code":"i"}}') as unknown;
    expect(known(problems(document))).toEqual(['KEY_UNKNOWN __proto__', 'KEY_UNKNOWN constructor']);
  });

  it('is a circle, and a tree without an end', () => {
    const circle: Record<string, unknown> = { code: 'i' };
    circle['children'] = [circle];
    expect(known(problems({ code: 'x', method: METHOD, tree: circle }))).toEqual([
      'DOCUMENT_CIRCULAR tree.children[0]',
    ]);
    let deep: object = { code: 'leaf' };
    for (let level = 0; level < 100; level++) deep = { code: `n${level}`, children: [deep] };
    expect(known(problems({ code: 'x', method: METHOD, tree: deep }))[0]).toMatch(/^DOCUMENT_TOO_DEEP tree/);
  });

  it('is not the same node in two places: that is for the validation', () => {
    const twice = { code: 'a' };
    expect(problems({ code: 'x', method: METHOD, tree: { code: 'i', children: [twice, twice] } })).toEqual(
      [],
    );
  });
});

describe('what is not an object or a word where one should be', () => {
  it.each([
    ['aggregation', 5],
    ['aggregation', null],
    ['aggregation', { method: 'arithmetical', power: 2 }],
    ['aggregation', { method: 3 }],
    ['aggregation', {}],
    ['aggregation', { method: 'toString' }],
    ['rank', 7],
    ['rank', null],
    ['bands', 'high'],
    ['bands', [1]],
    ['screen', 'all'],
    ['weights', [1, 2]],
  ])('is passed on for the validation to refuse: %s %j', (key, value) => {
    expect(methodOf({ ...METHOD, [key]: value })).toMatchObject({ [key]: value });
  });

  it('as well as a tree or a method that is none', () => {
    expect(frameworkOf({ code: 3, method: 'm', tree: 4 })).toEqual({
      ok: true,
      value: { code: 3, root: 4, method: 'm' },
    });
    expect(frameworkOf({})).toEqual({
      ok: true,
      value: { code: undefined, root: undefined, method: undefined },
    });
  });
});
