import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frameworkOf, uncertaintyOf, validate, type Framework, type Problem } from '@dti-monitor/scoring';
import { parse } from 'yaml';
import { ROOT } from '../terminal.fixture.js';
import { schemaProblems } from './schema-problems.js';
import { schema } from './schemas.js';

/*
 * The schema, the reading of keys and the validation of values are three descriptions of one language:
 * here they are held against each other.
 */

interface SchemaNode {
  readonly properties?: Readonly<Record<string, { readonly const?: string }>>;
  readonly else?: SchemaNode;
  readonly oneOf?: readonly SchemaNode[];
}

const method = schema('method')['$defs'] as Readonly<Record<string, SchemaNode>>;
const file = schema('framework-file') as SchemaNode & {
  readonly $defs: Readonly<Record<string, SchemaNode>>;
};
const keysOf = (node: SchemaNode | undefined): readonly string[] => Object.keys(node?.properties ?? {});

/** Each word of a rule in the schema, with the keys that go with it. */
function branches(
  node: SchemaNode | undefined,
  tag: string,
): readonly (readonly [string, readonly string[]])[] {
  return (node?.else?.oneOf ?? node?.oneOf ?? []).map((branch) => [
    branch.properties?.[tag]?.const ?? '',
    keysOf(branch).filter((key) => key !== tag),
  ]);
}

/** The keys that the engine knows where `probe` stands, as the refusal of it says. */
function knownBeside(document: unknown): readonly string[] {
  const outcomes = [frameworkOf(document), uncertaintyOf(document)];
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  const known = problems.find(({ params }) => params['key'] === 'probe')?.params['known'];
  return String(known ?? 'nothing was refused')
    .split(' ')
    .filter((key) => key !== '');
}

const rules = { aggregation: 'arithmetic', missing: 'zero', not_applicable: 'reweight' };
const withRule = (key: string, rule: unknown) => ({
  code: 'x',
  method: { ...rules, [key]: rule },
  tree: { code: 'i' },
});
const withNode = (node: object) => ({ code: 'x', method: rules, tree: { code: 'i', ...node } });
const withInput = (input: object) => ({ code: 'x', uncertainty: { inputs: [input] } });

describe('the keys of the schema are those of the engine', () => {
  const places: readonly (readonly [string, readonly string[], unknown])[] = [
    ['a framework', keysOf(file), { code: 'x', probe: 1 }],
    ['a method', keysOf(method['method']), withRule('probe', 1)],
    ['some rules of a method', keysOf(method['someOfMethod']), withRule('probe', 1)],
    ['a node', keysOf(method['node']), withNode({ probe: 1 })],
    ['a screening', keysOf(method['screen']), withRule('screen', { probe: 1 })],
    ['a rank', keysOf(method['rank']?.else), withRule('rank', { probe: 1 })],
    ['an uncertainty', keysOf(file.$defs['uncertainty']), { code: 'x', uncertainty: { probe: 1 } }],
  ];

  it.each(places)('of %s', (_, keys, probe) => {
    expect([...knownBeside(probe)].sort()).toEqual([...keys].sort());
  });

  const words = [
    ...(['impute', 'treat', 'normalise', 'weights', 'aggregation'] as const).flatMap((key) =>
      branches(method[key], 'method').map(
        ([word, keys]) => [key, word, keys, withRule(key, { method: word, probe: 1 })] as const,
      ),
    ),
    ...branches(method['transformation'], 'kind').map(
      ([word, keys]) =>
        [
          'transformation',
          word,
          keys,
          withRule('treat', { method: 'transform', transformation: { kind: word, probe: 1 } }),
        ] as const,
    ),
    ...branches(method['formula'], 'kind').map(
      ([word, keys]) => ['formula', word, keys, withNode({ formula: { kind: word, probe: 1 } })] as const,
    ),
    ...branches(method['tieBreak'], 'by').map(
      ([word, keys]) =>
        ['tie-break', word, keys, withRule('rank', { tie_breaks: [{ by: word, probe: 1 }] })] as const,
    ),
    ...branches(file.$defs['input'], 'kind').map(
      ([word, keys]) => ['uncertain input', word, keys, withInput({ kind: word, probe: 1 })] as const,
    ),
  ];

  it.each(words)('of %s %s', (_rule, _word, keys, probe) => {
    expect([...knownBeside(probe)].sort()).toEqual([...keys].sort());
  });
});

