import { describe, expect, it } from '@jest/globals';
import { readFrameworkFile } from './framework-file.js';

const METHOD = 'method: { aggregation: arithmetic, missing: no_value, not_applicable: reweight }';

function read(text: string) {
  const reading = readFrameworkFile(text, 'f.yaml');
  if (!reading.ok) throw new Error(JSON.stringify(reading.findings));
  return reading.value;
}

/** Line, path, code and parameters of everything that is wrong. */
function findings(text: string): readonly unknown[] {
  const reading = readFrameworkFile(text, 'f.yaml');
  if (reading.ok) return [];
  return reading.findings.map(({ code, path, params, place }) => [place.line, path, code, params]);
}

describe('a framework file', () => {
  const TEXT = `
code: x
name: { vi: Chỉ số, en: Index }
${METHOD}
tree:
  code: whole
  name: { vi: Cả, fr: Tout }
  children:
    - { code: a, points: 1, element: e1, name: The a }
    - code: b
      points: 1
      formula: { kind: age, element: day, at: 2024-01-01, future: missing }
    - code: c
      points: 0
      scored: false
`;

  it('is read as a framework, with its data elements, those it can do without and those that hold days', () => {
    const { framework, elements, needed, days, uncertainty } = read(TEXT);
    expect(framework.root.children?.map(({ code, formula }) => [code, formula])).toEqual([
      ['a', { kind: 'value', element: 'e1' }],
      ['b', { kind: 'age', element: 'day', at: 19_723, future: 'missing' }],
      ['c', undefined],
    ]);
    expect(elements).toEqual(['e1', 'day', 'c']);
    expect([...needed]).toEqual(['e1', 'day']);
    expect([...days]).toEqual(['day']);
    expect(uncertainty).toBeNull();
  });

  it('names nodes in English, in the first language there is, or by their codes', () => {
    const { nameOf } = read(TEXT);
    expect(['whole', 'a', 'b'].map(nameOf)).toEqual(['Cả', 'The a', 'b']);
  });

  it('says where what the engine speaks of stands', () => {
    const { placeOf } = read(TEXT);
    expect(placeOf('framework.a.points')).toEqual({ file: 'f.yaml', line: 9, column: null });
    expect(placeOf('framework.b.formula.at').line).toBe(12);
    expect(placeOf('framework.method.notApplicable').line).toBe(4);
    expect(placeOf('framework.root').line).toBe(5);
    expect(placeOf('framework.c.unheardOf').line).toBe(13);
  });

  it('may be JSON', () => {
    const document = {
      code: 'x',
      method: { aggregation: 'median', missing: 'zero', not_applicable: 'no_value' },
      tree: { code: 'i' },
    };
    expect(read(JSON.stringify(document)).framework.method.aggregation).toEqual({ method: 'median' });
  });

  it('may say what a simulation varies', () => {
    const inputs = 'uncertainty: { inputs: [{ name: w, kind: weights, distribution: simplex }] }';
    expect(read(`${TEXT}\n${inputs}\n`).uncertainty).toEqual({
      inputs: [{ name: 'w', kind: 'weights', distribution: { method: 'simplex' } }],
    });
  });

  it('may use an alias for what stands there twice', () => {
    const { framework } = read(`
code: x
method:
  aggregation: &mean { method: geometric, non_positive: zero }
  missing: zero
  not_applicable: reweight
tree:
  code: i
  aggregation: *mean
  children: [{ code: a, points: 1 }]
`);
    expect(framework.root.aggregation).toEqual({ method: 'geometric', nonPositive: 'zero' });
  });
});