describe('the words of the schema are those of the engine', () => {
  /** Words that the validation names when it refuses one. */
  function known(document: unknown, code: string): readonly string[] {
    const outcome = frameworkOf(document);
    const problems = outcome.ok ? validate(outcome.value, { units: [{ code: 'u', group: null }] }) : [];
    return String(problems.find((problem) => problem.code === code)?.params['known'] ?? code).split(' ');
  }
  const wordsOf = (node: SchemaNode | undefined, tag: string) => branches(node, tag).map(([word]) => word);

  it.each([
    [
      'aggregation',
      'AGGREGATION_UNKNOWN',
      withRule('aggregation', 'x'),
      wordsOf(method['aggregation'], 'method'),
    ],
    ['weights', 'WEIGHTING_UNKNOWN', withRule('weights', 'x'), wordsOf(method['weights'], 'method')],
    ['impute', 'IMPUTATION_METHOD_UNKNOWN', withRule('impute', 'x'), wordsOf(method['impute'], 'method')],
    ['treat', 'TREATMENT_UNKNOWN', withRule('treat', 'x'), wordsOf(method['treat'], 'method')],
    [
      'normalise',
      'NORMALISATION_UNKNOWN',
      withRule('normalise', 'x'),
      wordsOf(method['normalise'], 'method'),
    ],
    [
      'transformation',
      'TRANSFORMATION_UNKNOWN',
      withRule('treat', { method: 'transform', transformation: 'x' }),
      wordsOf(method['transformation'], 'kind'),
    ],
    [
      'formula',
      'FORMULA_KIND_UNKNOWN',
      withNode({ formula: { kind: 'x' } }),
      wordsOf(method['formula'], 'kind'),
    ],
    [
      'tie-break',
      'TIE_BREAK_UNKNOWN',
      withRule('rank', { tie_breaks: ['x'] }),
      wordsOf(method['tieBreak'], 'by'),
    ],
  ])('%s', (_rule, code, document, words) => {
    expect([...known(document, code)].sort()).toEqual([...words].sort());
  });
});

describe('what the engine accepts, the schema accepts', () => {
  const documents = ['points-index', 'geometric-index', 'three-level-index'].map((name) => {
    const text = readFileSync(join(ROOT, 'scoring/examples', name, 'framework.yaml'), 'utf8');
    // Which uncertain inputs are sound is for the simulation to say, with the data.
    const { uncertainty: _own, ...rest } = parse(text) as Record<string, unknown>;
    return rest;
  });

  /** What only describes is for the schema alone. */
  const TOLD =
    /(^|\.)(name|description|definition|evidence|automatic_source|not_applicable_rule|proposed|source|confidence|note|kind|index|level|version|legal_basis|legal_basis_text|author|change_reason|copied_from|data_elements|issued|periods|status|status_reason|published)(\.|$)/;
  /** A weight that is not asked for is not read: the schema alone looks at it. */
  const isNeverRead = (path: string, made: object): boolean =>
    path.endsWith('.weight') && !(path !== 'tree.weight' && JSON.stringify(made).includes('given'));
  const anything = fc.oneof(
    fc.constantFrom(null, true, false, 0, -1, 0.5, 1, 2, 100, -0, 1e308, 'x', ' ', [], {}, [0, 100], [1, 0]),
    fc.constantFrom(
      'arithmetic',
      'geometric',
      'median',
      'copeland',
      'equal',
      'points',
      'given',
      'none',
      'mean',
      'rank',
      'zero',
      'reweight',
      'no_value',
      'clamp',
      'keep',
      'undetermined',
      'dense',
      'lower_is_better',
    ),
    fc.constantFrom<object>(
      { method: 'geometric', non_positive: 'zero' },
      { value: 3 },
      { floor: 0 },
      { floor: 1 },
      { minimum: 1, maximum: 0 },
      { method: 'z_score', constant: 'undetermined' },
    ),
  );
  const keys = fc.constantFrom(
    'code',
    'points',
    'weight',
    'scored',
    'element',
    'unit',
    'bounds',
    'input',
    'direction',
    'impute',
    'treat',
    'normalise',
    'weights',
    'aggregation',
    'missing',
    'not_applicable',
    'availability',
    'availability_by',
    'rank',
    'bands',
    'decimals',
    'screen',
    'method',
    'from',
    'to',
    'clamp',
    'children',
    'wieght',
  );

  /** Sets a key of one of the objects of a document, or takes it away. */
  function changed(document: object, at: number, key: string, value: unknown, removed: boolean): object {
    const copy = structuredClone(document) as object;
    const objects: Record<string, unknown>[] = [];
    const collect = (own: unknown): void => {
      if (typeof own !== 'object' || own === null) return;
      if (!Array.isArray(own)) objects.push(own as Record<string, unknown>);
      Object.values(own).forEach(collect);
    };
    collect(copy);
    const target = objects[at % objects.length] ?? {};
    if (removed) delete target[key];
    else target[key] = value;
    return copy;
  }

  /** What the framework alone is refused for; whether its parts fit each other is more than a schema says. */
  function refused(framework: Framework): readonly Problem[] {
    return validate(framework, { units: [] }).filter(({ path }) => !path.startsWith('dataset'));
  }

  it.each(documents.map((document) => [document]))('as they stand', (document) => {
    expect(schemaProblems(document)).toEqual([]);
  });

  it('with anything anywhere', () => {
    const isBlank = (document: object): boolean => / ": ?" "|: ?" "/.test(JSON.stringify(document));
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...documents),
        fc.nat(200),
        keys,
        anything,
        fc.boolean(),
        (document, at, key, value, removed) => {
          const made = changed(document, at, key, value, removed);
          const all = schemaProblems(made);
          const ofSchema = all.filter(({ path }) => !TOLD.test(path) && !isNeverRead(path, made));
          const framework = frameworkOf(made);
          const uncertainty = uncertaintyOf(made);
          // What the schema accepts has no key that the engine does not know.
          if (all.length === 0) expect([framework.ok, uncertainty.ok]).toEqual([true, true]);
          if (!framework.ok || !uncertainty.ok || isBlank(made)) return;
          if (refused(framework.value).length > 0) return;
          accepted += 1;
          expect([made, ofSchema]).toEqual([made, []]);
        },
      ),
      { numRuns: 500, seed: 7 },
    );
    expect(accepted).toBeGreaterThan(40);
  });
});