describe('what is wrong with a framework file', () => {
  it('is told all at once, by line and path, with what was probably meant', () => {
    const text = `
code: 2022
methods: {}
method:
  agregation: arithmetic
  aggregation: geometrical
  missing: nothing
  impute: constant
  screen: { unit_availability: 2 }
  weights: { method: 5 }
tree:
  code: i
  element: e
  children:
    - { code: '', wieght: 1 }
    - { code: b, normalise: { method: goalposts, from: 0, clamp: keep, to: [0, 1, 2] } }
    - { code: c, formula: { kind: sum, elements: [a, a], gap: none } }
    - { code: d, formula: { kind: age, element: x, at: soon, future: zero } }
    - { code: e, children: [] }
    - { code: f, treat: [], bounds: { minimum: .nan } }
`;
    expect(findings(text)).toEqual([
      [3, 'methods', 'KEY_UNKNOWN', expect.objectContaining({ key: 'methods', suggestion: 'method' })],
      [2, 'code', 'TYPE_UNEXPECTED', { expected: 'string', found: 'number' }],
      [4, 'method.not_applicable', 'KEY_MISSING', { key: 'not_applicable' }],
      [5, 'method.agregation', 'KEY_UNKNOWN', expect.objectContaining({ suggestion: 'aggregation' })],
      [9, 'method.screen.unit_availability', 'NUMBER_OUT_OF_RANGE', { asked: '<= 1', found: 2 }],
      [8, 'method.impute.value', 'KEY_MISSING', { key: 'value' }],
      [10, 'method.weights.method', 'TYPE_UNEXPECTED', { expected: 'string', found: 'number' }],
      [
        6,
        'method.aggregation',
        'WORD_UNKNOWN',
        expect.objectContaining({ found: 'geometrical', suggestion: 'geometric' }),
      ],
      [
        7,
        'method.missing',
        'WORD_UNKNOWN',
        { found: 'nothing', suggestion: null, known: 'no_value, zero, reweight' },
      ],
      [15, 'tree.children[0].wieght', 'KEY_UNKNOWN', expect.objectContaining({ suggestion: 'weight' })],
      [15, 'tree.children[0].code', 'TEXT_UNEXPECTED', { found: '' }],
      [16, 'tree.children[1].normalise.up_to', 'KEY_MISSING', { key: 'up_to' }],
      [16, 'tree.children[1].normalise.to', 'LIST_LENGTH_WRONG', { asked: 2, found: 3 }],
      [17, 'tree.children[2].formula.elements[1]', 'ITEM_DOUBLED', {}],
      [17, 'tree.children[2].formula.gap', 'WORD_UNKNOWN', expect.objectContaining({ found: 'none' })],
      [18, 'tree.children[3].formula.at', 'TEXT_UNEXPECTED', { found: 'soon' }],
      [19, 'tree.children[4].children', 'LIST_LENGTH_WRONG', { asked: 1, found: 0 }],
      [20, 'tree.children[5].bounds.minimum', 'TYPE_UNEXPECTED', { expected: 'number', found: 'NaN' }],
      [20, 'tree.children[5].treat', 'TYPE_UNEXPECTED', { expected: 'object', found: 'array' }],
      [13, 'tree.element', 'KEY_NOT_HERE', { key: 'element' }],
    ]);
  });

  it('is a method without the parameters that it needs, though a bare word would do for another', () => {
    const text = `code: x\nmethod: { aggregation: geometric, missing: zero, not_applicable: reweight }\ntree: { code: i }\n`;
    expect(findings(text)).toEqual([
      [2, 'method.aggregation.non_positive', 'KEY_MISSING', { key: 'non_positive' }],
    ]);
  });

  it('is an uncertain input that nobody knows', () => {
    const inputs = 'uncertainty: { inputs: [{ name: w, kind: wieghts }] }';
    expect(findings(`code: x\n${METHOD}\ntree: { code: i }\n${inputs}\n`)).toEqual([
      [
        4,
        'uncertainty.inputs[0]',
        'WORD_UNKNOWN',
        expect.objectContaining({ found: 'wieghts', suggestion: 'weights' }),
      ],
    ]);
  });

  it.each([
    ['', [[null, '', 'TYPE_UNEXPECTED', { expected: 'object', found: 'null' }]]],
    ['just words', [[null, '', 'TYPE_UNEXPECTED', { expected: 'object', found: 'string' }]]],
    ['- a\n- b\n', [[null, '', 'TYPE_UNEXPECTED', { expected: 'object', found: 'array' }]]],
    ['code: x\ncode: y\n', [[2, '', 'YAML_INVALID', { message: 'Map keys must be unique' }]]],
    ['code: "x\n', [[2, '', 'YAML_INVALID', { message: 'Missing closing "quote' }]]],
    ['code: &a { b: *a }\n', [[null, '', 'DOCUMENT_CIRCULAR', {}]]],
    [
      'code: *nobody\n',
      [
        [
          null,
          '',
          'YAML_INVALID',
          { message: 'Unresolved alias (the anchor must be set before the alias): nobody' },
        ],
      ],
    ],
  ])('is %j', (text, expected) => {
    expect(findings(text)).toEqual(expected);
  });

  it('is a file that an alias makes a thousand times as large', () => {
    const levels = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [name, of] of ['ba', 'cb', 'dc', 'ed'])
      levels.push(`${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]`);
    expect(findings(levels.join('\n'))).toEqual([
      [null, '', 'YAML_INVALID', { message: expect.stringMatching(/alias count/) }],
    ]);
  });
});
